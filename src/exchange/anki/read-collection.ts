import Database from 'better-sqlite3';
import { TenetError } from '../../model/problem.ts';
import type { AnkiCollection, CollectionHead } from './collection.ts';
import { patchedForReading } from './patch-database.ts';
import { readJsonColumns, readSchema14 } from './read-json-columns.ts';
import { readCards, readLog, readNotes } from './read-rows.ts';
import { readTables } from './read-tables.ts';

const newestSchema = 18;

/**
 * The collection in an SQLite file of Anki's, of any schema from 11 to 18. The bytes are not changed.
 * Throws `TenetError` naming `name` for what is broken, too old or too new.
 */
export function readCollection(bytes: Uint8Array, name: string): AnkiCollection {
  const db = open(bytes, name);
  try {
    return explained(name, () => {
      const version = schemaVersion(db, name);
      const head = readHead(db, version);
      return {
        ...head,
        notes: readNotes(db),
        cards: readCards(db),
        log: readLog(db),
      };
    });
  } finally {
    db.close();
  }
}

function readHead(db: Database.Database, version: number): CollectionHead {
  if (version >= 15) return readTables(db);
  return version === 14 ? readSchema14(db) : readJsonColumns(db);
}

function open(bytes: Uint8Array, name: string): Database.Database {
  const header = new TextDecoder('latin1').decode(bytes.subarray(0, 15));
  if (header !== 'SQLite format 3')
    throw new TenetError(`${name} is not a collection of Anki: it is no SQLite database.`, {
      hint: 'Export the deck from Anki again, or give the .apkg or .colpkg file itself.',
    });
  return explained(name, () => {
    const db = new Database(patchedForReading(bytes));
    db.pragma('trusted_schema = off');
    return db;
  });
}

function schemaVersion(db: Database.Database, name: string): number {
  const check = db.pragma('quick_check(1)', { simple: true });
  if (check !== 'ok') throw broken(name, String(check));
  const version = db.prepare<[], number>('select ver from col').pluck().get();
  if (version === undefined) throw broken(name, 'it has no collection in it');
  if (version > newestSchema)
    throw new TenetError(`${name} was made by a newer Anki (schema ${version}).`, {
      hint: 'In Anki, export it again with "Support older Anki versions" ticked, or update tenet.',
    });
  if (version < 11)
    throw new TenetError(`${name} was made by a very old Anki (schema ${version}).`, {
      hint: 'Open it in a current Anki and export it again.',
    });
  return version;
}

function broken(name: string, what: string, cause?: unknown): TenetError {
  return new TenetError(`${name} is damaged: ${what}.`, {
    hint: 'Export it from Anki again; "Tools, Check Database" mends a damaged collection.',
    cause,
  });
}

/** SQLite's and JSON's complaints about a foreign file are about the file, not bugs of ours. */
function explained<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof Database.SqliteError) throw broken(name, cause.message, cause);
    if (cause instanceof SyntaxError || cause instanceof RangeError)
      throw broken(name, cause.message, cause);
    throw cause;
  }
}
