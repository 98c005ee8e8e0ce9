import type { StudyDay } from '../model/schedule.ts';
import { type Candidate, cardOf, type Today } from '../review/candidate.ts';
import { type DoneToday, doneToday } from '../review/limits.ts';
import { buildCram, buildQueue, type Queue } from '../review/queue.ts';
import { newStanding } from '../schedule/replay.ts';
import { nextRollover } from '../schedule/study-day.ts';
import { liveEventsOfDay, withLinkedFrom } from '../store/events.ts';
import {
  dueSides,
  newSides,
  type SideFilter,
  type SideHere,
  unsuspendedSides,
} from '../store/queue-sides.ts';
import type { Study } from './study.ts';

/** What a sitting is for; all absent for everything that is due today. */
export interface ReviewFilter extends SideFilter {
  /** At most so many sides. */
  readonly limit?: number | undefined;
  /** Whatever is due or not, without effect on the schedule. */
  readonly cram?: boolean | undefined;
  /** Reviews of the coming days too. */
  readonly aheadDays?: number | undefined;
}

/** Today's queue from the database as it is now. */
export function todaysQueue(study: Study, filter: ReviewFilter = {}): Queue {
  const today = todayOf(study);
  const { store, settings, scheduler } = study;
  if (filter.cram === true) {
    const sides = unsuspendedSides(store, filter);
    return buildCram(
      { today, limit: filter.limit },
      sides.map((side) => candidateOf(side, newStanding(side.key))),
    );
  }
  const throughDay = today.day + (filter.aheadDays ?? 0);
  const due = dueSides(store, { throughDay, beforeMs: today.endMs }, filter);
  return buildQueue({
    today,
    limits: settings.limits,
    done: doneOn(study, today.day),
    recall: scheduler.retrievability,
    answered: due.map((side) => candidateOf(side, side.standing)),
    unseen: unseenSides(study, filter),
    limit: filter.limit,
    aheadDays: filter.aheadDays,
  });
}

/** The present study day, and when it ends. */
export function todayOf(study: Study): Today {
  const { atMs, day } = study.now();
  return { day, nowMs: atMs, endMs: nextRollover(atMs, study.settings) };
}

/** A side that was answered under a text that has been reworded since counts under the new one too. */
function doneOn(study: Study, day: StudyDay): DoneToday {
  const done = doneToday(liveEventsOfDay(study.store, day), (key) => study.standing(key));
  return { ...done, keys: withLinkedFrom(study.store, done.keys) };
}

function* unseenSides(study: Study, filter: SideFilter): Generator<Candidate> {
  for (const side of newSides(study.store, filter)) {
    const standing = side.hasStanding ? study.standing(side.key) : newStanding(side.key);
    yield candidateOf(side, standing);
  }
}

function candidateOf({ key, deck }: SideHere, standing: Candidate['standing']): Candidate {
  return { key, card: cardOf(key), deck, standing };
}
