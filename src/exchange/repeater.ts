import { blake3 } from '@noble/hashes/blake3.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import Database from 'better-sqlite3';
import { TenetError } from '../model/problem.ts';
import { patchedForReading } from './anki/patch-database.ts';
import { markedBlocks } from './card-marks.ts';
import type { HashedCard } from './card-marks.ts';

/** Where repeater says that a card stands; it keeps no log. */
export interface RepeaterCard {
  readonly hash: string;
  readonly lastReviewedMs: number;
  readonly stability: number;
  readonly difficulty: number;
  readonly intervalDays: number;
  readonly dueMs: number;
  readonly reviewCount: number;
}

const lineRules = {
  isEnd: (line: string) => line.startsWith('---'),
  isRemark: () => false,
};

/** The cards of a deck with repeater's own hashes (shaankhosla/repeater:src/parser/hash.rs). */
export function repeaterHashes(text: string): HashedCard[] {
  return markedBlocks(text, lineRules).flatMap(({ mark, line, lines }): HashedCard[] => {
    const normalised = lines.join('\n').toLowerCase().replace(/\s+/g, ' ').trim();
    if (mark === 'Q') return [{ line, hole: null, hash: hex(normalised) }];
    const gaps = (lines.join('\n').match(/\[[^\]]+\]/g) ?? ['']).length;
    return Array.from({ length: gaps }, (_, hole) => ({
      line,
      hole,
      hash: hex(hole === 0 ? normalised : `${normalised}\0cloze${hole}`),
    }));
  });
}

function hex(text: string): string {
  return bytesToHex(blake3(new TextEncoder().encode(text)));
}

/** The cards in a `cards.db` that have a memory. Throws `TenetError` naming `label`. */
export function readRepeater(bytes: Uint8Array, label: string): RepeaterCard[] {
  const db = new Database(patchedForReading(bytes));
  try {
    const rows = db
      .prepare(
        `select card_hash, last_reviewed_at, stability, difficulty, interval_days, due_date,
           review_count
         from cards where review_count > 0 and stability is not null order by card_hash`,
      )
      .raw()
      .all() as [string, string, number, number, number, string, number][];
    return rows.flatMap(([hash, last, stability, difficulty, intervalDays, due, reviewCount]) => {
      const [lastReviewedMs, dueMs] = [Date.parse(last), Date.parse(due)];
      if (Number.isNaN(lastReviewedMs) || Number.isNaN(dueMs)) return [];
      return [{ hash, lastReviewedMs, stability, difficulty, intervalDays, dueMs, reviewCount }];
    });
  } catch (cause) {
    if (!(cause instanceof Database.SqliteError)) throw cause;
    throw new TenetError(`${label} cannot be read as repeater's database: ${cause.message}.`, {
      hint: 'Open it once with a current repeater, then import again.',
      cause,
    });
  } finally {
    db.close();
  }
}
