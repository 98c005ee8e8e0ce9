import { isAnsweredDay } from '../../store/answered-day.ts';
import type { Study } from '../log/study.ts';

/** How many study days in a row have an answer, up to today or, before today's first one, to yesterday. */
export function runOfDays(study: Study): number {
  const { day } = study.now();
  const last = isAnsweredDay(study.store, day) ? day : day - 1;
  let first = last;
  while (isAnsweredDay(study.store, first)) first -= 1;
  return last - first;
}
