import { TenetError } from '../model/problem.ts';
import type { StudyEvent } from '../model/event.ts';
import { DamagedFile } from './damaged-file.ts';
import { eventOfLine, lineOfEvent } from './event-lines.ts';
import { type EventRow, eventOfRow } from './event-rows.ts';
import { WrongField } from './field-checks.ts';
import { readable } from './file-failures.ts';
import type { SqlValue } from './open.ts';
import { recordsOn } from './page-records.ts';

const progressEvery = 5000;

/**
 * The events that can still be read from a damaged database and the log beside it, each once: every page
 * is looked at, whatever became of those that lead to it. Nothing is written. Throws `TenetError` where
 * there is none.
 */
export function salvagedEvents(
  file: string,
  progress?: (found: number) => void,
): ReadonlyMap<string, StudyEvent> {
  let damaged: DamagedFile | undefined;
  try {
    damaged = new DamagedFile(file);
    const found = new Map<string, StudyEvent>();
    let told = 0;
    for (const page of damaged.pages()) {
      for (const record of recordsOn(page, damaged.page)) {
        const event = eventIn(record);
        if (event !== null) found.set(event.id, event);
      }
      if (found.size - told < progressEvery) continue;
      told = found.size;
      progress?.(told);
    }
    if (found.size === 0) throw nothingIn(file, damaged.isDatabase);
    return found;
  } catch (failure) {
    throw readable(failure, file);
  } finally {
    damaged?.close();
  }
}

/** An event as its row is stored: the columns of the primary key come first. */
function eventIn(record: readonly SqlValue[]): StudyEvent | null {
  const [card, id, ...rest] = record;
  const [atMs] = rest;
  if (rest.length !== 10 || typeof atMs !== 'number') return null;
  if (typeof id !== 'string' || typeof card !== 'string') return null;
  try {
    // What a line of the log may hold is what an event may be.
    return eventOfLine(lineOfEvent(eventOfRow([id, card, ...rest] as unknown as EventRow)));
  } catch (failure) {
    const isDamage =
      failure instanceof WrongField ||
      failure instanceof SyntaxError ||
      failure instanceof RangeError;
    if (isDamage) return null;
    throw failure;
  }
}

function nothingIn(file: string, isDatabase: boolean): TenetError {
  const what = isDatabase
    ? 'no answer can be read from it any more'
    : 'this is not a database of tenet';
  return new TenetError(`${file}: ${what}`, {
    hint: 'Bring a backup back with "tenet restore", or move the file away: a new one takes in what log_dir holds.',
  });
}
