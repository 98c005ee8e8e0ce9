import type { Standing, StudyDay } from '../model/schedule.ts';
import { dueCountsHere } from '../store/queue-sides.ts';
import type { Store } from '../store/open.ts';

/** Beyond it nothing is balanced. */
const farthestDays = 120;

/**
 * How many sides are due on which day: read when it is first asked, since the first question does not want
 * it, then kept up with what is answered in a sitting.
 */
export class DueCounts {
  readonly #store: Store;
  readonly #today: StudyDay;
  #read: Map<StudyDay, number> | undefined;

  constructor(store: Store, today: StudyDay) {
    this.#store = store;
    this.#today = today;
  }

  dueOn(day: StudyDay): number {
    return this.#counts().get(day) ?? 0;
  }

  /** Everything due up to a day, what is late included. */
  through(last: StudyDay): number {
    let sum = 0;
    for (const [day, count] of this.#counts()) if (day <= last) sum += count;
    return sum;
  }

  /** A side stood at one place and now stands at another. */
  move(before: Standing, after: Standing): void {
    if (this.#read === undefined) return;
    this.#add(before, -1);
    this.#add(after, 1);
  }

  #counts(): Map<StudyDay, number> {
    this.#read ??= dueCountsHere(this.#store, this.#today + farthestDays);
    return this.#read;
  }

  #add({ schedule, suspended }: Standing, count: number): void {
    if (schedule.state === 'new' || suspended || schedule.due.kind !== 'day') return;
    this.#counts().set(schedule.due.day, this.dueOn(schedule.due.day) + count);
  }
}
