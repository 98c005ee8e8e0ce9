import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lintDeckCards, type CardCheck } from '../../../src/app/check/lint-cards.ts';
import { parseDeck } from '../../../src/deck/parse.ts';
import type { Card, CardId } from '../../../src/model/card.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet-lint-'));
  write('docs/ants.md', '# Ants\n\nAnts follow a scent. An anthill has 20,000 ants.\n');
  write(
    'docs/ORIGINALS.md',
    '# Originals\n\n## Ants\n\n- title: Ants\n- author: A\n- year: 1900\n- address: none\n- trust: full\n- held: yes\n- file: ants-original.txt\n',
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

function check(deck: string, more: Partial<CardCheck> = {}) {
  const { cards } = parseDeck(deck, { path: 'decks/ants.md', notation: 'tenet' });
  return lintDeckCards({ root: folder, cards, generated: new Set(), textOf: () => deck, ...more });
}

const closed = '# Ants\n\nQ: Do ants follow a scent?\nA: Yes.\n';
const wrong =
  '# Ants\n\nQ: How many ants has an anthill?\nA: Some 30,000 ants.\nS: [Ants](../docs/ants.md) "20,000 ants"\n';

const ask = (question: string) => `Q: ${question}\nA: To follow the scent of earlier ants.\n\n`;

describe('lintDeckCards', () => {
  it('gives what shape rules say of a card by hand as advice, at the offending words', () => {
    expect(check(closed)).toMatchObject([
      { file: 'decks/ants.md', line: 3, column: 4, rule: 'Q06', severity: 'info' },
    ]);
  });

  it('holds every rule against cards that were generated', () => {
    const { cards } = parseDeck(closed, { path: 'decks/ants.md', notation: 'tenet' });
    const generated = new Set(cards.map(({ id }: Card): CardId => id));
    expect(check(closed, { generated })).toMatchObject([{ rule: 'Q06', severity: 'error' }]);
  });

  it('compares a card by hand with the source that it names', () => {
    expect(check(wrong)).toMatchObject([{ rule: 'Q02', severity: 'error', line: 4, column: 9 }]);
  });

  it('says nothing of sources that cannot be read, are addresses, or have lost the anchor', () => {
    for (const source of [
      '(../docs/none.md) "x"',
      '(https://example.org) "x"',
      '(../docs/ants.md) "bees"',
    ])
      expect(check(wrong.replace(/\(\.\..*$/m, source))).toEqual([]);
  });

  it('compares with the copy of an original where one is at hand', () => {
    const cited = wrong.replace(/\(\.\..*$/m, '(../docs/ORIGINALS.md#ants) "20,000 ants"');
    expect(check(cited)).toEqual([]);
    write('copies/ants-original.txt', 'An old book.\n\nAn anthill has 20,000 ants, it says.\n');
    expect(check(cited, { originals: path.join(folder, 'copies') })).toMatchObject([
      { rule: 'Q02' },
    ]);
  });

  it('names the earlier card that a later one doubles', () => {
    const deck = `# Ants\n\n${ask('Why do ants march in long lines?')}${ask('Why is it in long lines that ants march?')}`;
    const [problem] = check(deck);
    expect(problem).toMatchObject({ rule: 'Q12', severity: 'info', line: 6 });
    expect(problem?.message).toContain('decks/ants.md:3');
  });

  it('holds terms that only a later chapter explains against generated cards, and names the chapter', () => {
    const deck =
      '# Ants\n\nQ: Why does trophallaxis with AHB matter to ants?\nA: It spreads the scent.\nS: [Ants](../docs/ants.md)\n';
    const { cards } = parseDeck(deck, { path: 'decks/ants.md', notation: 'tenet' });
    const generated = new Set(cards.map(({ id }: Card): CardId => id));
    const terms = [{ name: 'AHB', chapter: 'docs/bees.md' }, { name: 'trophallaxis' }];
    const glossary = { terms, chapters: ['docs/ants.md', 'docs/bees.md'] };
    const told = (more: Partial<CardCheck>) =>
      check(deck, { glossary, ...more }).filter(({ rule }) => rule === 'Q17');
    expect(told({ generated })).toMatchObject([{ severity: 'warning', line: 3, column: 31 }]);
    expect(told({ generated })[0]?.message).toContain('docs/bees.md');
    expect(told({})).toMatchObject([{ severity: 'info' }]);
  });
});
