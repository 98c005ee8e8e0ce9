import type { Standing, StudyDay } from '../model/schedule.ts';
import { dueCountsHere } from '../store/queue-sides.ts';
import type { Store } from '../store/open.ts';

/** Beyond it nothing is balanced. */
const farthestDays = 120;

/** How many sides are due on which day: read once, then kept up with what is answered in a sitting. */
export class DueCounts {
  readonly #counts: Map<StudyDay, number>;

  constructor(store: Store, today: StudyDay) {
    this.#counts = dueCountsHere(store, today + farthestDays);
  }

  dueOn(day: StudyDay): number {
    return this.#counts.get(day) ?? 0;
  }

  /** Everything due up to a day, what is late included. */
  through(last: StudyDay): number {
    let sum = 0;
    for (const [day, count] of this.#counts) if (day <= last) sum += count;
    return sum;
  }

  /** A side stood at one place and now stands at another. */
  move(before: Standing, after: Standing): void {
    this.#add(before, -1);
    this.#add(after, 1);
  }

  #add({ schedule, suspended }: Standing, count: number): void {
    if (schedule.state === 'new' || suspended || schedule.due.kind !== 'day') return;
    this.#counts.set(schedule.due.day, this.dueOn(schedule.due.day) + count);
  }
}
