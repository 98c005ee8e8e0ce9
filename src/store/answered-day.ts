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
