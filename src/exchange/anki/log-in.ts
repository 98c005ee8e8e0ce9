import type { Grade } from '../../model/schedule.ts';
import type { AnkiCollection, LogRow } from './collection.ts';

/** When a card comes back after a row of the log: in whole days, or in seconds. */
export type Delay =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'seconds'; readonly seconds: number };

/** What one row of the log says. */
export type LoggedAct =
  | {
      readonly kind: 'answer';
      readonly atMs: number;
      readonly grade: Grade;
      readonly ms: number;
      readonly delay: Delay;
    }
  | { readonly kind: 'cram'; readonly atMs: number; readonly grade: Grade; readonly ms: number }
  | { readonly kind: 'due'; readonly atMs: number; readonly delay: Delay; readonly byHand: boolean }
  | { readonly kind: 'reset'; readonly atMs: number };

const learningType = 0;
const relearningType = 2;
const filteredType = 3;
const manualType = 4;

/**
 * Whether ratings of (re)learning rows are those of the first scheduler, which had no "hard" in steps:
 * its 2 and 3 are good and easy (anki:rslib/src/storage/revlog/v2_upgrade.sql).
 */
export function hasOldRatings({ schedulerVersion, cards }: AnkiCollection): boolean {
  return schedulerVersion === 1 && cards.some(({ type }) => type !== 0);
}

/** The rows of one card as acts, oldest first; what says nothing is left out. */
export function actsOf(log: readonly LogRow[], oldRatings: boolean): LoggedAct[] {
  return log.flatMap((row) => actOf(row, oldRatings) ?? []);
}

function actOf(row: LogRow, oldRatings: boolean): LoggedAct | null {
  const atMs = row.id;
  if (row.ease === 0) {
    const delay = delayOf(row.interval, 0);
    if (row.type === manualType && row.factor === 0) return { kind: 'reset', atMs };
    return { kind: 'due', atMs, delay, byHand: row.type === manualType };
  }
  const grade = gradeOf(row, oldRatings);
  if (grade === null) return null;
  const ms = Math.max(0, row.takenMs);
  if (row.type === filteredType && row.factor === 0) return { kind: 'cram', atMs, grade, ms };
  return { kind: 'answer', atMs, grade, ms, delay: delayOf(row.interval, 1) };
}

/** A date that was set may be today; an answer in days is for tomorrow at the soonest. */
function delayOf(interval: number, soonest: number): Delay {
  return interval < 0
    ? { kind: 'seconds', seconds: -interval }
    : { kind: 'days', days: Math.max(soonest, interval) };
}

function gradeOf({ ease, type }: LogRow, oldRatings: boolean): Grade | null {
  const inSteps = type === learningType || type === relearningType;
  const grade = oldRatings && inSteps && (ease === 2 || ease === 3) ? ease + 1 : ease;
  return grade === 1 || grade === 2 || grade === 3 || grade === 4 ? grade : null;
}

/** Whether a memory can be rebuilt from these rows: since the last reset they begin with learning. */
export function isWholeHistory(log: readonly LogRow[]): boolean {
  const reset = log.findLastIndex(
    ({ ease, type, factor }) => ease === 0 && type === manualType && factor === 0,
  );
  const first = log.slice(reset + 1).find(({ ease }) => ease >= 1 && ease <= 4);
  return first?.type === learningType;
}
