import { afterEach, describe, expect, it } from 'vitest';
import { runOfDays } from '../../../src/app/review/run-of-days.ts';
import { morningMs, TemporaryCollection } from '../temporary-collection.ts';

const dayMs = 86_400_000;
let tenet: TemporaryCollection;

function answerOn(...days: readonly number[]): void {
  for (const day of days) {
    tenet.nowMs = morningMs + day * dayMs;
    tenet.answer('card');
  }
}

afterEach(() => tenet.dispose());

describe('days in a row', () => {
  it('are not told in the first two weeks', () => {
    tenet = new TemporaryCollection();
    expect(runOfDays(tenet.study)).toBe(0);
    answerOn(0, 1, 2, 13);
    expect(runOfDays(tenet.study)).toBe(0);
  });

  it('end with a day without an answer, but for the one that has begun', () => {
    tenet = new TemporaryCollection();
    answerOn(0, 14, 15, 16);
    expect(runOfDays(tenet.study)).toBe(3);
    tenet.nowMs += dayMs;
    expect(runOfDays(tenet.study)).toBe(3);
    tenet.nowMs += dayMs;
    expect(runOfDays(tenet.study)).toBe(0);
  });
});
