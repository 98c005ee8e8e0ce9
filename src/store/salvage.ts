import Database from 'better-sqlite3';
import type { StudyEvent } from '../model/event.ts';
import { eventColumns, type EventRow, eventOfRow } from './event-rows.ts';
import { explained } from './failures.ts';
import { WrongField } from './field-checks.ts';

/** Two ways through the same rows: damage in the middle stops each of them at another place. */
const ways = ['card, id', 'card DESC, id DESC'];

/**
 * The events that can still be read from a damaged database, each once; nothing is written. Throws
 * `TenetError` when the file cannot be opened as a database at all.
 */
export function salvagedEvents(file: string): ReadonlyMap<string, StudyEvent> {
  const found = new Map<string, StudyEvent>();
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    // Statements need the schema, which is on the first page.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    for (const way of ways) collect(db, way, found);
  } catch (failure) {
    throw explained(failure, file);
  } finally {
    db?.close();
  }
  return found;
}

function collect(db: Database.Database, way: string, found: Map<string, StudyEvent>): void {
  try {
    const rows = db.prepare<[], EventRow>(`SELECT ${eventColumns} FROM event ORDER BY ${way}`);
    for (const row of rows.raw(true).iterate()) {
      const event = eventOrNull(row);
      if (event !== null) found.set(event.id, event);
    }
  } catch (failure) {
    // The place of the damage: what was read before it stands.
    if (!(failure instanceof Database.SqliteError)) throw failure;
  }
}

function eventOrNull(row: EventRow): StudyEvent | null {
  try {
    return eventOfRow(row);
  } catch (failure) {
    if (failure instanceof WrongField || failure instanceof SyntaxError) return null;
    throw failure;
  }
}
