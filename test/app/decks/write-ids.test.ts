import { chmodSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { deckProblems } from '../../../src/app/check/deck-problems.ts';
import { writeIds } from '../../../src/app/decks/write-ids.ts';
import { TenetError } from '../../../src/model/problem.ts';
import { TemporaryCollection } from '../temporary-collection.ts';

let tenet: TemporaryCollection;

afterEach(() => tenet.dispose());

function write(...files: readonly string[]): ReturnType<typeof writeIds> {
  const absolute = files.map((file) => path.join(tenet.folder, file));
  return writeIds(tenet.collection, tenet.study, absolute);
}

function text(file: string): string {
  return readFileSync(path.join(tenet.folder, file), 'utf8');
}

const deck = `# Geology

Prose before the first card.

Q: Why do continents move?
A: Convection.
S: [Notes](notes.md) "convection"

C: The [crust] is thin.
<!-- type -->

T: fault
D: A crack in rock.
<!-- id: a-fault -->

## Later

Q: last?
A: yes`;

describe('tenet id', () => {
  it('writes the ids that the cards have now, and changes no key and no history', () => {
    tenet = new TemporaryCollection({ 'decks/a.md': deck });
    tenet.index();
    const keys = tenet.keys();
    for (const key of keys) tenet.answer(key);
    expect(write('decks/a.md')).toEqual([{ file: 'decks/a.md', written: 3, had: 1, doubles: 0 }]);
    expect(tenet.keys()).toEqual(keys);
    expect(tenet.keys().map((key) => tenet.reps(key))).toEqual(keys.map(() => 1));
    expect(tenet.index()).toMatchObject({ parsed: 0, linked: [] });
  });

  it('adds comments and changes nothing else', () => {
    tenet = new TemporaryCollection({ 'decks/a.md': deck });
    write('decks/a.md');
    const written = text('decks/a.md');
    expect(written.match(/<!-- id: t\w{13}(?:; type)? -->/g)).toHaveLength(3);
    const bare = written
      .replaceAll(/\n<!-- id: t\w{13} -->/g, '')
      .replace(/id: t\w{13}; type/, 'type');
    expect(bare).toBe(deck);
  });

  it('leaves a file alone in which every card has its id', () => {
    tenet = new TemporaryCollection({ 'decks/a.md': deck });
    write('decks/a.md');
    const once = text('decks/a.md');
    expect(write('decks/a.md')).toMatchObject([{ written: 0, had: 4 }]);
    expect(text('decks/a.md')).toBe(once);
  });

  it('keeps line ends and the mode of the file', () => {
    tenet = new TemporaryCollection({ 'decks/a.md': deck.replaceAll('\n', '\r\n') });
    chmodSync(path.join(tenet.folder, 'decks/a.md'), 0o640);
    write('decks/a.md');
    expect(text('decks/a.md').replaceAll('\r\n', '')).not.toContain('\n');
    expect(statSync(path.join(tenet.folder, 'decks/a.md')).mode & 0o777).toBe(0o640);
  });

  it('keeps a history through later rewording once the id is written', () => {
    tenet = new TemporaryCollection({ 'decks/a.md': 'Q: one?\nA: 1\n\nQ: two?\nA: 2\n' });
    tenet.index();
    const [key = ''] = tenet.keys();
    tenet.answer(key);
    write('decks/a.md');
    tenet.write('decks/a.md', text('decks/a.md').replace('one?\nA: 1', 'Nothing alike?\nA: No.'));
    tenet.index();
    expect(tenet.keys()[0]).toBe(key);
    expect(tenet.reps(key)).toBe(1);
  });

  it('gives one id to one of two equal cards', () => {
    tenet = new TemporaryCollection({
      'decks/a.md': 'Q: one?\nA: 1\n',
      'decks/b.md': 'Q: one?\nA: 1\n\nQ: two?\nA: 2\n',
    });
    expect(write('decks/a.md', 'decks/b.md')).toMatchObject([
      { written: 1, doubles: 0 },
      { written: 1, doubles: 1 },
    ]);
    expect(deckProblems(tenet.store).map(({ rule }) => rule)).toEqual(['card-twice']);
  });

  it('gives a copy with the id of another card its own', () => {
    const one = 'Q: one?\nA: 1\n<!-- id: card-one -->\n';
    tenet = new TemporaryCollection({
      'decks/a.md': one,
      'decks/b.md': one.replace('A: 1', 'A: I'),
    });
    expect(write('decks/b.md')).toMatchObject([{ written: 1 }]);
    expect(deckProblems(tenet.store)).toEqual([]);
  });

  it('refuses files that are no decks of the collection, and notations without comments', () => {
    tenet = new TemporaryCollection({ 'decks/a.md': deck, 'notes.md': 'Q: a?\nA: b\n' });
    expect(() => write('notes.md')).toThrow(TenetError);
    tenet.collection = { ...tenet.collection, notationOf: () => 'hashcards' };
    expect(() => write('decks/a.md')).toThrow(/hashcards/);
    expect(text('decks/a.md')).toBe(deck);
  });
});
