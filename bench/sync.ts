import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Benchmark } from './measure.ts';
import { PtySession } from './pty-session.ts';
import { scratch, tenet } from './scratch.ts';

const usualAnswers = 30;
const calls = 'trace=read,write,writev,pwrite64,fsync,fdatasync';

/** A system call of the trace, as strace writes it with `-y`: descriptors carry their path. */
interface Call {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** A traced session: between each grade key and the next card on the terminal the log must be synced. */
export const syncBenchmark: Benchmark = {
  name: 'sync',
  measure: async (answers = usualAnswers) => {
    if (spawnSync('strace', ['-V']).status !== 0) {
      process.stderr.write('sync is left out: there is no strace here.\n');
      return [];
    }
    const trace = path.join(scratch, 'trace');
    await tracedSession(answers, trace);
    const { acknowledged, unsynced } = countUnsynced(readFileSync(trace, 'latin1'));
    if (acknowledged < answers) throw new Error(`only ${acknowledged} answers in the trace`);
    return [
      {
        name: `shown before the log was synced, of ${acknowledged} traced answers`,
        unit: 'lost',
        value: unsynced,
        promise: { most: 0 },
      },
    ];
  },
};

async function tracedSession(answers: number, trace: string): Promise<void> {
  const folder = path.join(scratch, 'sync');
  mkdirSync(path.join(folder, 'decks'), { recursive: true });
  writeFileSync(path.join(folder, 'tenet.toml'), 'id = "bench-sync"\nnew_per_day = 9999\n');
  const cards = Array.from({ length: answers + 1 }, (_, n) => `Q: Question ${n}?\nA: Yes.\n`);
  writeFileSync(path.join(folder, 'decks', 'sync.md'), cards.join('\n'));
  const where = ['--decks', folder, '--db', path.join(scratch, 'sync.db')];
  const strace = ['-f', '-y', '-s', '4000', '-e', calls, '-o', trace];
  const review = [process.execPath, tenet, 'review', ...where];
  const session = new PtySession('strace', [...strace, ...review]);
  await session.painted(/show answer/);
  for (let answer = 0; answer < answers; answer++) {
    session.type(' ');
    await session.painted(/4 easy/);
    session.type('4');
    await session.painted(/show answer/);
  }
  session.type('q');
  await session.ended();
}

/** Goes through a trace: which acknowledgements came without a sync of the log since their key? */
function countUnsynced(trace: string): {
  readonly acknowledged: number;
  readonly unsynced: number;
} {
  let waiting: { synced: boolean } | null = null;
  let [acknowledged, unsynced] = [0, 0];
  for (const { name, path: file, text } of callsIn(trace)) {
    if (name === 'read' && text.includes('"4"')) waiting = { synced: false };
    else if (waiting === null) continue;
    else if (/^f(data)?sync$/.test(name) && file.endsWith('-wal')) waiting.synced = true;
    // A write after the sync would need another one.
    else if (name === 'pwrite64' && file.endsWith('-wal')) waiting.synced = false;
    else if (/^writev?$/.test(name) && text.includes('show answer')) {
      acknowledged += 1;
      if (!waiting.synced) unsynced += 1;
      waiting = null;
    }
  }
  return { acknowledged, unsynced };
}

function callsIn(trace: string): readonly Call[] {
  return trace.split('\n').flatMap((line) => {
    const [, name = '', path = '', text = ''] = /^\d+ +(\w+)\(\d+<([^>]*)>(.*)$/.exec(line) ?? [];
    return name === '' ? [] : [{ name, path, text }];
  });
}
