import type { Due, Grade, StudyDay } from '../../model/schedule.ts';
import type { LogRow } from './collection.ts';

interface ActBase {
  readonly atMs: number;
  readonly day: StudyDay;
}

/** One event of a side's live history, with what a replay knows of it. */
export type ExportedAct =
  | (ActBase & {
      readonly kind: 'answer';
      readonly grade: Grade;
      readonly ms: number;
      readonly due: Due;
      /** Where the side stood before. */
      readonly before: 'new' | 'learning' | 'review' | 'relearning';
      /** FSRS difficulty after the answer. */
      readonly difficulty: number;
    })
  | (ActBase & { readonly kind: 'cram'; readonly grade: Grade; readonly ms: number })
  | (ActBase & { readonly kind: 'due'; readonly due: Due })
  | (ActBase & { readonly kind: 'reset' });

const rowTypes = { new: 0, learning: 0, review: 1, relearning: 2 } as const;
const filteredType = 3;
const manualType = 4;
const longestMs = 60_000;
const plainFactor = 2500;

/** Names a history in a `LogBook`. */
export type LogSlot = number;

/** Numbers of a row: its time, its slot, and the columns of `LogRow` after `cardId`. */
const width = 8;

/**
 * Collects the review log of many cards. A long log is most of what an export handles, so it is kept as
 * bare numbers until it is read.
 */
export class LogBook {
  #numbers = new Float64Array(1024 * width);
  #rows = 0;
  readonly #cardIds: number[] = [];

  get rows(): number {
    return this.#rows;
  }

  /** Adds a side's history, oldest first; rows that no card was given are not in the log. */
  add(acts: readonly ExportedAct[]): LogSlot {
    const slot = this.#cardIds.push(0) - 1;
    let lastInterval = 0;
    let factor = plainFactor;
    for (const act of acts) {
      if (act.kind === 'answer') factor = difficultyFactor(act.difficulty);
      const row = rowOf(act, lastInterval, factor);
      this.#push(act.atMs, slot, row);
      if (act.kind !== 'cram') lastInterval = row.interval;
    }
    return slot;
  }

  /** Says whose history it is. */
  assign(slot: LogSlot, cardId: number): void {
    this.#cardIds[slot] = cardId;
  }

  /**
   * All rows in the order of time. Ids are the times of the answers; where two are equal the later ones
   * move on by a millisecond.
   */
  *inOrder(): Generator<LogRow, void> {
    const numbers = this.#numbers;
    const at = (row: number, column: number) => numbers[row * width + column] ?? 0;
    const cardId = (row: number) => this.#cardIds[at(row, 1)] ?? 0;
    const order = Uint32Array.from({ length: this.#rows }, (_, row) => row);
    order.sort((a, b) => at(a, 0) - at(b, 0) || cardId(a) - cardId(b) || a - b);
    let last = 0;
    for (const row of order) {
      if (cardId(row) === 0) continue;
      last = Math.max(at(row, 0), last + 1);
      yield {
        id: last,
        cardId: cardId(row),
        ease: at(row, 2),
        interval: at(row, 3),
        lastInterval: at(row, 4),
        factor: at(row, 5),
        takenMs: at(row, 6),
        type: at(row, 7),
      };
    }
  }

  #push(atMs: number, slot: LogSlot, row: Columns): void {
    const start = this.#rows * width;
    if (start === this.#numbers.length) {
      const more = new Float64Array(start * 2);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    const { ease, interval, lastInterval, factor, takenMs, type } = row;
    this.#numbers.set([atMs, slot, ease, interval, lastInterval, factor, takenMs, type], start);
    this.#rows += 1;
  }
}

type Columns = Omit<LogRow, 'id' | 'cardId'>;

function rowOf(act: ExportedAct, lastInterval: number, factor: number): Columns {
  const common = { lastInterval, takenMs: 0, ease: 0, factor };
  switch (act.kind) {
    case 'answer': {
      const takenMs = Math.min(longestMs, Math.max(0, Math.round(act.ms)));
      const interval = intervalOf(act, act.due, 1);
      return { ...common, ease: act.grade, interval, takenMs, type: rowTypes[act.before] };
    }
    case 'cram': {
      const takenMs = Math.min(longestMs, Math.max(0, Math.round(act.ms)));
      // Factor 0 says that the memory is to be left alone.
      const shown = { ease: act.grade, interval: lastInterval, takenMs, factor: 0 };
      return { ...common, ...shown, type: filteredType };
    }
    case 'due':
      return { ...common, interval: intervalOf(act, act.due, 0), type: manualType };
    case 'reset':
      return { ...common, interval: 0, factor: 0, type: manualType };
  }
}

/** Days, or seconds below zero. */
function intervalOf({ atMs, day }: ActBase, due: Due, soonest: number): number {
  if (due.kind === 'day') return Math.max(soonest, due.day - day);
  return -Math.max(1, Math.round((due.atMs - atMs) / 1000));
}

/** FSRS difficulty where SM-2 had its ease: 1–10 as 100–1100. */
function difficultyFactor(difficulty: number): number {
  return Math.round(1000 * ((difficulty - 1) / 9 + 0.1));
}
