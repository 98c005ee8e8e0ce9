import type { CardKey } from './card.ts';
import type { EventId } from './event.ts';

/** 1 again, 2 hard, 3 good, 4 easy. Hard means recalled, with effort. */
export type Grade = 1 | 2 | 3 | 4;

export const gradeNames: Readonly<Record<Grade, 'again' | 'hard' | 'good' | 'easy'>> = {
  1: 'again',
  2: 'hard',
  3: 'good',
  4: 'easy',
};

/** Whole study days since 1970-01-01, in the user's calendar with its rollover. */
export type StudyDay = number;

/** When a side is asked again: on a study day, or at an instant (ms since the epoch) in minute steps. */
export type Due =
  | { readonly kind: 'day'; readonly day: StudyDay }
  | { readonly kind: 'instant'; readonly atMs: number };

/** FSRS memory: stability in days (0.001–36500), difficulty 1–10. */
export interface Memory {
  readonly stability: number;
  readonly difficulty: number;
}

interface Answered {
  readonly memory: Memory;
  readonly due: Due;
  readonly lastDay: StudyDay;
  readonly lastAtMs: number;
  readonly reps: number;
  readonly lapses: number;
}

/** Where a side stands in time. What was never answered has no numbers. */
export type Schedule =
  | { readonly state: 'new'; readonly due?: Due }
  | ({ readonly state: 'learning'; readonly step: number } & Answered)
  | ({ readonly state: 'review'; readonly intervalDays: number } & Answered)
  | ({
      readonly state: 'relearning';
      readonly step: number;
      readonly intervalDays: number;
    } & Answered);

/** All that the log says of one side today. */
export interface Standing {
  readonly key: CardKey;
  readonly schedule: Schedule;
  readonly suspended: boolean;
  /** Not asked until this day is over; null when not buried. */
  readonly buriedDay: StudyDay | null;
  /** 0 none, else Anki's flag numbers 1–7. */
  readonly flag: number;
  readonly flagNote: string;
  readonly leech: boolean;
  /** The newest live event of this side, named by the next one. */
  readonly head: EventId | null;
}
