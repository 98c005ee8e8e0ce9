import type { CardKey } from '../../src/model/card.ts';
import type { Due, Schedule, Standing } from '../../src/model/schedule.ts';
import { type Candidate, cardOf, type Today } from '../../src/review/candidate.ts';
import { newStanding } from '../../src/schedule/replay.ts';

export const day = 20_000;
const noonMs = day * 86_400_000 + 43_200_000;
export const today: Today = { day, nowMs: noonMs, endMs: noonMs + 57_600_000 };

/** A new side with this key, of the deck "Rocks". */
export function fresh(key: string, changes: Partial<Standing> = {}): Candidate {
  const standing = { ...newStanding(key as CardKey), ...changes };
  return { key: standing.key, card: cardOf(standing.key), deck: 'Rocks', standing };
}

/** A side in review, due so many days after today (before it, if negative). */
export function review(key: string, dueIn = 0, changes: Partial<Standing> = {}): Candidate {
  return fresh(key, {
    schedule: answered('review', { kind: 'day', day: day + dueIn }),
    ...changes,
  });
}

/** A side in its steps, due so many minutes from now. */
export function learning(key: string, minutes: number): Candidate {
  const due: Due = { kind: 'instant', atMs: noonMs + minutes * 60_000 };
  return fresh(key, { schedule: answered('learning', due) });
}

export function answered(
  state: 'review' | 'learning' | 'relearning',
  due: Due,
  stability = 20,
): Schedule {
  const numbers = {
    memory: { stability, difficulty: 5 },
    due,
    lastDay: day - 20,
    lastAtMs: noonMs - 20 * 86_400_000,
    reps: 4,
    lapses: 0,
  };
  if (state === 'review') return { state, ...numbers, intervalDays: 20 };
  if (state === 'learning') return { state, ...numbers, step: 0 };
  return { state, ...numbers, step: 0, intervalDays: 20 };
}
