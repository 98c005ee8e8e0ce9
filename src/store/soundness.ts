import { readFileSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { TenetError } from '../model/problem.ts';

/** In bytes. */
const smallestPage = 512;

/** What to do about a database that is damaged. */
export const whenDamaged =
  'Type "tenet doctor" to save what can be read of it, or bring a backup back with "tenet restore".';

/** Throws `TenetError` for a path that SQLite would misunderstand. */
export function refuseUnusable(file: string): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) {
    // A log is laid over whatever file gets its name: over a new one too.
    if (hasLog(file)) throw damaged(file, 'only its log is left');
    return;
  }
  if (stat.isDirectory()) {
    throw new TenetError(`${file}: this is a folder, not a database`, {
      hint: 'Name a file with --db or TENET_DB.',
      exitCode: 2,
    });
  }
  if (!stat.isFile())
    throw new TenetError(`${file}: this is not an ordinary file`, { exitCode: 2 });
  // SQLite would take what is shorter than its smallest page for a new database, and write over it.
  if (stat.size > 0 && stat.size < smallestPage && !hasLog(file)) throw tooShort(file);
  // SQLite would take it for a new database and throw the log beside it away.
  if (stat.size === 0 && hasLog(file)) throw damaged(file, 'the file is empty');
}

/**
 * SQLite notices a missing end only when it needs the page. While there is a log, pages may be in it instead.
 */
export function refuseCut(db: Database.Database, file: string): void {
  if (isCut(db, file)) throw damaged(file, 'its end is missing');
}

/** Whether the end of the file is missing; false while pages may be in the log. */
export function isCut(db: Database.Database, file: string): boolean {
  if (file === ':memory:' || hasLog(file)) return false;
  const pages = Number(db.pragma('page_count', { simple: true }));
  const bytes = pages * Number(db.pragma('page_size', { simple: true }));
  return statSync(file).size < bytes && !hasLog(file);
}

/** Whether what was written last may be in a log beside the file, and not in it. */
export function hasLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function tooShort(file: string): TenetError {
  if (readFileSync(file, 'latin1').startsWith('SQLite')) return damaged(file, 'its end is missing');
  return new TenetError(`${file}: this is not a database of tenet`, {
    hint: 'Name another file with --db, or bring a backup back with "tenet restore".',
  });
}

function damaged(file: string, what: string): TenetError {
  return new TenetError(`${file}: the database is damaged: ${what}`, {
    hint: whenDamaged,
  });
}
