import type { Grade, Standing } from '../../model/schedule.ts';
import type { LimitSettings } from '../../model/settings.ts';
import type { SessionRules } from '../../review/session.ts';
import type { AnsweredSchedule, Moment } from '../../schedule/answer.ts';
import type { ReviewFilter } from './queue.ts';

const minuteMs = 60_000;
const longestWaitMs = 60 * minuteMs;
/** What was missed in cramming comes back after so long. */
const cramAgainMs = minuteMs;
/** In a section of the reader: later than all else that it asks. */
const missedBackMs = 24 * 60 * minuteMs;

/** What came of an answer; `next` is null in cramming, which changes no schedule. */
interface Outcome {
  readonly next: AnsweredSchedule | null;
  readonly after: Standing;
}

/**
 * When an answered side comes back within its sitting; null where it does not. A step of minutes does, and
 * over a section of the reader only what was missed, at its end. A side that was suspended as a leech does not.
 */
export function returnOf(
  { sections }: ReviewFilter,
  grade: Grade,
  { atMs }: Moment,
  { next, after }: Outcome,
): number | null {
  if (next === null) return grade === 1 ? atMs + cramAgainMs : null;
  if (after.suspended) return null;
  if (sections !== undefined) return grade === 1 ? atMs + missedBackMs : null;
  return next.due.kind === 'instant' ? next.due.atMs : null;
}

/** How long a sitting waits for what comes back; one over a section of the reader never does. */
export function rulesFor(
  { sections }: ReviewFilter,
  { learnAheadMinutes }: LimitSettings,
): SessionRules {
  const learnAheadMs = sections === undefined ? learnAheadMinutes * minuteMs : 2 * missedBackMs;
  return { learnAheadMs, longestWaitMs };
}
