import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { addCards } from '../../../src/app/decks/add-cards.ts';
import type { CardFields } from '../../../src/app/decks/new-card.ts';
import { TemporaryCollection } from '../temporary-collection.ts';

let tenet: TemporaryCollection;
let drawn = 0;

afterEach(() => tenet.dispose());

function open(files: Readonly<Record<string, string | Uint8Array>> = {}): void {
  tenet = new TemporaryCollection(files);
}

/** Adds a card, or these; the result is the file that they went into. */
function add(deck: string | undefined, ...cards: readonly CardFields[]): string {
  drawn += 1;
  const given = cards.length > 0 ? cards : [{ question: `Question ${drawn}?`, answer: 'Yes.' }];
  let entropy = drawn * 16;
  const random = (count: number): Uint8Array => {
    entropy += 1;
    return new Uint8Array(count).fill(entropy % 256);
  };
  return addCards(tenet.collection, tenet.study, deck, given, random).file;
}

const text = (file: string): string => readFileSync(path.join(tenet.folder, file), 'utf8');
const deck = (title: string, body = ''): string => `---\ntitle: ${title}\n---\n${body}`;
const card = 'Q: Old?\nA: Yes.\n';

describe('the deck that cards are added to', () => {
  it('is another one for each title, also where their file names would be the same', () => {
    open();
    const titles = ['C++', 'C', 'c-', 'C#', 'con', '岩石', '++'];
    const files = titles.map((title) => add(title));
    expect(files).toEqual([
      'decks/c.md',
      'decks/c-2.md',
      'decks/c-3.md',
      'decks/c-4.md',
      'decks/con-deck.md',
      'decks/岩石.md',
      'decks/deck.md',
    ]);
    expect(titles.map((title) => add(title))).toEqual(files);
  });

  it.each([
    'A: "quoted" [one]',
    'Words  and\twords',
    'true',
    '12',
    "it's\\n",
    '\u{1d49c}'.repeat(90),
    'Cafe\u0301',
    'Biology::Cells',
    '# Marks',
  ])('is found again by the title that it was made with, %j', (title) => {
    open();
    const file = add(title);
    expect(add(title)).toBe(file);
    expect(add(title.normalize('NFC'))).toBe(file);
  });

  it('lies in a folder for each level of its title', () => {
    open();
    expect(add('Biology::The cell')).toBe('decks/biology/the-cell.md');
  });

  it('is the one with that very title, else letter case aside, else the file', () => {
    open({
      'decks/a.md': deck('Rocks', card),
      'decks/b.md': deck('rocks', 'Q: Older?\nA: Yes.\n'),
      'decks/sub/c.md': deck('Other', 'Q: Oldest?\nA: Yes.\n'),
    });
    expect(add('rocks')).toBe('decks/b.md');
    expect(add('ROCKS')).toBe('decks/a.md');
    expect(add('decks/sub/c.md')).toBe('decks/sub/c.md');
    expect(add('decks/sub/c')).toBe('decks/sub/c.md');
  });

  it('may have no card yet', () => {
    open({ 'decks/some/empty.md': deck('Empty one', '# Empty one\n\n## Part\n') });
    expect(add('Empty one')).toBe('decks/some/empty.md');
  });

  it('is called Inbox where none is named, and needs a title', () => {
    open();
    expect(add(undefined)).toBe('decks/inbox.md');
    expect(() => add(' ')).toThrow('a deck needs a title');
  });

  it('is found and made although another one cannot be read', () => {
    open({ 'decks/broken.md': Uint8Array.from([0xff, 0xfe, 0]), 'decks/a.md': deck('A', card) });
    expect(add('New')).toBe('decks/new.md');
    expect(add('A')).toBe('decks/a.md');
    expect(() => add('broken')).toThrow('decks/broken.md: this is a binary file');
  });

  it('is one of tenet where another file with the title is read as another program’s', () => {
    open({
      'tenet.toml': 'id = "test-collection"\n[notation]\n"decks/a" = "hashcards"\n',
      'decks/a/rocks.md': deck('Rocks', card),
      'decks/b/rocks.md': deck('Rocks', 'Q: Older?\nA: Yes.\n'),
      'decks/a/only.md': deck('Only', 'Q: Oldest?\nA: Yes.\n'),
    });
    tenet.collection = tenet.at(tenet.folder);
    expect(add('Rocks')).toBe('decks/b/rocks.md');
    expect(() => add('Only')).toThrow('decks/a/only.md is read as a hashcards deck');
  });
});

describe('the place of added cards', () => {
  it('is under the last heading, though no card is there yet', () => {
    const before = '# Rocks\n\n## Old\n\nQ: Old?\nA: Yes.\n\n## New\n';
    open({ 'decks/rocks.md': before });
    add('rocks', { question: 'Now?', answer: 'Yes.' });
    expect(text('decks/rocks.md')).toMatch(/^## New\n\nQ: Now\?\nA: Yes\.\n<!-- id: \w+ -->\n$/m);
    expect(text('decks/rocks.md').startsWith(before)).toBe(true);
  });

  it('is under the topics that they name', () => {
    open({ 'decks/rocks.md': '# rocks\n\n## Old\n\nQ: Old?\nA: Yes.\n\n## New\n' });
    add('rocks', { question: 'Now?', answer: 'Yes.', topics: ['Old'] });
    expect(text('decks/rocks.md')).toMatch(/A: Yes\.\n\nQ: Now\?\n[^]*## New\n$/);
  });

  it('is in the index at once', () => {
    open();
    add('Rocks', { term: 'gneiss', definition: 'A banded rock.' });
    expect(tenet.keys()).toHaveLength(2);
    expect(tenet.index()).toMatchObject({ parsed: 0, added: 0 });
  });
});
