import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AnchorCheck, checkAnchors } from '../../../src/app/documents/anchors.ts';
import { readDeckFolder } from '../../../src/app/generate/cards.ts';
import { GeneratedCollection } from '../generated-collection.ts';

const chapter = `# Bees

## Dancing

### Why do bees dance?

To “show” the *way*.[^1]

## Flying

Bees fly to show the way.

[^1]: [Book](ORIGINALS.md#bee-book) "the waggle dance"; [Page](https://bees.example) "anything"
`;

const originals = `# Originals

## Bee book

- title: The dancing bees
- author: Frisch
- year: 1927
- address: https://bees.example/book
- file: bees.txt
- trust: high
- held: yes
`;

let home: GeneratedCollection;

beforeEach(() => {
  home = new GeneratedCollection({ 'docs/bees.md': chapter, 'docs/ORIGINALS.md': originals });
});
afterEach(() => home.dispose());

/** A card with one source line, checked. */
function complaints(source: string, more: Partial<AnchorCheck> = {}): string[] {
  home.write('decks/a.md', `Q: Why?\nA: So.\nS: ${source}\n<!-- id: card -->\n`);
  const { cards } = readDeckFolder(home.at('decks'), home.folder, () => undefined);
  return checkAnchors({
    root: home.folder,
    cards: [...cards.values()].map(({ card }) => card),
    documents: [],
    ...more,
  }).map(
    ({ file, line, rule, severity, card }) => `${file}:${line} ${severity} ${rule} ${card ?? '-'}`,
  );
}

describe('checkAnchors', () => {
  it('accepts words that occur once under the link, however they were set', () => {
    expect(complaints('[Bees](../docs/bees.md#dancing) "to "show" the way"')).toEqual([]);
    expect(complaints('[Bees](../docs/bees.md#flying) "show the way"')).toEqual([]);
    expect(complaints('[Bees](../docs/bees.md)')).toEqual([]);
    expect(complaints('[Page](https://bees.example/x) "anything"')).toEqual([]);
  });

  it.each([
    ['words that are gone', '[B](../docs/bees.md#flying) "to swim"', 'error anchor-gone'],
    ['words that occur twice', '[B](../docs/bees.md) "the way"', 'error anchor-twice'],
    ['a heading that is gone', '[B](../docs/bees.md#sleeping) "the way"', 'error link-broken'],
    ['a document that is gone', '[B](../docs/wasps.md) "the way"', 'error link-broken'],
    [
      'an original that is not listed',
      '[B](../docs/ORIGINALS.md#wasp-book) "x"',
      'error link-broken',
    ],
    ['a path that leads out', '[B](../../secret.md) "x"', 'warning link-outside'],
  ])('names %s', (_name, source, complaint) => {
    expect(complaints(source)).toEqual([`decks/a.md:3 ${complaint} card`]);
  });

  it('names an anchor of more than eight words', () => {
    home.write('docs/long.md', 'one two three four five six seven eight nine\n');
    expect(
      complaints('[L](../docs/long.md) "one two three four five six seven eight nine"'),
    ).toEqual(['decks/a.md:3 warning anchor-long card']);
  });

  it('looks into the copies of the originals where they are given', () => {
    home.write('copies/bees.txt', 'He saw the Waggle\r\n dance, and a dance again.\n');
    const check = (anchor: string) =>
      complaints(`[Book](../docs/ORIGINALS.md#bee-book) "${anchor}"`, {
        originals: home.at('copies'),
      });
    expect(check('the waggle dance')).toEqual([]);
    expect(check('dance')).toEqual(['decks/a.md:3 error anchor-twice card']);
    expect(check('the round dance')).toEqual(['decks/a.md:3 error anchor-gone card']);
    expect(complaints('[Book](../docs/ORIGINALS.md#bee-book) "the round dance"')).toEqual([]);
  });

  it('says once that a copy is missing', () => {
    const found = complaints(
      '[Book](../docs/ORIGINALS.md#bee-book) "a"\nS: [Book](../docs/ORIGINALS.md#bee-book) "b"',
      {
        originals: home.at('copies'),
      },
    );
    expect(found).toEqual(['decks/a.md:3 warning original-missing -']);
  });

  it('checks the footnotes of chapters and the list of originals', () => {
    home.write('copies/bees.txt', 'no such words\n');
    home.change('docs/ORIGINALS.md', '- year: 1927\n', '');
    const problems = checkAnchors({
      root: home.folder,
      cards: [],
      documents: ['docs/bees.md', 'docs/ORIGINALS.md'],
      originals: home.at('copies'),
    });
    expect(problems).toMatchObject([
      { file: 'docs/bees.md', line: 13, column: 7, rule: 'anchor-gone' },
      { file: 'docs/ORIGINALS.md', line: 3, rule: 'original-incomplete' },
    ]);
  });
});

const root = path.resolve(import.meta.dirname, '../../..');
const copies = path.resolve(root, '../shared/seeds');
const documents = existsSync(path.join(root, 'source-docs'))
  ? readdirSync(path.join(root, 'source-docs')).map((name) => `source-docs/${name}`)
  : [];

describe('the anchors of the shipped reader', () => {
  it('all hold', () => {
    const { cards } = readDeckFolder(path.join(root, 'decks'), root, () => undefined);
    expect(
      checkAnchors({ root, cards: [...cards.values()].map(({ card }) => card), documents }),
    ).toEqual([]);
  });

  it.skipIf(!existsSync(copies))(
    'hold in the copies of the originals too (skipped without copies)',
    () => {
      expect(checkAnchors({ root, cards: [], documents, originals: copies })).toEqual([]);
    },
  );
});
