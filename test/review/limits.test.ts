import { describe, expect, it } from 'vitest';
import type { CardKey } from '../../src/model/card.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import { allowance, doneToday } from '../../src/review/limits.ts';
import { newStanding } from '../../src/schedule/replay.ts';
import { day } from './candidates.ts';

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
    const answers = ['a', 'b', 'a', 'a', 'a'] as unknown as readonly CardKey[];
    const done = doneToday(answers, standing);
    expect(done).toEqual({ keys: new Set(['a', 'b']), fresh: ['a'], reviews: ['b'] });
  });

  it('counts as new what was reset after its answers', () => {
    expect(doneToday(keys(1), newStanding).fresh).toEqual(keys(1));
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
