import type { StudyDay } from '../model/schedule.ts';
import type { Store } from './open.ts';

/** Whether any answer of this study day stands. */
export function isAnsweredDay(store: Store, day: StudyDay): boolean {
  const row = store.row<[number]>(
    `SELECT 1 FROM event WHERE day = ? AND kind = 'answer'
       AND NOT EXISTS (SELECT 1 FROM void WHERE void.event = event.id) LIMIT 1`,
    day,
  );
  return row !== undefined;
}

/** The day of the answer that was given first, undone or not; null before any. */
export function firstAnsweredDay(store: Store): StudyDay | null {
  const row = store.row<[StudyDay]>(
    "SELECT day FROM event WHERE kind = 'answer' ORDER BY id LIMIT 1",
  );
  return row?.[0] ?? null;
}
