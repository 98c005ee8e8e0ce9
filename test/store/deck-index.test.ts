import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BasicCard, CardId, CardKey } from '../../src/model/card.ts';
import { newStanding } from '../../src/schedule/replay.ts';
import {
  addCards,
  addSuccession,
  clearDeckIndex,
  forgetPastCards,
  putFile,
  rememberCard,
  removeCards,
} from '../../src/store/deck-index-changes.ts';
import type { CardWithSides } from '../../src/store/deck-index-changes.ts';
import {
  cardsHere,
  cardsOfFile,
  cardsWithoutClaim,
  fileProblems,
  hashesElsewhere,
  knownFiles,
  rivals,
} from '../../src/store/deck-index.ts';
import type { FileRecord } from '../../src/store/deck-index.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/open.ts';
import {
  idsSeen,
  idsWithHistory,
  pastCardsWithHistory,
  successionsAround,
} from '../../src/store/past-cards.ts';
import type { PastCard } from '../../src/store/past-cards.ts';
import { putStandings } from '../../src/store/standings.ts';

let store: Store;

beforeEach(() => {
  store = openStore(':memory:', { nowMs: 0 });
});

afterEach(() => store.close());

const file: FileRecord = {
  path: 'decks/a.md',
  size: 10,
  modifiedMs: 1_700_000_000_000.25,
  changedMs: 1_700_000_000_001.75,
  settled: true,
  hash: 'h',
  notation: '',
  whole: true,
};

function card(id: string, path = 'decks/a.md', position = 0): CardWithSides {
  const basic: BasicCard = {
    kind: 'basic',
    id: id as CardId,
    idWritten: true,
    deck: 'A',
    topics: [],
    tags: [],
    sources: [],
    note: '',
    typed: false,
    off: [],
    place: { file: path, line: 1 + position, column: 1 },
    span: { start: 0, end: 1 },
    question: `${id}?`,
    answer: 'yes',
  };
  const side = { key: id as string as CardKey, deck: 'A', section: null, asks: 7, answers: 8 };
  return {
    file: path,
    position,
    claim: basic.id,
    id: basic.id,
    textId: `t-${id}` as CardId,
    fresh: false,
    card: basic,
    sides: [side],
  };
}

function past(id: string): PastCard {
  return { ...card(id), id: id as CardId, held: false };
}

function sideCount(): number {
  return store.row<[number]>('SELECT count(*) FROM side')?.[0] ?? -1;
}

const ids = (...list: readonly string[]): readonly CardId[] => list.map((id) => id as CardId);

describe('the index of deck files', () => {
  it('gives files back as they were, times to the fraction', () => {
    putFile(store, file, []);
    expect([...knownFiles(store).values()]).toEqual([file]);
  });

  it('keeps the problems of files in the order of paths', () => {
    const problem = { line: 1, column: 1, rule: 'r', severity: 'error', message: 'm', remedy: 'd' };
    for (const path of ['decks/b.md', 'decks/a.md'])
      putFile(store, { ...file, path }, [{ ...problem, file: path, severity: 'error' }]);
    expect(fileProblems(store).map((each) => each.file)).toEqual(['decks/a.md', 'decks/b.md']);
  });

  it('gives cards back whole, in their order, and takes their sides with them', () => {
    const [second, first] = [card('two', 'decks/a.md', 1), card('one')];
    addCards(store, [second]);
    addCards(store, [first]);
    const { sides: _, ...record } = first;
    expect(cardsOfFile(store, 'decks/a.md')[0]).toEqual(record);
    expect(cardsHere(store).map(({ id }) => id)).toEqual(['one', 'two']);
    removeCards(store, 'decks/a.md');
    expect(cardsHere(store)).toEqual([]);
    expect(sideCount()).toBe(0);
  });

  it('removes only the sides of the card, not of one whose id begins alike', () => {
    addCards(store, [card('card', 'decks/a.md')]);
    addCards(store, [card('card-2', 'decks/b.md')]);
    removeCards(store, 'decks/a.md');
    expect(sideCount()).toBe(1);
  });

  it('finds everyone among whom an id is decided, in other files', () => {
    addCards(store, [card('one')]);
    addCards(store, [
      {
        ...card('one', 'decks/b.md'),
        id: 't-late' as CardId,
        sides: [],
        textId: 't-late' as CardId,
      },
    ]);
    const found = (asked: readonly CardId[], except: readonly string[]): readonly string[] =>
      rivals(store, asked, except).map((each) => each.file);
    expect(found(ids('one'), [])).toEqual(['decks/a.md', 'decks/b.md']);
    expect(found(ids('one'), ['decks/a.md'])).toEqual(['decks/b.md']);
    expect(found(ids('t-late'), [])).toEqual(['decks/b.md']);
    expect(found(ids('t-one'), [])).toEqual(['decks/a.md']);
    expect(cardsWithoutClaim(store).map((each) => each.file)).toEqual(['decks/b.md']);
  });

  it('tells which questions and answers other files have', () => {
    addCards(store, [card('one')]);
    expect(hashesElsewhere(store, [7, 9], ['decks/b.md'])).toContain(7);
    expect(hashesElsewhere(store, [7, 9], ['decks/a.md'])).toEqual(new Set());
  });
});

describe('what is remembered of cards that are gone', () => {
  it('counts as seen, like what was linked or has a history', () => {
    rememberCard(store, past('gone'));
    addSuccession(store, 'old' as CardId, 'new' as CardId);
    putStandings(store, [newStanding('cloze/habc' as CardKey)]);
    expect(idsSeen(store, ids('gone', 'old', 'new', 'cloze', 'clo', 'other'))).toEqual(
      new Set(['gone', 'old', 'new', 'cloze']),
    );
    expect(idsWithHistory(store, ids('gone', 'cloze'))).toEqual(new Set(['cloze']));
  });

  it('waits where it has a history and was not linked to a card that is here', () => {
    for (const id of ['waits', 'linked', 'unread']) rememberCard(store, past(id));
    putStandings(
      store,
      ['waits', 'linked'].map((id) => newStanding(id as CardKey)),
    );
    addCards(store, [card('heir')]);
    addSuccession(store, 'linked' as CardId, 'heir' as CardId);
    expect(pastCardsWithHistory(store).map(({ id }) => id)).toEqual(['waits']);
    forgetPastCards(store, ids('waits'));
    expect(pastCardsWithHistory(store)).toEqual([]);
  });

  it('knows whole families, by what was found here and by links in the log', () => {
    addSuccession(store, 'a' as CardId, 'b' as CardId);
    store.run("INSERT INTO link (old, new) VALUES ('b/h111111', 'c/h222222'), ('x/c1', 'x/c2')");
    expect(successionsAround(store, ids('c'))).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
    expect(successionsAround(store, ids('x'))).toEqual([]);
  });

  it('goes with the index when another collection takes its place', () => {
    addCards(store, [card('one')]);
    rememberCard(store, past('gone'));
    putFile(store, file, []);
    clearDeckIndex(store);
    expect(knownFiles(store).size + cardsHere(store).length + sideCount()).toBe(0);
    expect(idsSeen(store, ids('gone'))).toEqual(new Set());
  });
});
