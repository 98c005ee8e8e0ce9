import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cardsToExport } from '../src/app/export/cards.ts';
import { indexDecks } from '../src/app/decks/index-decks.ts';
import { openCollection } from '../src/app/collection/open-collection.ts';
import type { OpenCollection } from '../src/app/collection/open-collection.ts';
import { sidesOf } from '../src/deck/sides.ts';
import type { EventId, StudyEvent } from '../src/model/event.ts';
import { madeCard, randomNumbers, wordMaker } from './made-decks.ts';
import { median } from './measure.ts';
import type { Benchmark, Figure } from './measure.ts';
import { cleanEnv, scratch, tenet } from './scratch.ts';

const cards = 10_000;
const answersEach = 10;
const dayMs = 86_400_000;

interface Measured {
  readonly ms: number;
  readonly megabytes: number;
}

async function opened(root: string): Promise<OpenCollection> {
  const clock = { now: () => Date.now() };
  return openCollection({
    decks: root,
    db: path.join(root, 'bench.db'),
    env: { HOME: root },
    cwd: root,
    clock,
  });
}

function makeFolder(root: string): void {
  mkdirSync(path.join(root, 'decks'), { recursive: true });
  writeFileSync(path.join(root, 'tenet.toml'), 'id = "bench"\n');
}

/** A hundred decks of questions and clozes with written ids, some words in bold. */
async function makeCollection(root: string): Promise<void> {
  makeFolder(root);
  const text = wordMaker(7);
  for (let file = 0; file < 100; file += 1) {
    const parts = Array.from({ length: cards / 100 }, (_, index) => {
      const number = file * 100 + index;
      const card = madeCard(number % 5 === 4 ? number + 1 : number, text).trimEnd();
      const shown = number % 4 === 0 ? card.replace(/ (\w+) /, ' **$1** ') : card;
      return `${shown}\n<!-- id: bench${String(number).padStart(8, '0')} -->\n`;
    });
    writeFileSync(
      path.join(root, 'decks', `deck-${file}.md`),
      `# Deck ${file}\n\n${parts.join('\n')}`,
    );
  }
  const open = await opened(root);
  indexDecks(open.collection, open.study);
  open.study.takeIn(answersTo(open));
  open.close();
}

function* answersTo({ store }: OpenCollection): Generator<StudyEvent, void> {
  const random = randomNumbers(3);
  for (const card of cardsToExport(store, [])) {
    const key = sidesOf(card)[0]?.key;
    if (key === undefined) continue;
    let atMs = Date.now() - 300 * dayMs + random(dayMs);
    let gap = 1;
    let after: EventId | null = null;
    for (let answer = 0; answer < answersEach; answer += 1) {
      const id = `${card.id}-${answer}` as EventId;
      const day = Math.floor(atMs / dayMs);
      const due = { kind: 'day', day: day + gap } as const;
      yield {
        id,
        card: key,
        atMs,
        day,
        offsetEast: 0,
        after,
        kind: 'answer',
        grade: 3,
        ms: 4000,
        due,
      };
      after = id;
      atMs += gap * dayMs + random(1000);
      gap = Math.ceil(gap * 1.5);
    }
  }
}

/** Hands the peak of a run's memory, in kB, to the file descriptor that is open for it. */
const tellPeak = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));",
)}`;

/** One run of the built program on a collection, as a person starts it. */
function runTenet(root: string, ...args: readonly string[]): Measured {
  const where = ['--decks', root, '--db', path.join(root, 'bench.db')];
  const start = performance.now();
  const { status, stderr, output } = spawnSync(
    process.execPath,
    ['--import', tellPeak, tenet, ...where, ...args],
    { env: cleanEnv, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const ms = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return { ms, megabytes: Number(output[3]) / 1024 };
}

const ankiDriver = `
import json, sys, time
from anki.collection import Collection, ExportAnkiPackageOptions, ImportAnkiPackageOptions, ImportAnkiPackageRequest
profile, given, out = sys.argv[1:]
col = Collection(profile)
options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
start = time.time()
col.import_anki_package(ImportAnkiPackageRequest(package_path=given, options=options))
imported = time.time() - start
start = time.time()
col.export_anki_package(out_path=out, options=ExportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True, with_media=True, legacy=True), limit=None)
print("\\n" + json.dumps({"import": imported * 1000, "export": (time.time() - start) * 1000}))
col.close()
`;

type AnkiTimes = Readonly<Record<'import' | 'export', number>>;

/** Null where the library is not installed. */
function ankiItself(file: string, run: number): AnkiTimes | null {
  const cache = path.resolve(import.meta.dirname, '../.cache');
  const name = existsSync(cache)
    ? readdirSync(cache).find((each) => each.startsWith('anki-2'))
    : undefined;
  if (name === undefined) return null;
  const args = [
    '-c',
    ankiDriver,
    path.join(scratch, `anki-${run}.anki2`),
    file,
    path.join(scratch, `anki-${run}.apkg`),
  ];
  const { stdout } = spawnSync(path.join(cache, name, 'bin/python'), args, { encoding: 'utf8' });
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? 'null') as Readonly<
    Record<'import' | 'export', number>
  > | null;
}

/** 10,000 cards with 100,000 answers out and in, each a run of the program, beside Anki's own library. */
export const ankiBenchmark: Benchmark = {
  name: 'anki',
  measure: async (wanted = 3) => {
    const from = path.join(scratch, 'anki-from');
    await makeCollection(from);
    const file = path.join(scratch, 'out.apkg');
    const out: Measured[] = [];
    const back: Measured[] = [];
    const theirs: AnkiTimes[] = [];
    for (let run = 0; run < wanted; run += 1) {
      out.push(runTenet(from, 'export', 'anki', '--with-history', '--out', file));
      const to = path.join(scratch, `anki-to-${run}`);
      makeFolder(to);
      back.push(runTenet(to, 'import', file));
      const anki = ankiItself(file, run);
      if (anki !== null) theirs.push(anki);
    }
    if (theirs.length === 0)
      process.stderr.write(
        "anki is measured without Anki's library: npm run test:anki installs it.\n",
      );
    return [
      timeFigure('export', out, theirs, 2000),
      { name: 'export to Anki, peak', unit: 'MB', value: peakOf(out), promise: { most: 200 } },
      timeFigure('import', back, theirs, 4000),
      { name: 'import from Anki, peak', unit: 'MB', value: peakOf(back) },
    ];
  },
};

function peakOf(runs: readonly Measured[]): number {
  return Math.max(...runs.map(({ megabytes }) => megabytes));
}

function timeFigure(
  mode: keyof AnkiTimes,
  ours: readonly Measured[],
  theirs: readonly AnkiTimes[],
  most: number,
): Figure {
  const what = `Anki's own library, ${mode} of the same`;
  const times = theirs.map((each) => each[mode]);
  return {
    name: `${mode} of ${cards} cards, ${cards * answersEach} answers`,
    unit: 'ms',
    value: median(ours.map(({ ms }) => ms)),
    ...(times.length === 0 ? {} : { floor: { what, value: median(times) } }),
    promise: { most },
  };
}
