import type { Standing, StudyDay } from '../../model/schedule.ts';
import type { Store } from '../../store/open.ts';
import { dueLoad } from '../../store/queue-sides.ts';

/** Beyond it nothing is balanced. */
const farthestDays = 120;

/**
 * How many sides are due on the coming days: read when it is first asked, since the first question does not
 * want it, then kept up with what is answered in a sitting.
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

  /** A side stood at one place and now stands at another. */
  move(before: Standing, after: Standing): void {
    if (this.#read === undefined) return;
    add(this.#read, before, -1);
    add(this.#read, after, 1);
  }

  #counts(): Map<StudyDay, number> {
    this.#read ??= dueLoad(this.#store, this.#today, this.#today + farthestDays);
    return this.#read;
  }
}

function add(counts: Map<StudyDay, number>, { schedule: { due } }: Standing, count: number): void {
  if (due?.kind === 'day') counts.set(due.day, (counts.get(due.day) ?? 0) + count);
}
