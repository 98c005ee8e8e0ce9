import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzRange, pickDay } from '../../src/schedule/fuzz.ts';
import { vectorsOf } from './vectors.ts';

interface FuzzRow {
  readonly interval: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly lower: number;
  readonly middle: number;
  readonly upper: number;
}

describe('fuzz', () => {
  const rows = vectorsOf('fuzz_bounds').flatMap(({ input }) => input['rows'] as readonly FuzzRow[]);

  it.each(rows)('of $interval days within $minimum–$maximum is as in Anki', (row) => {
    const range = fuzzRange(row.interval, row.minimum, row.maximum);
    const picked = [0, 0.5, 0.99].map((factor) => pickDay(range, factor));
    expect(picked).toEqual([row.lower, row.middle, row.upper]);
  });

  it('never leaves the bounds, and the cap wins over the minimum', () => {
    const days = fc.integer({ min: 1, max: 500 });
    const factor = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 600, noNaN: true }), days, days, factor, (...sample) => {
        const [ideal, minimum, maximum, drawn] = sample;
        const picked = pickDay(fuzzRange(ideal, minimum, maximum), drawn);
        expect(Number.isInteger(picked)).toBe(true);
        expect(picked).toBeLessThanOrEqual(maximum);
        expect(picked).toBeGreaterThanOrEqual(Math.min(minimum, maximum));
      }),
    );
  });
});
