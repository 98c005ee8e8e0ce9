import {
  closeSync,
  fdatasyncSync,
  mkdirSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { millionAnswers } from './filled-log.ts';
import { type Benchmark, type Figure, median, quantile } from './measure.ts';
import { PtySession } from './pty-session.ts';
import { scratch, tenet } from './scratch.ts';

const usualAnswers = 150;
/** A very fast reader: no key waits for the frame of the one before. */
const pauseMs = 50;
const warmUp = 10;

/** From a grade key to the next card on the terminal, the answer being on the disk by then. */
export const keysBenchmark: Benchmark = {
  name: 'keys',
  measure: async (answers = usualAnswers) => {
    const decks = writeShortCards(answers + warmUp + 1);
    const floor = { what: 'a 4 kB write synced', value: syncedWrite() };
    const few = await nextCards(answers, decks, path.join(scratch, 'keys.db'));
    const many = await nextCards(answers, decks, millionAnswers('keys-many'));
    return [...figures('an empty log', few, floor), ...figures('1,000,000 log rows', many, floor)];
  },
};

function figures(
  log: string,
  times: readonly number[],
  floor: NonNullable<Figure['floor']>,
): readonly Figure[] {
  const name = `key to the next card, ${log}`;
  const [middle, slow] = [median(times), quantile(times, 0.95)];
  return [
    { name: `${name}, median`, unit: 'ms', value: middle, floor, promise: { most: 8 } },
    { name: `${name}, 95 %`, unit: 'ms', value: slow, floor, promise: { most: 16 } },
  ];
}

function writeShortCards(count: number): string {
  const folder = path.join(scratch, 'keys');
  mkdirSync(path.join(folder, 'decks'), { recursive: true });
  writeFileSync(
    path.join(folder, 'tenet.toml'),
    'id = "bench-keys"\nnew_per_day = 9999\nreviews_per_day = 9999\n',
  );
  const cards = Array.from(
    { length: count },
    (_, n) =>
      `Q: Question number ${n}, of middling length, as most are?\nA: Its answer in a line.\n`,
  );
  writeFileSync(path.join(folder, 'decks', 'keys.md'), cards.join('\n'));
  return folder;
}

async function nextCards(answers: number, decks: string, db: string): Promise<readonly number[]> {
  const session = new PtySession(process.execPath, [tenet, 'review', '--decks', decks, '--db', db]);
  const times: number[] = [];
  try {
    await session.painted(/show answer/);
    for (let answer = 0; answer < answers + warmUp; answer++) {
      await wait(pauseMs);
      session.type(' ');
      await session.painted(/4 easy/);
      await wait(pauseMs);
      const typedMs = session.type('4');
      const { atMs } = await session.painted(/show answer/);
      if (answer >= warmUp) times.push(atMs - typedMs);
    }
  } finally {
    session.close();
  }
  return times;
}

/** What the disk needs at the least to keep an answer. */
function syncedWrite(): number {
  const file = path.join(scratch, 'synced');
  const handle = openSync(file, 'w');
  const times = Array.from({ length: 100 }, () => {
    const start = performance.now();
    writeSync(handle, Buffer.alloc(4096));
    fdatasyncSync(handle);
    return performance.now() - start;
  });
  closeSync(handle);
  rmSync(file);
  return median(times);
}
