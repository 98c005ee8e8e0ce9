import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const syllables = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu'.split(' ');

/** Numbers that look random and are the same in every run (a linear congruence, Numerical Recipes). */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x100000000) * below);
  };
}

/** Texts of made-up words, some frequent, most rare. */
export function wordMaker(seed: number): (words: number) => string {
  const random = randomNumbers(seed);
  const word = (): string => {
    const rank = Math.floor(random(80) ** 2 / 2 + random(40));
    return [rank % 20, Math.floor(rank / 20) % 20, Math.floor(rank / 400) % 20]
      .map((index) => syllables[index])
      .join('');
  };
  return (words) => Array.from({ length: words }, word).join(' ');
}

/** The text of one card of a made-up deck; every fifth is a cloze, every fifth a term. */
export function madeCard(index: number, text: (words: number) => string): string {
  if (index % 5 === 3) return `C: ${text(8)} [${text(2)}] ${text(5)} [${text(1)}] ${index}.\n`;
  if (index % 5 === 4) return `T: ${text(2)} ${index}\nD: ${text(14)}.\n`;
  return `Q: What is ${text(9)} ${index}?\nA: ${text(16)}.\n`;
}

/** Writes `cards` made-up cards into `files` deck files, fifty a folder; gives back their paths. */
export function writeDecks(folder: string, cards: number, files: number): readonly string[] {
  const text = wordMaker(1);
  let written = 0;
  return Array.from({ length: files }, (_, file) => {
    const until = Math.round(((file + 1) * cards) / files);
    const parts = [`# Deck ${file}\n`];
    for (; written < until; written++) parts.push(madeCard(written, text));
    const target = path.join(folder, `part-${Math.floor(file / 50)}`, `deck-${file}.md`);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, parts.join('\n'));
    return target;
  });
}
