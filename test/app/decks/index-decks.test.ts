import { symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { indexDecks } from '../../../src/app/decks/index-decks.ts';
import { deckProblems, linkNotices } from '../../../src/app/check/deck-problems.ts';
import {
  mostHistoriesWait,
  waitingCards,
  waitingProblems,
} from '../../../src/app/decks/waiting-cards.ts';
import type { CardId } from '../../../src/model/card.ts';
import { Study } from '../../../src/app/log/study.ts';
import { cardsHere } from '../../../src/store/deck-index.ts';
import { countEvents } from '../../../src/store/events.ts';
import { TemporaryCollection } from '../temporary-collection.ts';

let open: TemporaryCollection[] = [];

function collectionOf(files: Readonly<Record<string, string>>): TemporaryCollection {
  const made = new TemporaryCollection(files);
  open.push(made);
  return made;
}

afterEach(() => {
  for (const collection of open) collection.dispose();
  open = [];
});

const geology = `# Geology

Q: What is the hardest mineral on the Mohs scale?
A: Diamond.

Q: Why do continents move?
A: Convection in the mantle drags the plates along.

C: The Earth is about [4.5] billion years old.
`;

/** A file as if it had been written long ago: then one look at it is enough. */
function age({ folder }: TemporaryCollection, file: string): void {
  utimesSync(path.join(folder, file), 1_700_000_000.5, 1_700_000_000.5);
}

function answersOfFirst(tenet: TemporaryCollection): number {
  return tenet.reps(tenet.keys()[0] ?? '');
}

function numbersDeck(word: string): string {
  return [1, 2, 3, 4]
    .map((n) => `Q: What is the ${word} of number ${n}?\nA: It is ${n}.\n`)
    .join('\n');
}

describe('the index of deck files', () => {
  it('parses every file once, and afterwards only what changed', () => {
    const tenet = collectionOf({ 'decks/geology.md': geology, 'decks/more.md': 'Q: a?\nA: b\n' });
    expect(tenet.index()).toMatchObject({ files: 2, read: 2, parsed: 2, added: 4, gone: 0 });
    tenet.write('decks/more.md', 'Q: a?\nA: b\n\nQ: c?\nA: d\n');
    expect(tenet.index()).toMatchObject({ files: 2, parsed: 1, added: 1, gone: 0 });
  });

  it('reads nothing where no time or size changed', () => {
    const tenet = collectionOf({ 'decks/geology.md': geology });
    age(tenet, 'decks/geology.md');
    tenet.index();
    expect(tenet.index()).toMatchObject({ files: 1, read: 0, parsed: 0 });
  });

  it('does not put back what another tenet read meanwhile', () => {
    const tenet = collectionOf({ 'decks/a.md': 'Q: Which rock is teh hardest?\nA: Diamond.\n' });
    tenet.index();
    tenet.answer(tenet.keys()[0] ?? '');
    tenet.write('decks/a.md', 'Q: Which rock is the hardest?\nA: Diamond.\n');
    const meanwhile = (): void => {
      tenet.write('decks/a.md', 'Q: Which rock is the very hardest?\nA: Diamond.\n');
      tenet.index();
    };
    let calls = 0;
    const listener = { saving: () => {}, saved: () => (calls++ === 0 ? meanwhile() : undefined) };
    const { store, collection } = tenet;
    const clock = { now: () => tenet.nowMs };
    const { settings } = collection;
    indexDecks(collection, new Study({ store, clock, settings, listener }));
    expect(calls).toBe(1);
    expect(cardsHere(store).map(({ card }) => card)).toMatchObject([
      { question: 'Which rock is the very hardest?' },
    ]);
    expect(answersOfFirst(tenet)).toBe(1);
  });

  it('looks again at a file that was just written: the next write may leave its times as they are', () => {
    const tenet = collectionOf({ 'decks/geology.md': geology });
    const wholeSecond = Math.floor(Date.now() / 1000);
    utimesSync(path.join(tenet.folder, 'decks/geology.md'), wholeSecond, wholeSecond);
    tenet.index();
    expect(tenet.index()).toMatchObject({ read: 1, parsed: 0 });
  });

  it('reads a file whose times changed, and parses it only if its content did', () => {
    const tenet = collectionOf({ 'decks/geology.md': geology });
    tenet.index();
    age(tenet, 'decks/geology.md');
    expect(tenet.index()).toMatchObject({ read: 1, parsed: 0 });
  });

  it('sees a change of the same length whose modification time was set back', () => {
    const tenet = collectionOf({ 'decks/a.md': 'Q: one?\nA: 1\n' });
    age(tenet, 'decks/a.md');
    tenet.index();
    tenet.write('decks/a.md', 'Q: two?\nA: 2\n');
    age(tenet, 'decks/a.md');
    expect(tenet.index()).toMatchObject({ parsed: 1, added: 1, gone: 1 });
  });

  it('parses again what another notation is set for', () => {
    const tenet = collectionOf({ 'decks/a.md': 'Q: one?\nA: 1\n' });
    tenet.index();
    tenet.write('tenet.toml', 'id = "test-collection"\n[notation]\n"decks" = "hashcards"\n');
    tenet.collection = { ...tenet.collection, notationOf: () => 'hashcards' };
    expect(tenet.index()).toMatchObject({ parsed: 1 });
  });

  it('leaves out drafts, hidden folders and files that are no Markdown', () => {
    const tenet = collectionOf({
      'decks/a.md': 'Q: one?\nA: 1\n',
      'decks/.tenet/ledger.md': 'Q: two?\nA: 2\n',
      'decks/notes.txt': 'Q: three?\nA: 3\n',
      'drafts/b.md': 'Q: four?\nA: 4\n',
    });
    expect(tenet.index()).toMatchObject({ files: 1, added: 1 });
  });

  it('gives nothing to match when another collection opens the same database', () => {
    const tenet = collectionOf({ 'decks/a.md': 'Q: Why do continents move?\nA: Convection.\n' });
    const other = collectionOf({ 'decks/a.md': 'Q: Why do continents move?\nA: Nobody knows.\n' });
    tenet.index();
    for (const key of tenet.keys()) tenet.answer(key);
    const elsewhere = { ...other.collection, id: 'other-collection' };
    expect(indexDecks(elsewhere, tenet.study)).toMatchObject({ added: 1, linked: [], unsure: [] });
    expect(tenet.keys().map((key) => tenet.reps(key))).toEqual([0]);
    tenet.index();
    expect(tenet.keys().map((key) => tenet.reps(key))).toEqual([1]);
  });
});

describe('a branch that is checked out and left', () => {
  const main = 'Q: Why do continents move?\nA: Convection in the mantle.\n\nQ: x?\nA: y\n';
  const branch = main.replace('Convection', 'Slow convection');

  it('carries what was answered on either side over to the other', () => {
    const tenet = collectionOf({ 'decks/a.md': main });
    tenet.index();
    tenet.answer(tenet.keys()[0] ?? '');
    for (const [text, answers] of [
      [branch, 1],
      [main, 2],
      [branch, 3],
      [main, 4],
    ] as const) {
      tenet.write('decks/a.md', text);
      tenet.index();
      expect(answersOfFirst(tenet)).toBe(answers);
      tenet.answer(tenet.keys()[0] ?? '');
    }
    expect(answersOfFirst(tenet)).toBe(5);
  });

  it('adds nothing to the log where nothing was answered in between', () => {
    const tenet = collectionOf({ 'decks/a.md': main });
    tenet.index();
    tenet.answer(tenet.keys()[0] ?? '');
    for (const text of [branch, main, branch, main, branch]) {
      tenet.write('decks/a.md', text);
      tenet.index();
      expect(answersOfFirst(tenet)).toBe(1);
    }
    expect(countEvents(tenet.store)).toBe(2);
  });

  it('carries over also what was first answered on the branch', () => {
    const tenet = collectionOf({ 'decks/a.md': main });
    tenet.index();
    tenet.write('decks/a.md', branch);
    tenet.index();
    tenet.answer(tenet.keys()[0] ?? '');
    tenet.write('decks/a.md', main);
    tenet.index();
    expect(answersOfFirst(tenet)).toBe(1);
  });

  it('keeps two cards apart that both descend from one', () => {
    const tenet = collectionOf({ 'decks/a.md': main });
    tenet.index();
    tenet.answer(tenet.keys()[0] ?? '');
    tenet.write('decks/a.md', branch);
    tenet.index();
    tenet.write(
      'decks/a.md',
      `${branch}\nQ: Why do continents move?\nA: Convection in the mantle.\n`,
    );
    tenet.index();
    tenet.answer(tenet.keys()[0] ?? '');
    expect(tenet.keys().map((key) => tenet.reps(key))).toEqual([2, 0, 1]);
  });
});

describe('an edit inside tenet', () => {
  it('links by itself, however little is left of the text', () => {
    const tenet = collectionOf({ 'decks/a.md': 'Q: one?\nA: 1\n\nQ: two?\nA: 2\n' });
    tenet.index();
    const [before = ''] = tenet.keys();
    tenet.answer(before);
    tenet.write('decks/a.md', 'Q: Something else?\nA: Entirely.\n\nQ: two?\nA: 2\n');
    const twin = collectionOf({ 'decks/a.md': 'Q: Something else?\nA: Entirely.\n' });
    twin.index();
    const [after = ''] = twin.keys();
    const edited = [[before as CardId, after as CardId]] as const;
    expect(tenet.index({ edited }).linked).toMatchObject([
      { from: before, to: after, why: 'edit' },
    ]);
    expect(tenet.reps(after)).toBe(1);
  });
});

describe('ids and texts that stand twice', () => {
  const copy = 'Q: one?\nA: 1\n<!-- id: card-one -->\n';

  it('leave the id with the first by path, hide neither card, and are an error', () => {
    const tenet = collectionOf({
      'decks/b.md': copy.replace('A: 1', 'A: one'),
      'decks/a.md': copy,
    });
    tenet.index();
    const [first, second] = tenet.keys();
    expect(first).toBe('card-one');
    expect(second).toMatch(/^t/);
    expect(deckProblems(tenet.store)).toMatchObject([
      { file: 'decks/b.md', line: 1, rule: 'id-twice', severity: 'error' },
    ]);
  });

  it('give the id back when the first is taken away, without parsing the second file', () => {
    const tenet = collectionOf({
      'decks/a.md': copy,
      'decks/b.md': copy.replace('A: 1', 'A: one'),
    });
    age(tenet, 'decks/b.md');
    tenet.index();
    const second = tenet.keys()[1] ?? '';
    tenet.answer(second);
    tenet.remove('decks/a.md');
    expect(tenet.index()).toMatchObject({ parsed: 0 });
    expect(tenet.keys()).toEqual(['card-one']);
    expect(deckProblems(tenet.store)).toEqual([]);
  });

  it('are one card, and reported, where no id is written', () => {
    const tenet = collectionOf({
      'decks/a.md': 'Q: one?\nA: 1\n',
      'decks/b.md': 'Q: one?\nA:  1\n',
    });
    tenet.index();
    expect(tenet.keys()).toHaveLength(1);
    expect(deckProblems(tenet.store)).toMatchObject([{ file: 'decks/b.md', rule: 'card-twice' }]);
    tenet.remove('decks/a.md');
    tenet.index();
    expect(tenet.keys()).toHaveLength(1);
    expect(deckProblems(tenet.store)).toEqual([]);
  });
});

describe('what is not sure', () => {
  const before = 'Q: When was the treaty of Rome signed?\nA: In 1957.\n\nQ: x?\nA: y\n';
  const after = 'Q: When was the treaty of Paris signed?\nA: In 1951.\n\nQ: x?\nA: y\n';

  function edited(): TemporaryCollection {
    const tenet = collectionOf({ 'decks/a.md': before });
    tenet.index();
    tenet.answer(tenet.keys()[0] ?? '');
    tenet.write('decks/a.md', after);
    return tenet;
  }

  it('is not linked but offered, then and later', () => {
    const tenet = edited();
    const report = tenet.index();
    expect(report.linked).toEqual([]);
    expect(report.unsure).toHaveLength(1);
    expect(tenet.index().unsure).toEqual([]);
    expect(waitingCards(tenet.store)).toHaveLength(1);
  });

  it('is linked when the id that check names is written', () => {
    const tenet = edited();
    tenet.index();
    const [problem] = waitingProblems(tenet.store);
    expect(problem).toMatchObject({ file: 'decks/a.md', line: 1, severity: 'info' });
    const comment = /<!-- id: \S+ -->/.exec(problem?.remedy ?? '')?.[0] ?? '';
    tenet.write('decks/a.md', after.replace('1951.\n', `1951.\n${comment}\n`));
    tenet.index();
    expect(tenet.reps(tenet.keys()[0] ?? '')).toBe(1);
    expect(waitingProblems(tenet.store)).toEqual([]);
  });

  it('is offered once where it was reworded twice: with the history that is likest', () => {
    const tenet = edited();
    tenet.index();
    tenet.answer(tenet.keys()[0] ?? '');
    tenet.write(
      'decks/a.md',
      after.replace('of Paris', 'of the city of Paris').replace('1951', '1952'),
    );
    tenet.index();
    expect(waitingCards(tenet.store)).toHaveLength(2);
    expect(waitingProblems(tenet.store)).toMatchObject([
      { line: 1, message: expect.stringContaining('treaty of Paris') as string },
    ]);
  });

  it('is not offered where there is no history to wait', () => {
    const tenet = collectionOf({ 'decks/a.md': before });
    tenet.index();
    tenet.write('decks/a.md', after);
    expect(tenet.index().unsure).toEqual([]);
    expect(waitingCards(tenet.store)).toEqual([]);
  });

  it('is told apart from what was linked, which check names too', () => {
    const tenet = collectionOf({ 'decks/a.md': before });
    tenet.index();
    tenet.answer(tenet.keys()[0] ?? '');
    tenet.write('decks/a.md', before.replace('In 1957.', 'On 25 March 1957.'));
    expect(tenet.index().linked).toMatchObject([{ why: 'side' }]);
    expect(linkNotices(tenet.store, tenet.study.now().day)).toMatchObject([
      { file: 'decks/a.md', line: 1, rule: 'history-linked', severity: 'info' },
    ]);
    expect(waitingProblems(tenet.store)).toEqual([]);
  });
});

describe('when most cards are gone at once', () => {
  it('says so, matches nothing, and has every history again when they are back', () => {
    const tenet = collectionOf({
      'decks/a.md': numbersDeck('name'),
      'decks/b.md': 'Q: b?\nA: b\n',
    });
    tenet.index();
    for (const key of tenet.keys()) tenet.answer(key);
    tenet.remove('decks/a.md');
    tenet.write('decks/c.md', numbersDeck('sum'));
    expect(tenet.index()).toMatchObject({ massLoss: { gone: 4, known: 5 }, linked: [] });
    expect(tenet.keys().map((key) => tenet.reps(key))).toEqual([1, 0, 0, 0, 0]);
    tenet.write('decks/a.md', numbersDeck('name'));
    expect(mostHistoriesWait(tenet.store)).toBe(true);
    expect(tenet.index()).toMatchObject({ massLoss: null });
    expect(mostHistoriesWait(tenet.store)).toBe(false);
    expect(tenet.keys().map((key) => tenet.reps(key))).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0]);
  });

  it('does not mistake an edit of every card for a loss', () => {
    const tenet = collectionOf({ 'decks/a.md': numbersDeck('name') });
    tenet.index();
    for (const key of tenet.keys()) tenet.answer(key);
    tenet.write('decks/a.md', numbersDeck('first name'));
    expect(tenet.index().massLoss).toBeNull();
    expect(tenet.keys().map((key) => tenet.reps(key))).toEqual([1, 1, 1, 1]);
  });

  it('forgets nothing when the folder of decks itself is missing', () => {
    const tenet = collectionOf({ 'decks/a.md': numbersDeck('name') });
    tenet.index();
    const keys = tenet.keys();
    tenet.remove('decks');
    const report = tenet.index();
    expect(report.problems).toMatchObject([{ file: 'decks', rule: 'folder-unreadable' }]);
    expect(tenet.keys()).toEqual(keys);
  });
});

