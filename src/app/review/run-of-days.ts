import { firstAnsweredDay, isAnsweredDay } from '../../store/answered-day.ts';
import type { Study } from '../log/study.ts';

/** Before that a run says only when somebody began. */
const daysOfHistory = 14;

/**
 * How many study days in a row have an answer, up to today or, before today's first one, to yesterday; 0
 * within two weeks of the first answer of all.
 */
export function runOfDays(study: Study): number {
  const { day } = study.now();
  const began = firstAnsweredDay(study.store);
  if (began === null || day - began < daysOfHistory) return 0;
  const last = isAnsweredDay(study.store, day) ? day : day - 1;
  let first = last;
  while (isAnsweredDay(study.store, first)) first -= 1;
  return last - first;
}
