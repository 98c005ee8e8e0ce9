import type { ScheduleSettings } from '../model/settings.ts';
import type { StudyDay } from '../model/schedule.ts';
import type { FuzzRange } from './fuzz.ts';
import { pickDay } from './fuzz.ts';
import { weekdayOf } from './study-day.ts';

/** What is planned already, for spreading the work: known when an answer is given, never in a replay. */
export interface DueLoad {
  /** How many sides are due on a study day. */
  dueOn(day: StudyDay): number;
  /** The days on which siblings of the side are due. */
  readonly siblingDays: readonly StudyDay[];
}

/** Longer intervals are spread by chance alone, and what is planned so far ahead will have changed. */
const longestBalancedDays = 90;
/** What the neighbourhood of a sibling leaves of a day's weight. */
const besideSibling = 0.25;

/**
 * A day of the range, drawn with `factor` in [0, 1) from weights that fall with what is due on a day,
 * beside siblings, and on weekdays that are to be easy. Without any weight left, any day of the range.
 */
export function pickBalanced(
  range: FuzzRange,
  factor: number,
  today: StudyDay,
  load: DueLoad,
  settings: Pick<ScheduleSettings, 'loadBalance' | 'easyDays'>,
): number {
  if (range.lower === range.upper || range.upper > longestBalancedDays) {
    return pickDay(range, factor);
  }
  const weights: number[] = [];
  for (let interval = range.lower; interval <= range.upper; interval += 1) {
    weights.push(weightOf(today + interval, load, settings));
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return pickDay(range, factor);
  let left = factor * total;
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return range.lower + index;
  }
  return range.upper;
}

function weightOf(
  day: StudyDay,
  load: DueLoad,
  settings: Pick<ScheduleSettings, 'loadBalance' | 'easyDays'>,
): number {
  const easy = settings.easyDays[weekdayOf(day)] ?? 1;
  if (!settings.loadBalance) return easy;
  const crowd = 1 / (1 + load.dueOn(day)) ** 2;
  const nearSibling = load.siblingDays.some((sibling) => Math.abs(sibling - day) <= 1);
  return easy * crowd * (nearSibling ? besideSibling : 1);
}
