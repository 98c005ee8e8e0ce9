import Database from 'better-sqlite3';
import { TenetError } from '../model/problem.ts';
import { whenDamaged } from './soundness.ts';

const nothingLost = 'Nothing that was saved before is lost';

/** What SQLite's primary result codes mean to a person; the longer codes start with these. */
const explanations: readonly (readonly [RegExp, (file: string) => readonly [string, string]])[] = [
  [
    /^SQLITE_(BUSY|LOCKED)/,
    (file) => [
      `${file}: another tenet is writing to this database and has not finished`,
      `Wait until it is done, or close it, then try again. ${nothingLost}.`,
    ],
  ],
  [
    /^SQLITE_(READONLY|PERM|AUTH)/,
    (file) => [
      `${file}: the database cannot be written to`,
      'Make the file and its folder writable, or name another database with --db.',
    ],
  ],
  [
    /^SQLITE_FULL/,
    (file) => [
      `${file}: the disk is full, so this was not saved`,
      `Free some space and try again. ${nothingLost}.`,
    ],
  ],
  [
    /^SQLITE_NOTADB/,
    (file) => [
      `${file}: this is not a database of tenet`,
      'Name another file with --db; if it was one, type "tenet doctor", or "tenet restore" with a backup.',
    ],
  ],
  [/^SQLITE_CORRUPT/, (file) => [`${file}: the database is damaged`, whenDamaged]],
  [
    /^SQLITE_CANTOPEN/,
    (file) => [
      `${file}: the database cannot be opened`,
      'Check that the folder exists and that you may read and write in it.',
    ],
  ],
  [
    /^SQLITE_IOERR/,
    (file) => [
      `${file}: the disk failed while reading or writing`,
      `Check the disk and its free space, then try again. ${nothingLost}.`,
    ],
  ],
];

/** The failure as a `TenetError` where SQLite reports something a person can act on; else the failure itself. */
export function explained(failure: unknown, file: string): unknown {
  if (!(failure instanceof Database.SqliteError)) return failure;
  const explanation = explanations.find(([code]) => code.test(failure.code))?.[1];
  if (explanation === undefined) return failure;
  const [message, hint] = explanation(file);
  return new TenetError(message, { hint, cause: failure });
}
