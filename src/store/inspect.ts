import Database from 'better-sqlite3';
import { explained } from './failures.ts';
import { pendingMigrations } from './migrate.ts';
import { isCut } from './soundness.ts';

/** What reading a whole database file through finds. */
export type Finding =
  | { readonly state: 'sound' }
  | { readonly state: 'damaged'; readonly reason: string };

/** The codes of SQLite for a file that is not, or not all, what was written into it. */
const damage = /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/;

/**
 * Reads a database file through and changes nothing. Throws `TenetError` when it is of another program, of
 * a newer version, or cannot be read; a message calls it `called`.
 */
export function inspectDatabase(file: string, called: string = file): Finding {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    if (pendingMigrations(db, called).new) return { state: 'damaged', reason: 'it is empty' };
    if (isCut(db, file)) return { state: 'damaged', reason: 'its end is missing' };
    const answer = String(db.pragma('integrity_check(1)', { simple: true }));
    return answer === 'ok' ? { state: 'sound' } : { state: 'damaged', reason: answer };
  } catch (failure) {
    if (failure instanceof Database.SqliteError && damage.test(failure.code))
      return { state: 'damaged', reason: failure.message };
    throw explained(failure, called);
  } finally {
    db?.close();
  }
}
