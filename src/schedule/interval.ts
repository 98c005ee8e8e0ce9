import type { Grade } from '../model/schedule.ts';

/** The passing answers' whole-day intervals depend on each other: good outlasts hard, easy outlasts good. */
export interface IntervalQuestion {
  /** Days until the chance of recall reaches the desired retention, unrounded, after a grade. */
  ideal(grade: Grade): number;
  /** The whole days before this answer; 0 where the side was in its steps. */
  readonly previousDays: number;
  /** False where hard stays in the steps, so that good need not outlast it. */
  readonly hardCounts: boolean;
  /** Fuzz, load and cap: a whole number of days near `ideal`, at least `minimum` unless the cap is lower. */
  choose(ideal: number, minimum: number): number;
}

/**
 * The interval in days that a grade earns: at least one day; at least one more than before when the ideal
 * grew beyond that; each passing grade longer than the one below it, as far as the cap lets it.
 */
export function intervalDays(question: IntervalQuestion, grade: Grade): number {
  const ideal = question.ideal(grade);
  if (grade === 1) return question.choose(ideal, 1);
  const grown = question.previousDays > 0 && ideal > question.previousDays;
  const minimum = Math.max(1, grown ? question.previousDays + 1 : 1, belowPlusOne(question, grade));
  return question.choose(ideal, minimum);
}

/** The whole days nearest to `ideal` within the bounds, without fuzz; a cap below the minimum wins. */
export function roundedDays(ideal: number, minimum: number, maximum: number): number {
  return Math.min(Math.max(Math.round(ideal), minimum), maximum);
}

function belowPlusOne(question: IntervalQuestion, grade: 2 | 3 | 4): number {
  if (grade === 4) return intervalDays(question, 3) + 1;
  if (grade === 3 && question.hardCounts) return intervalDays(question, 2) + 1;
  return 1;
}
