import type { StudyDay } from '../../model/schedule.ts';
import type { AnkiCollection } from './collection.ts';

const daySeconds = 86_400;

/** How a collection counts its days: the study day of day 0, and its calendar. */
export interface DayCount {
  readonly firstDay: StudyDay;
  readonly createdSeconds: number;
  /** Minutes east of UTC on day 0. */
  readonly offsetEast: number;
  readonly rolloverHour: number;
}

/**
 * Days counted from `firstDay`, which begins at the rollover hour by a clock that is `offsetEast`
 * minutes ahead of UTC.
 */
export function dayCount(firstDay: StudyDay, offsetEast: number, rolloverHour: number): DayCount {
  const createdSeconds = firstDay * daySeconds + rolloverHour * 3600 - offsetEast * 60;
  return { firstDay, createdSeconds, offsetEast, rolloverHour };
}

/**
 * The days of a collection that was read (anki:rslib/src/scheduler/timing.rs). Files that do not say
 * where they were made count from the machine's own clock: `fallbackOffsetEast`.
 */
export function dayCountOf(collection: AnkiCollection, fallbackOffsetEast: number): DayCount {
  const { createdSeconds, creationOffsetWest, rolloverHour } = collection;
  const offsetEast = creationOffsetWest === null ? fallbackOffsetEast : -creationOffsetWest;
  // Anki counts calendar days from the one that it was made on, and takes one off before the rollover.
  const firstDay = Math.floor((createdSeconds + offsetEast * 60) / daySeconds);
  return { firstDay, createdSeconds, offsetEast, rolloverHour };
}
