import Database from 'better-sqlite3';
import { patchedForReading } from './anki/patch-database.ts';

/** Which program's database it is. */
export type DatabaseKind = 'anki' | 'hashcards' | 'repeater' | 'unknown';

/** Tells by its tables; what cannot be opened is left to the reader that says why. */
export function databaseKind(bytes: Uint8Array): DatabaseKind {
  try {
    const db = new Database(patchedForReading(bytes));
    try {
      const tables = new Set(
        db.prepare<[], string>("select name from sqlite_master where type = 'table'").pluck().all(),
      );
      if (tables.has('col')) return 'anki';
      if (tables.has('reviews') && tables.has('cards')) return 'hashcards';
      const columns = db
        .prepare<[], string>("select name from pragma_table_info('cards')")
        .pluck()
        .all();
      return columns.includes('card_hash') ? 'repeater' : 'unknown';
    } finally {
      db.close();
    }
  } catch {
    return 'anki';
  }
}
