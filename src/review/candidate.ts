import type { CardId, CardKey } from '../model/card.ts';
import type { Standing, StudyDay } from '../model/schedule.ts';

/** A side that is in a deck now, and where it stands: what a queue is made of. */
export interface Candidate {
  readonly key: CardKey;
  readonly card: CardId;
  /** The title of its deck. */
  readonly deck: string;
  readonly standing: Standing;
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

/** How a side may be asked today, or null: suspended, buried, or not due. */
export function askedToday(
  candidate: Candidate,
  today: Today,
  aheadDays = 0,
): 'learning' | 'review' | 'new' | null {
  const { schedule, suspended, buriedDay } = candidate.standing;
  if (suspended || (buriedDay !== null && buriedDay >= today.day)) return null;
  const lastDay = today.day + (schedule.state === 'review' ? aheadDays : 0);
  const isDue =
    schedule.due === undefined ||
    (schedule.due.kind === 'day' ? schedule.due.day <= lastDay : schedule.due.atMs < today.endMs);
  if (!isDue) return null;
  return schedule.state === 'relearning' ? 'learning' : schedule.state;
}

/** The instant from which a learning side may be asked. */
export function learningOf(candidate: Candidate): Learning {
  const { due } = candidate.standing.schedule;
  return { candidate, dueAtMs: due?.kind === 'instant' ? due.atMs : 0 };
}

/** The card that a key belongs to: what stands before its first `/`. */
export function cardOf(key: CardKey): CardId {
  const slash = key.indexOf('/');
  return (slash < 0 ? key : key.slice(0, slash)) as string as CardId;
}
