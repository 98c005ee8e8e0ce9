import type { CardKey } from '../model/card.ts';
import type { StudyDay } from '../model/schedule.ts';
import type { Store } from './open.ts';

/** The history of `from` went on under `to`. */
export interface RecentLink {
  readonly from: CardKey;
  readonly to: CardKey;
}

/** The links that were made on a study day or later and that no undo names, oldest first. */
export function linksSince(store: Store, since: StudyDay): readonly RecentLink[] {
  return store
    .rows<[string, string]>(
      `SELECT json_extract(body, '$.from'), card FROM event INDEXED BY event_day
       WHERE day >= ? AND kind = 'link'
         AND NOT EXISTS (SELECT 1 FROM void WHERE void.event = event.id)
       ORDER BY id`,
      since,
    )
    .map(([from, to]) => ({ from: from as CardKey, to: to as CardKey }));
}
