import type { CardKey } from '../../model/card.ts';
import type { StudyDay } from '../../model/schedule.ts';
import type { Candidate, Today } from '../../review/candidate.ts';
import { type DoneToday, doneToday } from '../../review/limits.ts';
import { buildQueue, type Queue } from '../../review/queue.ts';
import { shuffled } from '../../review/review-order.ts';
import { nextRollover } from '../../schedule/study-day.ts';
import { unreadCitations } from '../../store/chapters.ts';
import { liveEventsOfDay, withLinkedFrom } from '../../store/events.ts';
import { dueSides, newSides, type SideFilter, unsuspendedKeys } from '../../store/queue-sides.ts';
import type { Study } from '../log/study.ts';

/** What a sitting is for; all absent for everything that is due today. */
export interface ReviewFilter extends SideFilter {
  /** At most so many sides. */
  readonly limit?: number | undefined;
  /** Whatever is due or not, without effect on the schedule. */
  readonly cram?: boolean | undefined;
  /** Reviews of the coming days too. */
  readonly aheadDays?: number | undefined;
  /** Also new sides from sections of the reader that were not read yet. */
  readonly unread?: boolean | undefined;
}

/** Today's queue from the database as it is now. */
export function todaysQueue(study: Study, filter: ReviewFilter = {}): Queue {
  const today = todayOf(study);
  const queue = buildQueue({
    today,
    limits: study.settings.limits,
    done: doneOn(study, today.day),
    answered: dueCandidates(study, today, filter),
    unseen: newCandidates(study, filter),
    limit: filter.limit,
    aheadDays: filter.aheadDays,
  });
  return filter.sections === undefined ? queue : withoutEarly(queue, today);
}

/** A sitting over a section waits for no step: what is in one comes with the reviews. */
function withoutEarly(queue: Queue, { nowMs }: Today): Queue {
  return { ...queue, learning: queue.learning.filter(({ dueAtMs }) => dueAtMs <= nowMs) };
}

/** For cramming: every side that is not suspended, whenever it is due, in an order of its own for the day. */
export function cramKeys(study: Study, filter: ReviewFilter): readonly CardKey[] {
  const keys = unsuspendedKeys(study.store, readable(study, filter));
  const ordered = shuffled(
    keys.map((key) => ({ key })),
    study.now().day,
  );
  return ordered.slice(0, filter.limit).map(({ key }) => key);
}

/** The present study day, and when it ends. */
export function todayOf(study: Study): Today {
  const { atMs, day } = study.now();
  return { day, nowMs: atMs, endMs: nextRollover(atMs, study.settings) };
}

/** A side that was answered under a text that has been reworded since counts under its new key. */
function doneOn(study: Study, day: StudyDay): DoneToday {
  const newest = new Map<CardKey, CardKey>();
  const newestOf = (key: CardKey) => {
    const known = newest.get(key) ?? [...withLinkedFrom(study.store, [key])].at(-1) ?? key;
    newest.set(key, known);
    return known;
  };
  const answered = liveEventsOfDay(study.store, day).flatMap(({ kind, card }) =>
    kind === 'answer' && card !== null ? [newestOf(card)] : [],
  );
  return doneToday(answered, (key) => study.standing(key));
}

function* dueCandidates(
  { store, scheduler }: Study,
  { day, endMs }: Today,
  filter: ReviewFilter,
): Generator<Candidate> {
  const throughDay = day + (filter.aheadDays ?? 0);
  for (const side of dueSides(store, { throughDay, beforeMs: endMs }, filter)) {
    const { key, deck, state, due, buriedDay, stability, lastDay } = side;
    const recall = scheduler.recall(stability, day - lastDay);
    yield { key, deck, state, due, buriedDay, recall };
  }
}

function* newCandidates(study: Study, filter: ReviewFilter): Generator<Candidate> {
  for (const { key, deck, due, buriedDay } of newSides(study.store, readable(study, filter)))
    yield { key, deck, state: 'new', due, buriedDay, recall: null };
}

/** Cards of the reader are asked about once their section was read. */
function readable({ store }: Study, filter: ReviewFilter): SideFilter {
  return filter.unread === true ? filter : { ...filter, withheld: unreadCitations(store) };
}
