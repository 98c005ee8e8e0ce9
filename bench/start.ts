import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fillLog } from './filled-log.ts';
import { type Benchmark, type Figure, median, medianTimesInTurns } from './measure.ts';
import { PtySession } from './pty-session.ts';
import { cleanEnv, makeCollection, scratch, tenet } from './scratch.ts';

const cards = 10_000;
const files = 400;
const usualRuns = 25;

/** Half of the cards have been answered, ten times each or less: a collection in use. */
const answers = 60_000;
const share = 0.5;

/** Start-up on an unchanged collection: to the end of `due`, and to the first card of `review`. */
export const startBenchmark: Benchmark = {
  name: 'start',
  measure: async (runs = usualRuns) => {
    const collection = makeCollection('start', cards, files);
    const db = path.join(scratch, 'start.db');
    const where = ['--decks', collection, '--db', db];
    const due = run(tenet, 'due', ...where);
    due();
    fillLog(db, { answers, answersEach: 10, share });
    due();
    const [dueMs = Number.NaN, nodeMs = Number.NaN] = medianTimesInTurns(runs, [
      due,
      run('-e', '0'),
    ]);
    const floor = { what: 'node -e 0', value: nodeMs };
    const name = 'unchanged, 10,000 cards in 400 files';
    const figures: Figure[] = [
      { name: `due, ${name}`, unit: 'ms', value: dueMs, floor, promise: promise(60) },
    ];
    const { firstCardMs, bareMs } = await firstCards(runs, where);
    figures.push({
      name: `review to its first card, ${name}`,
      unit: 'ms',
      value: firstCardMs,
      floor: { what: 'a letter printed by node on a terminal', value: bareMs },
      promise: promise(180),
    });
    return figures;
  },
};

function promise(most: number): NonNullable<Figure['promise']> {
  return { most, aboveFloor: true };
}

function run(...args: readonly string[]): () => void {
  return () => {
    const { status, stderr } = spawnSync(process.execPath, args, { env: cleanEnv });
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr.toString()}`);
  };
}

async function firstCards(
  runs: number,
  where: readonly string[],
): Promise<{ readonly firstCardMs: number; readonly bareMs: number }> {
  const [first, bare]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    first.push(await paintedAfter([tenet, 'review', ...where], /show answer/));
    bare.push(await paintedAfter(['-e', 'process.stdout.write("x")'], /x/));
  }
  return { firstCardMs: median(first), bareMs: median(bare) };
}

async function paintedAfter(args: readonly string[], wanted: RegExp): Promise<number> {
  const session = new PtySession(process.execPath, args);
  const { atMs } = await session.painted(wanted);
  session.close();
  return atMs - session.startedMs;
}
