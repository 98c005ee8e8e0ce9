import type { Today } from '../../review/candidate.ts';
import { type Session, startCram, startSession } from '../../review/session.ts';
import type { Study } from '../log/study.ts';
import { DueCounts } from './load.ts';
import { cramKeys, type ReviewFilter, todayOf, todaysQueue } from './queue.ts';
import { rulesFor } from './return.ts';

/** The study day that a sitting is in: what it asks, when it ends, and how much is due on the days to come. */
export class SittingDay {
  readonly today: Today;
  readonly dues: DueCounts;
  readonly #study: Study;
  readonly #filter: ReviewFilter;

  constructor(study: Study, filter: ReviewFilter) {
    this.#study = study;
    this.#filter = filter;
    this.today = todayOf(study);
    this.dues = new DueCounts(study.store, this.today.day);
  }

  /** A session over what the day asks, from the database as it is now. */
  session(): Session {
    const rules = rulesFor(this.#filter, this.#study.settings.limits);
    return this.#filter.cram === true
      ? startCram(cramKeys(this.#study, this.#filter), rules, this.today.nowMs)
      : startSession(todaysQueue(this.#study, this.#filter), rules, this.today.nowMs);
  }

  /** Whether a sitting has gone on past the day; cramming knows no days. */
  isOver(atMs: number): boolean {
    return atMs >= this.today.endMs && this.#filter.cram !== true;
  }
}
