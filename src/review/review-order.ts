import type { Schedule, StudyDay } from '../model/schedule.ts';
import { seededUnit } from '../schedule/fuzz.ts';
import type { Candidate } from './candidate.ts';

/** Chance of recall on a day, 0–1; null for what was never answered. */
export type Recall = (schedule: Schedule, day: StudyDay) => number | null;

/**
 * Reviews in the order to ask them. In a usual day at random, the same all day. When behind (more due than
 * the day allows, or most of them late) those best remembered first: what can still be saved is, and what
 * is forgotten anyway loses least by waiting.
 */
export function orderReviews(
  reviews: readonly Candidate[],
  day: StudyDay,
  allowed: number,
  recall: Recall,
): readonly Candidate[] {
  const rank = isBehind(reviews, day, allowed)
    ? ({ standing }: Candidate) => -(recall(standing.schedule, day) ?? 1)
    : ({ key }: Candidate) => seededUnit(key, day);
  return sortedBy(reviews, rank);
}

/** Candidates at random, the same all day. */
export function shuffled(candidates: readonly Candidate[], day: StudyDay): readonly Candidate[] {
  return sortedBy(candidates, ({ key }) => seededUnit(key, day));
}

function isBehind(reviews: readonly Candidate[], day: StudyDay, allowed: number): boolean {
  const late = reviews.filter(
    ({ standing: { schedule } }) => schedule.due?.kind === 'day' && schedule.due.day < day,
  );
  return reviews.length > allowed || late.length * 2 > reviews.length;
}

/** By rank, then by key, so that nothing depends on the order of the argument. */
function sortedBy(
  candidates: readonly Candidate[],
  rank: (candidate: Candidate) => number,
): readonly Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, rank: rank(candidate) }))
    .sort((a, b) => a.rank - b.rank || (a.candidate.key < b.candidate.key ? -1 : 1))
    .map(({ candidate }) => candidate);
}
