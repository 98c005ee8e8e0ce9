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

/** Collects the review log of many cards. */
export class LogBook {
  readonly #rows: LogRow[] = [];

  /** Adds a card's history, oldest first. */
  add(cardId: number, acts: readonly ExportedAct[]): void {
    let lastInterval = 0;
    let factor = plainFactor;
    for (const act of acts) {
      if (act.kind === 'answer') factor = difficultyFactor(act.difficulty);
      const row = rowOf(act, cardId, lastInterval, factor);
      this.#rows.push(row);
      if (act.kind !== 'cram') lastInterval = row.interval;
    }
  }

  /**
   * All rows in the order of time. Ids are the times of the answers; where two are equal the later ones
   * move on by a millisecond.
   */
  inOrder(): readonly LogRow[] {
    const rows = this.#rows.toSorted((a, b) => a.id - b.id || a.cardId - b.cardId);
    let last = 0;
    for (const [index, row] of rows.entries()) {
      if (row.id <= last) rows[index] = { ...row, id: last + 1 };
      last = Math.max(row.id, last + 1);
    }
    return rows;
  }
}

function rowOf(act: ExportedAct, cardId: number, lastInterval: number, factor: number): LogRow {
  const common = { id: act.atMs, cardId, lastInterval, takenMs: 0, ease: 0, factor };
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
