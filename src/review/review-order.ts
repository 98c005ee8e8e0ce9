import type { CardKey } from '../model/card.ts';
import type { StudyDay } from '../model/schedule.ts';
import { seededUnit } from '../schedule/seeded-unit.ts';
import type { Candidate } from './candidate.ts';

/**
 * Reviews in the order to ask them. In a usual day at random, the same all day. When behind (more due than
 * the day allows, or most of them late) those best remembered first: what can still be saved is, and what
 * is forgotten anyway loses least by waiting.
 */
export function orderReviews(
  reviews: readonly Candidate[],
  day: StudyDay,
  allowed: number,
): readonly Candidate[] {
  return isBehind(reviews, day, allowed)
    ? sortedBy(reviews, ({ recall }) => -(recall ?? 1))
    : shuffled(reviews, day);
}

/** Sides at random, the same all day. */
export function shuffled<Side extends { readonly key: CardKey }>(
  sides: readonly Side[],
  day: StudyDay,
): readonly Side[] {
  return sortedBy(sides, ({ key }) => seededUnit(key, day));
}

function isBehind(reviews: readonly Candidate[], day: StudyDay, allowed: number): boolean {
  const late = reviews.filter(({ due }) => due?.kind === 'day' && due.day < day);
  return reviews.length > allowed || late.length * 2 > reviews.length;
}

/** By rank, then by key, so that nothing depends on the order of the argument. */
function sortedBy<Side extends { readonly key: CardKey }>(
  sides: readonly Side[],
  rank: (side: Side) => number,
): readonly Side[] {
  return sides
    .map((side) => ({ side, rank: rank(side) }))
    .sort((a, b) => a.rank - b.rank || (a.side.key < b.side.key ? -1 : 1))
    .map(({ side }) => side);
}