describe('files that cannot be read as decks', () => {
  const good = 'Q: good?\nA: yes\n';
  const bad: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['binary', Uint8Array.from([81, 58, 0, 1, 2]), 'binary-file'],
    ['not UTF-8', Buffer.from('Q: caf\xe9?\nA: yes\n', 'latin1'), 'not-utf-8'],
    ['UTF-16', Buffer.from('\ufeffQ: good?\nA: yes\n', 'utf16le'), 'not-utf-8'],
  ];

  it.each(bad)('are a problem, hide nothing else and lose nothing: %s', (_, bytes, rule) => {
    const tenet = collectionOf({ 'decks/a.md': 'Q: was here?\nA: yes\n', 'decks/b.md': good });
    tenet.index();
    const keys = tenet.keys();
    for (const key of keys) tenet.answer(key);
    tenet.write('decks/a.md', bytes);
    expect(tenet.index()).toMatchObject({ gone: 0 });
    expect(deckProblems(tenet.store)).toMatchObject([{ file: 'decks/a.md', rule }]);
    expect(tenet.keys()).toEqual(keys);
    tenet.write('decks/a.md', 'Q: was here?\nA: yes\n');
    expect(tenet.index()).toMatchObject({ added: 0, gone: 0 });
    expect(deckProblems(tenet.store)).toEqual([]);
    expect(tenet.keys().map((key) => tenet.reps(key))).toEqual([1, 1]);
  });

  it('are tried again while they cannot be opened', () => {
    const tenet = collectionOf({ 'decks/b.md': good });
    const link = path.join(tenet.folder, 'decks', 'a.md');
    symlinkSync(path.join(tenet.folder, 'elsewhere.md'), link);
    const report = tenet.index();
    expect(report).toMatchObject({ files: 1, added: 1 });
    expect(report.problems).toMatchObject([{ file: 'decks/a.md', rule: 'link-broken' }]);
    tenet.write('elsewhere.md', 'Q: linked?\nA: yes\n');
    expect(tenet.index()).toMatchObject({ files: 2, added: 1, problems: [] });
  });
});
