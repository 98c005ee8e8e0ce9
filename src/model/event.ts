import type { Brand } from './brand.ts';
import type { CardKey } from './card.ts';
import type { Due, Grade, Schedule, StudyDay } from './schedule.ts';

/** Time-sortable and unique: later events of one process sort after earlier ones. */
export type EventId = Brand<'EventId'>;

interface EventBase {
  readonly id: EventId;
  /** The side that it concerns; null for `params` and `read`. */
  readonly card: CardKey | null;
  /** Milliseconds since the epoch (in the exported log an ISO 8601 time in UTC). */
  readonly atMs: number;
  readonly day: StudyDay;
  /** Minutes east of UTC of the clock that it was made by. */
  readonly offsetEast: number;
  /** The newest live event of this card that was known when this one was made. */
  readonly after: EventId | null;
  /** Fields that this version does not know; kept and written back. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** What an event says, without the fields that all have in common. */
export type EventBody =
  | { readonly kind: 'answer'; readonly grade: Grade; readonly ms: number; readonly due: Due }
  | { readonly kind: 'cram'; readonly grade: Grade; readonly ms: number }
  | { readonly kind: 'due'; readonly due: Due; readonly why: 'user' | 'reschedule' }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'bury' }
  | { readonly kind: 'flag'; readonly flag: number; readonly note: string }
  | { readonly kind: 'reset' }
  | { readonly kind: 'link'; readonly from: CardKey }
  | {
      readonly kind: 'params';
      readonly preset: string;
      readonly algorithm: string;
      readonly w: readonly number[];
    }
  | { readonly kind: 'read'; readonly section: string }
  /**
   * Another program's numbers, taken over where its log is missing or says something else: replay
   * goes on from exactly this schedule, as of the event's `day` and `atMs` (the last answer's).
   */
  | { readonly kind: 'memory'; readonly schedule: Schedule }
  | { readonly kind: 'undo'; readonly undoes: readonly EventId[] }
  /** A kind of a newer version: kept, and without effect. */
  | { readonly kind: 'unknown'; readonly name: string };

/** One act of study. Events are only ever added; the log of them is the truth. */
export type StudyEvent = EventBase & EventBody;
