import { describe, expect, it } from 'vitest';
import type { CardKey } from '../../src/model/card.ts';
import type { EventId, StudyEvent } from '../../src/model/event.ts';
import {
  estimateMinutes,
  forecast,
  retention,
  summaryOf,
  thinkingMs,
  usualAnswerMs,
} from '../../src/review/stats.ts';

describe('the usual time of an answer', () => {
  it('is the median of those given, once there are ten', () => {
    expect(usualAnswerMs([1000, 1000])).toBe(8000);
    expect(usualAnswerMs([4000, ...Array.from({ length: 9 }, () => 5000), 900_000])).toBe(5000);
  });

  it('does not count the time in which nobody sat there', () => {
    expect(thinkingMs(3_600_000)).toBe(60_000);
    expect(thinkingMs(-5)).toBe(0);
  });
});

describe('the estimate', () => {
  it('is in whole minutes, at least one where there is anything', () => {
    expect(estimateMinutes({ reviews: 0, fresh: 0, learning: 0 }, 8000)).toBe(0);
    expect(estimateMinutes({ reviews: 1, fresh: 0, learning: 0 }, 8000)).toBe(1);
    expect(estimateMinutes({ reviews: 60, fresh: 0, learning: 0 }, 8000)).toBe(8);
  });

  it('knows that new sides are asked about more than once', () => {
    const reviews = estimateMinutes({ reviews: 60, fresh: 0, learning: 0 }, 8000);
    expect(estimateMinutes({ reviews: 0, fresh: 60, learning: 0 }, 8000)).toBeGreaterThan(
      2 * reviews,
    );
  });
});

describe('retention', () => {
  it('is of reviews on a later day, from a day on', () => {
    const answers = [
      { grade: 1, day: 100, elapsedDays: 0 },
      { grade: 3, day: 104, elapsedDays: 4 },
      { grade: 1, day: 110, elapsedDays: 6 },
      { grade: 3, day: 110, elapsedDays: 0 },
      { grade: 2, day: 112, elapsedDays: 2 },
    ] as const;
    expect(retention([answers])).toEqual({ reviews: 3, recalled: 2 });
    expect(retention([answers, []], 110)).toEqual({ reviews: 2, recalled: 1 });
  });
});

describe('the forecast', () => {
  it('puts what is late on today and leaves out what is beyond', () => {
    const counts = [
      [90, 2],
      [100, 3],
      [101, 4],
      [103, 5],
    ] as const;
    expect(forecast(counts, 100, 3)).toEqual([5, 4, 0]);
  });
});

describe('the summary of a day', () => {
  it('counts answers, sides and minutes, and leaves out what was no answer', () => {
    const base = { day: 1, offsetEast: 0, after: null, atMs: 0 };
    const answer = (id: string, card: string, ms: number): StudyEvent => ({
      ...base,
      id: id as EventId,
      card: card as CardKey,
      kind: 'answer',
      grade: 3,
      ms,
      due: { kind: 'day', day: 2 },
    });
    const flag: StudyEvent = { ...answer('f', 'a', 0), kind: 'suspend' };
    const events = [
      answer('1', 'a', 30_000),
      answer('2', 'a', 30_000),
      answer('3', 'b', 60_000),
      flag,
    ];
    expect(summaryOf(events)).toEqual({ answers: 3, sides: 2, minutes: 2 });
  });
});
