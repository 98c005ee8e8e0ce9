import type { CardKey } from '../model/card.ts';
import type { Standing } from '../model/schedule.ts';
import type { LimitSettings } from '../model/settings.ts';

/** How many sides may still be asked: new ones, and reviews. */
export interface Allowance {
  readonly fresh: number;
  readonly reviews: number;
}

/** What a day has brought so far, from the log: each side counts once. */
export interface DoneToday {
  /** Sides with a live answer today. */
  readonly keys: ReadonlySet<CardKey>;
  /** Those that were first answered today. */
  readonly fresh: readonly CardKey[];
  readonly reviews: readonly CardKey[];
}

/** The count of a day from the sides of its live answers, one for each, and their standings now. */
export function doneToday(
  answered: readonly CardKey[],
  standingOf: (key: CardKey) => Standing,
): DoneToday {
  const answers = new Map<CardKey, number>();
  for (const key of answered) answers.set(key, (answers.get(key) ?? 0) + 1);
  const fresh: CardKey[] = [];
  const reviews: CardKey[] = [];
  for (const [key, count] of answers) {
    const { schedule } = standingOf(key);
    // All answers that it ever had were given today.
    const isFresh = schedule.state === 'new' || schedule.reps <= count;
    (isFresh ? fresh : reviews).push(key);
  }
  return { keys: new Set(answers.keys()), fresh, reviews };
}

/** What a day's limits leave; new sides also stop where the reviews have used up theirs. */
export function allowance(limits: LimitSettings, done: DoneToday): Allowance {
  const reviews = Math.max(0, limits.reviewsPerDay - done.reviews.length);
  return { reviews, fresh: Math.min(Math.max(0, limits.newPerDay - done.fresh.length), reviews) };
}
