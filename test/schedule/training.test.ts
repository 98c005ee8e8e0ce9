import { describe, expect, it } from 'vitest';
import type { CardKey } from '../../src/model/card.ts';
import type { EventBody, EventId, StudyEvent } from '../../src/model/event.ts';
import { trainingAnswers, trainingItems } from '../../src/schedule/training.ts';
import { vectorsOf } from './vectors.ts';

function events(entries: readonly (readonly [EventBody, number])[]): readonly StudyEvent[] {
  return entries.map(([body, daysAgo], index) =>
    Object.assign(
      {
        id: `e${index}` as EventId,
        card: 'card' as CardKey,
        day: 100 - daysAgo,
        atMs: (100 - daysAgo) * 86_400_000,
        offsetEast: 0,
        after: null,
      },
      body,
    ),
  );
}

const good: EventBody = { kind: 'answer', grade: 3, ms: 1, due: { kind: 'day', day: 0 } };
const bodies: Readonly<Record<string, EventBody>> = {
  learning: good,
  review: good,
  cram: { kind: 'cram', grade: 3, ms: 1 },
  manual_reset: { kind: 'reset' },
};

const deltas = (history: readonly StudyEvent[]) =>
  trainingItems(trainingAnswers(history)).map((item) => item.map(({ elapsedDays }) => elapsedDays));

describe('training data', () => {
  it.each(vectorsOf('revlog_filter'))('is filtered as in $id', ({ input, expected }) => {
    const entries = input['entries_days_ago'] as readonly (readonly [string, number])[];
    const history = events(entries.map(([name, ago]) => [bodies[name] ?? good, ago]));
    expect(deltas(history)).toEqual(expected['items_delta_t']);
  });

  it('leaves out same-day reviews as items, but keeps them in the items that follow', () => {
    const history = events([
      [good, 10],
      [good, 10],
      [good, 6],
    ]);
    expect(deltas(history)).toEqual([[0, 0, 4]]);
  });

  it('leaves out what follows numbers taken over from elsewhere, until a reset', () => {
    const taken: EventBody = {
      kind: 'memory',
      schedule: {
        state: 'review',
        memory: { stability: 3, difficulty: 5 },
        due: { kind: 'day', day: 95 },
        intervalDays: 3,
        lastDay: 92,
        lastAtMs: 0,
        reps: 2,
        lapses: 0,
      },
    };
    const after = [
      [taken, 8],
      [good, 5],
      [good, 2],
    ] as const;
    expect(deltas(events(after))).toEqual([]);
    expect(deltas(events([...after, [{ kind: 'reset' }, 2], [good, 2], [good, 1]]))).toEqual([
      [0, 1],
    ]);
  });
});
