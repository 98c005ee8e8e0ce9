import { describe, expect, it } from 'vitest';
import type { CardKey } from '../../src/model/card.ts';
import type { EventId, StudyEvent } from '../../src/model/event.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import { allowance, doneToday } from '../../src/review/limits.ts';
import { newStanding } from '../../src/schedule/replay.ts';
import { day } from './candidates.ts';

function answer(key: string, index: number): StudyEvent {
  return {
    id: `e${index}` as EventId,
    card: key as CardKey,
    atMs: index,
    day,
    offsetEast: 0,
    after: null,
    kind: 'answer',
    grade: 3,
    ms: 1000,
    due: { kind: 'day', day: day + 1 },
  };
}

const keys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}` as CardKey);

/** A side with four answers in all. */
const standing = (key: CardKey) => ({
  ...newStanding(key),
  schedule: {
    state: 'review',
    memory: { stability: 9, difficulty: 5 },
    due: { kind: 'day', day: day + 9 },
    intervalDays: 9,
    lastDay: day,
    lastAtMs: 0,
    reps: 4,
    lapses: 0,
  } as const,
});

describe('what a day has brought', () => {
  it('counts a side once: new where all its answers are of today, else a review', () => {
    const events = ['a', 'b', 'a', 'a', 'a'].map(answer);
    const done = doneToday(events, standing);
    expect(done).toEqual({ keys: new Set(['a', 'b']), fresh: ['a'], reviews: ['b'] });
  });

  it('does not count cramming, nor events of no side', () => {
    const cram: StudyEvent = { ...answer('a', 0), kind: 'cram', grade: 3, ms: 1 };
    expect(doneToday([cram, { ...answer('a', 1), card: null }], standing).keys.size).toBe(0);
  });
});

describe('what limits leave', () => {
  const limits = { ...defaultSettings.limits, newPerDay: 10, reviewsPerDay: 12 };

  it('is never below zero', () => {
    const done = { keys: new Set<CardKey>(), fresh: keys(11), reviews: keys(13) };
    expect(allowance(limits, done)).toEqual({ fresh: 0, reviews: 0 });
  });

  it('of new sides is no more than of reviews', () => {
    const done = { keys: new Set<CardKey>(), fresh: keys(2), reviews: keys(9) };
    expect(allowance(limits, done)).toEqual({ fresh: 3, reviews: 3 });
  });
});
