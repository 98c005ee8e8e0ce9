import Database from 'better-sqlite3';
import { TenetError } from '../model/problem.ts';
import { explained } from './failures.ts';
import { pendingMigrations } from './migrate.ts';

/**
 * Reads a whole database file through and changes nothing. Throws `TenetError` when it is damaged, of
 * another program, or of a newer version.
 */
export function inspectDatabase(file: string): void {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    if (pendingMigrations(db, file).new) throw new TenetError(`${file}: this database is empty`);
    const answer = String(db.pragma('quick_check(1)', { simple: true }));
    if (answer !== 'ok') throw new TenetError(`${file}: the database is damaged (${answer})`);
  } catch (failure) {
    throw explained(failure, file);
  } finally {
    db?.close();
  }
}
