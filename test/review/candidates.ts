import type { CardKey } from '../../src/model/card.ts';
import type { Candidate, Today } from '../../src/review/candidate.ts';

export const day = 20_000;
const noonMs = day * 86_400_000 + 43_200_000;
export const today: Today = { day, nowMs: noonMs, endMs: noonMs + 57_600_000 };

/** A new side with this key, of the deck "Rocks". */
export function fresh(key: string, changes: Partial<Candidate> = {}): Candidate {
  return {
    key: key as CardKey,
    deck: 'Rocks',
    state: 'new',
    due: undefined,
    buriedDay: null,
    recall: null,
    ...changes,
  };
}

/** A side in review, due so many days after today (before it, if negative). */
export function review(key: string, dueIn = 0, changes: Partial<Candidate> = {}): Candidate {
  const due = { kind: 'day', day: day + dueIn } as const;
  return fresh(key, { state: 'review', due, recall: 0.9, ...changes });
}

/** A side in its steps, due so many minutes from now. */
export function learning(
  key: string,
  minutes: number,
  changes: Partial<Candidate> = {},
): Candidate {
  const due = { kind: 'instant', atMs: noonMs + minutes * 60_000 } as const;
  return fresh(key, { state: 'learning', due, recall: 0.99, ...changes });
}
