import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { findCollection } from '../src/app/collection/collection.ts';
import { listDeckFiles } from '../src/app/decks/deck-files.ts';
import { indexDecks } from '../src/app/decks/index-decks.ts';
import type { IndexReport } from '../src/app/decks/index-decks.ts';
import { readDeckFile } from '../src/app/decks/read-deck-file.ts';
import { Study } from '../src/app/log/study.ts';
import { parseDeck } from '../src/deck/parse.ts';
import { sidesOf, textId } from '../src/deck/sides.ts';
import { matchCards } from '../src/identity/match.ts';
import { cardWords } from '../src/identity/similarity.ts';
import type { TracedCard } from '../src/identity/traced-card.ts';
import { openStore } from '../src/store/open.ts';
import { madeCard, wordMaker, writeDecks } from './made-decks.ts';
import { median, medianTime, timeOf } from './measure.ts';
import type { Benchmark, Figure } from './measure.ts';
import { age, scratch } from './scratch.ts';

const runs = 5;

interface Opened {
  readonly index: () => IndexReport;
  readonly close: () => void;
}

function open(decks: string, db: string): Opened {
  const collection = findCollection({ decks, db, env: { HOME: scratch }, cwd: decks });
  const store = openStore(db, { nowMs: Date.now() });
  const clock = { now: () => Date.now() };
  const study = new Study({ store, clock, settings: collection.settings });
  return { index: () => indexDecks(collection, study), close: () => store.close() };
}

function readAll(decks: string): void {
  for (const file of listDeckFiles(decks, decks).files) readDeckFile(file);
}

function bigCollection(): readonly Figure[] {
  const decks = path.join(scratch, 'big');
  const files = writeDecks(decks, 18_000, 2_500);
  age(files);
  const read = medianTime(runs, () => readAll(decks));
  const look = medianTime(runs, () => listDeckFiles(decks, decks));
  const databases = Array.from({ length: runs }, (_, run) => path.join(scratch, `big-${run}.db`));
  const first = databases.map((db) => {
    const { index, close } = open(decks, db);
    const took = timeOf(index);
    close();
    return took;
  });
  const { index, close } = open(decks, databases[0] ?? '');
  const edited = files[files.length >> 1] ?? '';
  const parsed: number[] = [];
  const edit = medianTime(
    runs,
    () => parsed.push(index().parsed),
    () => appendFileSync(edited, '\nQ: One more?\nA: Yes.\n'),
  );
  age(files);
  index();
  const unchanged = medianTime(runs, index);
  close();
  const floor = { what: 'all files listed and their times read', value: look };
  return [
    {
      name: 'first index, 18,000 cards in 2,500 files',
      unit: 'ms',
      value: median(first),
      floor: { what: 'all files listed and read', value: read },
      promise: { most: 1500 },
    },
    { name: 'the index after one edit', unit: 'ms', value: edit, floor },
    {
      name: 'files parsed after one edit',
      unit: 'files',
      value: Math.max(...parsed),
      promise: { most: 1 },
    },
    { name: 'the index when nothing changed', unit: 'ms', value: unchanged, floor },
  ];
}

/** One file of cards, and the same with a word changed in both fields of each. */
function tracedCards(edited: boolean): readonly TracedCard[] {
  const text = wordMaker(2);
  const cards = Array.from({ length: 10_000 }, (_, index) => madeCard(index * 5, text));
  const deck = cards.join('\n');
  const changed = deck.replaceAll(' is ', ' was ').replaceAll('.\n', ', once.\n');
  return parseDeck(edited ? changed : deck, { path: 'a.md' }).cards.map((card) => ({
    card,
    sides: sidesOf(card),
    textId: textId(card),
  }));
}

function matching(): Figure {
  const [before, after] = [tracedCards(false), tracedCards(true)];
  const change = {
    before: new Map([['a.md', before]]),
    after: new Map([['a.md', after]]),
    vanished: new Set(before.map(({ card }) => card.id)),
    appeared: new Set(after.map(({ card }) => card.id)),
    certain: [],
    seen: new Set<never>(),
    lineage: [],
    elsewhere: () => new Set<number>(),
    known: before.length,
  };
  const links: number[] = [];
  const value = medianTime(runs, () => links.push(matchCards(change).links.length));
  return {
    name: `10,000 cards against 10,000, ${links[0]} linked`,
    unit: 'ms',
    value,
    floor: {
      what: 'the words of all cards, once',
      value: medianTime(runs, () => [...before, ...after].map(cardWords)),
    },
    promise: { most: 1000 },
  };
}

/** What it costs to keep the index of deck files. */
export const indexBenchmark: Benchmark = {
  name: 'index',
  measure: async () => [...bigCollection(), matching()],
};
