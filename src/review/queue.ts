import type { LimitSettings } from '../model/settings.ts';
import type { Candidate, Learning, Today } from './candidate.ts';
import { askedToday, learningOf } from './candidate.ts';
import type { DoneToday } from './limits.ts';
import { allowance } from './limits.ts';
import { orderReviews } from './review-order.ts';
import { Siblings } from './siblings.ts';

/** What a session is to ask. */
export interface QueueRequest {
  readonly today: Today;
  readonly limits: LimitSettings;
  readonly done: DoneToday;
  /** Sides that have been answered, in any order; those that are not due may be left out. */
  readonly answered: Iterable<Candidate>;
  /** New sides in the order of the decks; read only as far as the limits reach. */
  readonly unseen: Iterable<Candidate>;
  /** At most so many sides in all. */
  readonly limit?: number | undefined;
  /** Reviews that come due within so many days are asked too, and the day's review limit is lifted. */
  readonly aheadDays?: number | undefined;
}

/** Today's sides in the order in which they are asked; learning ones are asked when they are due. */
export interface Queue {
  readonly learning: readonly Learning[];
  readonly reviews: readonly Candidate[];
  readonly fresh: readonly Candidate[];
}

/**
 * Today's queue: learning by due, reviews by `orderReviews`, new ones in the order of the decks, within the
 * day's limits, and of one card's sides only one on a day. The same arguments give the same queue.
 */
export function buildQueue(request: QueueRequest): Queue {
  const { today, limits, done, aheadDays = 0 } = request;
  const siblings = new Siblings(limits.burySiblings, done.keys);
  const learning: Learning[] = [];
  const due: Candidate[] = [];
  for (const candidate of request.answered) {
    const how = askedToday(candidate, today, aheadDays);
    if (how === 'learning') learning.push(learningOf(candidate));
    if (how === 'review') due.push(candidate);
  }
  learning.sort(byDue);
  for (const { candidate } of learning) siblings.take(candidate.key);

  const left = allowance(limits, done);
  const allowed = aheadDays > 0 ? Number.POSITIVE_INFINITY : left.reviews;
  const ordered = orderReviews(due, today.day, allowed);
  const reviews = takeOf(ordered, allowed, siblings);
  const room = aheadDays > 0 ? left.fresh : Math.min(left.fresh, left.reviews - reviews.length);
  const fresh = takeOf(newToday(request.unseen, today), room, siblings);
  return limited({ learning, reviews, fresh }, request.limit);
}

/** How many sides a queue has. */
export function sizeOf({ learning, reviews, fresh }: Queue): number {
  return learning.length + reviews.length + fresh.length;
}

function takeOf(
  candidates: Iterable<Candidate>,
  count: number,
  siblings: Siblings,
): readonly Candidate[] {
  const taken: Candidate[] = [];
  if (count <= 0) return taken;
  for (const candidate of candidates) {
    if (!siblings.admits(candidate.key)) continue;
    siblings.take(candidate.key);
    taken.push(candidate);
    if (taken.length >= count) break;
  }
  return taken;
}

/** Lazily: of a hundred thousand new sides a day wants ten. */
function* newToday(unseen: Iterable<Candidate>, today: Today): Generator<Candidate> {
  for (const candidate of unseen) if (askedToday(candidate, today) === 'new') yield candidate;
}

function byDue(a: Learning, b: Learning): number {
  return a.dueAtMs - b.dueAtMs || (a.candidate.key < b.candidate.key ? -1 : 1);
}

function limited(queue: Queue, limit: number | undefined): Queue {
  if (limit === undefined || sizeOf(queue) <= limit) return queue;
  const learning = queue.learning.slice(0, limit);
  const reviews = queue.reviews.slice(0, limit - learning.length);
  const fresh = queue.fresh.slice(0, limit - learning.length - reviews.length);
  return { learning, reviews, fresh };
}
