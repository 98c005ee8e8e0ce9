import { describe, expect, it } from 'vitest';
import { crashLane } from '../../bench/crash-lane.ts';

describe('a session that is killed at random moments', () => {
  it.concurrent.each([
    [1, 25],
    [2, 25],
  ])(
    'keeps every acknowledged answer, and what is derived from them (seed %i, %i times)',
    async (seed, kills) => {
      const { faults, acknowledged } = await crashLane(kills, seed);
      expect(faults).toEqual([]);
      // Most sessions get as far as answers, else this shows nothing.
      expect(acknowledged).toBeGreaterThan(kills);
    },
  );
});
