import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDeck } from '../src/deck/parse.ts';

const root = path.resolve(import.meta.dirname, '..');

interface Chapter {
  readonly name: string;
  readonly isCore: boolean;
  readonly words: number;
}

const numbered = /^\d\d-.*\.md$/;

const chapters = readdirSync(path.join(root, 'source-docs'))
  .filter((name) => numbered.test(name))
  .map((name): Chapter => {
    const text = readFileSync(path.join(root, 'source-docs', name), 'utf8');
    const isCore = /^tags: \[core\]$/m.test(text);
    return { name, isCore, words: wordsIn(text) };
  });

const decks = readdirSync(path.join(root, 'decks'))
  .filter((name) => numbered.test(name))
  .map((name) => {
    const text = readFileSync(path.join(root, 'decks', name), 'utf8');
    return { name, cards: parseDeck(text, { path: `decks/${name}` }).cards };
  });

/** What is read: no front matter, no footnotes, no marks. */
function wordsIn(text: string): number {
  const prose = text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replaceAll(/^\[\^.*$/gm, '')
    .replaceAll(/\[\^\d+\]|^\d+\. |\]\([^)]*\)/gm, ' ');
  return prose.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

describe('the reader that is shipped', () => {
  it('has seven core chapters of at most 600 words, and further ones of at most 1,000', () => {
    const core = chapters.filter(({ isCore }) => isCore);
    expect(core).toHaveLength(7);
    expect(core.filter(({ words }) => words > 600)).toEqual([]);
    expect(chapters.filter(({ words }) => words > 1000)).toEqual([]);
  });

  it('asks 60 to 70 cards on the core path, at most ten on a page, and 250 to 350 in all', () => {
    const sizes = new Map(decks.map(({ name, cards }) => [name, cards.length]));
    const sizeOf = (names: readonly string[]): number =>
      names.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
    const core = sizeOf(chapters.filter(({ isCore }) => isCore).map(({ name }) => name));
    expect(core).toBeGreaterThanOrEqual(60);
    expect(core).toBeLessThanOrEqual(70);
    for (const page of ['18-people-and-dates.md', '19-entering-the-field.md'])
      expect(sizes.get(page)).toBeLessThanOrEqual(10);
    const all = sizeOf([...sizes.keys()]);
    expect(all).toBeGreaterThanOrEqual(250);
    expect(all).toBeLessThanOrEqual(350);
  });
});
