import type { CardId, CardKey } from '../model/card.ts';
import type { Due, Schedule, StudyDay } from '../model/schedule.ts';

/** A side that is in a deck now, as far as a queue wants to know it; there may be a hundred thousand. */
export interface Candidate {
  readonly key: CardKey;
  /** The title of its deck. */
  readonly deck: string;
  readonly state: Schedule['state'];
  /** Absent for a new side that may be asked on any day. */
  readonly due: Due | undefined;
  /** Not asked until this day is over; null when not buried. */
  readonly buriedDay: StudyDay | null;
  /** The chance that it would be recalled today, 0–1; null where it was never answered. */
  readonly recall: number | null;
}

/** The study day that a queue is for, the present instant, and when the day ends. */
export interface Today {
  readonly day: StudyDay;
  readonly nowMs: number;
  readonly endMs: number;
}

/** When a learning side is asked: at once where its step was of whole days. */
export interface Learning {
  readonly candidate: Candidate;
  readonly dueAtMs: number;
}

/** How a side may be asked today, or null: buried, or not due. */
export function askedToday(
  { state, due, buriedDay }: Candidate,
  today: Today,
  aheadDays = 0,
): 'learning' | 'review' | 'new' | null {
  if (buriedDay !== null && buriedDay >= today.day) return null;
  const lastDay = today.day + (state === 'review' ? aheadDays : 0);
  const isDue =
    due === undefined || (due.kind === 'day' ? due.day <= lastDay : due.atMs < today.endMs);
  if (!isDue) return null;
  return state === 'relearning' ? 'learning' : state;
}

/** The instant from which a learning side may be asked. */
export function learningOf(candidate: Candidate): Learning {
  const { due } = candidate;
  return { candidate, dueAtMs: due?.kind === 'instant' ? due.atMs : 0 };
}

/** The card that a key belongs to: what stands before its first `/`. */
export function cardOf(key: CardKey): CardId {
  const slash = key.indexOf('/');
  return (slash < 0 ? key : key.slice(0, slash)) as string as CardId;
}
