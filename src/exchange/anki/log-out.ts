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
const blockRows = 1024;

/**
 * Collects the review log of many cards. A long log is most of what an export handles, so it is kept as
 * bare numbers until it is read, in blocks that never have to be copied when there are more.
 */
export class LogBook {
  readonly #blocks: Float64Array[] = [];
  #rows = 0;
  readonly #cardIds: number[] = [];

  get rows(): number {
    return this.#rows;
  }

  /** Adds a side's history, oldest first; rows that no card was given are not in the log. */
  add(acts: Iterable<ExportedAct>): LogSlot {
    const slot = this.#cardIds.push(0) - 1;
    let lastInterval = 0;
    let factor = plainFactor;
    for (const act of acts) {
      if (act.kind === 'answer') factor = difficultyFactor(act.difficulty);
      const interval = act.kind === 'cram' ? lastInterval : intervalOf(act);
      // Factor 0 says that the memory is to be left alone, or that it was reset.
      const kept = act.kind === 'cram' || act.kind === 'reset' ? 0 : factor;
      this.#push(act, slot, interval, lastInterval, kept);
      lastInterval = interval;
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
    const at = (row: number, column: number) => this.#at(row, column);
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

  #push(
    act: ExportedAct,
    slot: LogSlot,
    interval: number,
    lastInterval: number,
    factor: number,
  ): void {
    const numbers = (this.#blocks[Math.floor(this.#rows / blockRows)] ??= new Float64Array(
      blockRows * width,
    ));
    const start = (this.#rows % blockRows) * width;
    const graded = act.kind === 'answer' || act.kind === 'cram';
    numbers[start] = act.atMs;
    numbers[start + 1] = slot;
    numbers[start + 2] = graded ? act.grade : 0;
    numbers[start + 3] = interval;
    numbers[start + 4] = lastInterval;
    numbers[start + 5] = factor;
    numbers[start + 6] = graded ? Math.min(longestMs, Math.max(0, Math.round(act.ms))) : 0;
    numbers[start + 7] = typeOf(act);
    this.#rows += 1;
  }

  #at(row: number, column: number): number {
    const block = this.#blocks[Math.floor(row / blockRows)];
    return block?.[(row % blockRows) * width + column] ?? 0;
  }
}

function typeOf(act: ExportedAct): number {
  if (act.kind === 'answer') return rowTypes[act.before];
  return act.kind === 'cram' ? filteredType : manualType;
}

/** Days, or seconds below zero; an answer in days is for tomorrow at the soonest. */
function intervalOf(act: Exclude<ExportedAct, { readonly kind: 'cram' }>): number {
  if (act.kind === 'reset') return 0;
  const { atMs, day, due } = act;
  if (due.kind === 'day') return Math.max(act.kind === 'answer' ? 1 : 0, due.day - day);
  return -Math.max(1, Math.round((due.atMs - atMs) / 1000));
}

/** FSRS difficulty where SM-2 had its ease: 1–10 as 100–1100. */
function difficultyFactor(difficulty: number): number {
  return Math.round(1000 * ((difficulty - 1) / 9 + 0.1));
}
