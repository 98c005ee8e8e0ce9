import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import type { CardKey } from '../src/model/card.ts';
import { defaultSettings } from '../src/model/settings.ts';
import { createScheduler } from '../src/schedule/answer.ts';
import { openStore } from '../src/store/open.ts';
import { writeLog } from './made-log.ts';
import { scratch } from './scratch.ts';

const dayMs = 86_400_000;

/** How much of a collection has been studied. */
export interface Studied {
  readonly answers: number;
  readonly answersEach: number;
  /** How much of the cards, 0–1, from the first on. */
  readonly share: number;
}

/** Fills the log of a database whose decks have been indexed. */
export function fillLog(database: string, { answers, answersEach, share }: Studied): void {
  const now = Date.now();
  // It ends with yesterday: the day's work is still to be done.
  const nowMs = now - (now % dayMs) - dayMs / 4;
  const store = openStore(database, { nowMs: now });
  try {
    const keys = store
      .rows<[string]>(
        `SELECT side.key FROM card CROSS JOIN side ON side.card = card.number
         ORDER BY card.file, card.position, side.ordinal`,
      )
      .map(([key]) => key as CardKey);
    const scheduler = createScheduler(defaultSettings.schedule);
    const studied = keys.slice(0, Math.round(keys.length * share));
    writeLog({ store, scheduler, keys: studied, answers, answersEach, nowMs });
    store.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    store.close();
  }
}

/** A database with a million answers over fifty thousand sides that are in no deck; made once a run. */
export function millionAnswers(copy: string): string {
  const made = path.join(scratch, 'million.db');
  if (!existsSync(made)) {
    process.stderr.write('making up 1,000,000 answers …\n');
    openStore(made, { nowMs: Date.now() }).close();
    fillLog(made, { answers: 1_000_000, answersEach: 20, share: 0 });
  }
  const target = path.join(scratch, `${copy}.db`);
  copyFileSync(made, target);
  return target;
}
