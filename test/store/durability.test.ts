import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendEvents, eventsInOrder } from '../../src/store/events.ts';
import { openStore } from '../../src/store/open.ts';
import { event, good, key, nowMs } from './sample-events.ts';

const answers = Array.from({ length: 30 }, (_, index) =>
  event(`e${String(index).padStart(3, '0')}`, good, { card: key(`card-${index % 7}`) }),
);
const frame = 24 + 4096;
const header = 32;

/** What the disk holds once every answer has been acknowledged, before anything was checkpointed. */
interface Disk {
  readonly database: Buffer;
  readonly log: Buffer;
  /** How long the log was when each answer was acknowledged: so much of it was synced then. */
  readonly synced: readonly number[];
  /** The database after a checkpoint. */
  readonly checkpointed: Buffer;
}

let folder: string;
let disk: Disk;

function giveAnswers(): Disk {
  const file = path.join(folder, 'original.db');
  openStore(file, { nowMs }).close();
  const store = openStore(file, { nowMs });
  const synced = answers.map((answer) => {
    appendEvents(store, [answer]);
    return statSync(`${file}-wal`).size;
  });
  const before = { database: readFileSync(file), log: readFileSync(`${file}-wal`), synced };
  store.pragma('wal_checkpoint(PASSIVE)');
  copyFileSync(file, `${file}.checkpointed`);
  store.close();
  return { ...before, checkpointed: readFileSync(`${file}.checkpointed`) };
}

/** The ids in the log of a machine that starts with these files on its disk. */
function idsAfterStart(database: Buffer, log: Buffer): readonly string[] {
  const file = path.join(folder, 'after.db');
  rmSync(`${file}-shm`, { force: true });
  writeFileSync(file, database);
  writeFileSync(`${file}-wal`, log);
  const store = openStore(file, { nowMs });
  try {
    expect(store.pragma('quick_check')).toBe('ok');
    return [...eventsInOrder(store)].map(({ id }) => id);
  } finally {
    store.close();
  }
}

const idsUpTo = (count: number) => answers.slice(0, count).map(({ id }) => id);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet-durability-'));
  disk = giveAnswers();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a power cut', { timeout: 20_000 }, () => {
  it('finds the log as long as it was acknowledged, a few pages an answer', () => {
    expect(disk.synced.every((size, at) => at === 0 || size > (disk.synced[at - 1] ?? 0))).toBe(
      true,
    );
    expect(disk.synced.at(-1)).toBe(disk.log.length);
  });

  it('that cuts the log at any byte leaves every acknowledged answer, and no half one', () => {
    const boundaries = Array.from(
      { length: (disk.log.length - header) / frame },
      (_, index) => header + index * frame,
    );
    const cuts = boundaries.flatMap((at) => [at, at + 1 + ((at * 7) % 4000)]);
    for (const cut of [0, 1, 31, ...cuts, disk.log.length]) {
      const acknowledged = disk.synced.filter((size) => size <= cut).length;
      expect(idsAfterStart(disk.database, disk.log.subarray(0, cut))).toEqual(
        idsUpTo(acknowledged),
      );
    }
  });

  it('that leaves rubbish after the last sync loses nothing before it', () => {
    for (const [index, size] of disk.synced.entries()) {
      if (index % 3 !== 0) continue;
      const rubbish = Buffer.alloc(2 * frame, index + 1);
      const log = Buffer.concat([disk.log.subarray(0, size), rubbish]);
      expect(idsAfterStart(disk.database, log)).toEqual(idsUpTo(index + 1));
    }
  });

  it('in the middle of a checkpoint leaves every answer, whatever part of the database was written', () => {
    const { database, checkpointed, log } = disk;
    const longest = Math.max(database.length, checkpointed.length);
    for (let cut = 0; cut <= longest; cut += 1777) {
      const torn = Buffer.concat([checkpointed.subarray(0, cut), database.subarray(cut)]);
      expect(idsAfterStart(torn, log)).toEqual(idsUpTo(answers.length));
    }
  });
});
