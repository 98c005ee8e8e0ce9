import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { fillLog } from './filled-log.ts';
import type { Benchmark } from './measure.ts';
import { PtySession } from './pty-session.ts';
import { cleanEnv, makeCollection, scratch, tenet } from './scratch.ts';

const answers = 20;

/** The most memory that a session takes on a large collection, half of it studied. */
export const memoryBenchmark: Benchmark = {
  name: 'memory',
  measure: async () => {
    const collection = makeCollection('memory', 100_000, 2_500);
    const db = path.join(scratch, 'memory.db');
    const where = ['--decks', collection, '--db', db];
    spawnSync(process.execPath, [tenet, 'due', ...where], { env: cleanEnv });
    fillLog(db, { answers: 300_000, answersEach: 10, share: 0.5 });
    const session = await peakOf([tenet, 'review', ...where], async (review) => {
      await review.painted(/show answer/);
      for (let answer = 0; answer < answers; answer++) {
        review.type(' ');
        await review.painted(/3 good/);
        review.type('3');
        await review.painted(/show answer/);
      }
    });
    const bare = await peakOf(['-i'], async (node) => void (await node.painted(/> /)));
    if (session === undefined || bare === undefined) {
      process.stderr.write('memory is left out: this system does not tell a peak.\n');
      return [];
    }
    return [
      {
        name: 'review with 100,000 cards, peak',
        unit: 'MB',
        value: session,
        floor: { what: 'node -i', value: bare },
        promise: { most: 150 },
      },
    ];
  },
};

async function peakOf(
  args: readonly string[],
  work: (session: PtySession) => Promise<void>,
): Promise<number | undefined> {
  const session = new PtySession(process.execPath, args);
  try {
    await work(session);
    return session.peakMemory();
  } finally {
    session.close();
  }
}
