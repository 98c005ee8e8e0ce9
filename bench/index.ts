// What it costs to keep the index of deck files: node bench/index.ts [--json]
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findCollection } from '../src/app/collection.ts';
import { listDeckFiles } from '../src/app/deck-files.ts';
import { indexDecks } from '../src/app/index-decks.ts';
import type { IndexReport } from '../src/app/index-decks.ts';
import { readDeckFile } from '../src/app/read-deck-file.ts';
import { Study } from '../src/app/study.ts';
import { parseDeck } from '../src/deck/parse.ts';
import { sidesOf, textId } from '../src/deck/sides.ts';
import { matchCards } from '../src/identity/match.ts';
import { cardWords } from '../src/identity/similarity.ts';
import type { TracedCard } from '../src/identity/traced-card.ts';
import { openStore } from '../src/store/open.ts';
import { madeCard, wordMaker, writeDecks } from './made-decks.ts';
import { median, medianTime, printFigures, timeOf } from './measure.ts';
import type { Figure } from './measure.ts';

const runs = 5;
const scratch = mkdtempSync(path.join(tmpdir(), 'tenet-bench-'));

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

/** Written long ago, as far as the index can tell: fresh files are read twice. */
function age(files: readonly string[]): void {
  for (const file of files) utimesSync(file, 1_700_000_000.5, 1_700_000_000.5);
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
  if (parsed.some((count) => count !== 1)) throw new Error(`parsed ${parsed.join(', ')} files`);
  age(files);
  index();
  const unchanged = medianTime(runs, index);
  close();
  const floor = { floor: 'all files listed and their times read', floorMs: look };
  return [
    {
      name: 'first index, 18,000 cards in 2,500 files',
      medianMs: median(first),
      floor: 'all files listed and read',
      floorMs: read,
      limitMs: 1500,
    },
    { name: 'one edit after it', medianMs: edit, ...floor },
    { name: 'nothing changed', medianMs: unchanged, ...floor },
  ];
}

/** `tenet due` as a process of its own; none where the program was not built. */
function dueCommand(): readonly Figure[] {
  const root = path.resolve(import.meta.dirname, '..');
  if (!existsSync(path.join(root, 'dist/main.js'))) {
    process.stderr.write('tenet due is left out: run "npm run build" first.\n');
    return [];
  }
  const decks = path.join(scratch, 'due');
  age(writeDecks(decks, 10_000, 400));
  const db = path.join(scratch, 'due.db');
  const run =
    (...args: readonly string[]) =>
    (): void => {
      const { status, stderr } = spawnSync(process.execPath, args, { env: { HOME: scratch } });
      if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr.toString()}`);
    };
  const due = run(path.join(root, 'bin/tenet.js'), 'due', '--decks', decks, '--db', db);
  due();
  return [
    {
      name: 'tenet due, unchanged, 10,000 cards in 400 files',
      medianMs: medianTime(4 * runs, due),
      floor: 'node -e 0',
      floorMs: medianTime(4 * runs, run('-e', '0')),
      limitMs: 60,
      limitIsAboveFloor: true,
    },
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
  const medianMs = medianTime(runs, () => links.push(matchCards(change).links.length));
  return {
    name: `10,000 cards against 10,000, ${links[0]} linked`,
    medianMs,
    floor: 'the words of all cards, once',
    floorMs: medianTime(runs, () => [...before, ...after].map(cardWords)),
    limitMs: 1000,
  };
}

try {
  printFigures([...bigCollection(), ...dueCommand(), matching()], process.argv);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
