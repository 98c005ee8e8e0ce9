import { describe, expect, it } from 'vitest';
import type { DueLoad } from '../../src/schedule/load.ts';
import { pickBalanced } from '../../src/schedule/load.ts';

const range = { lower: 8, upper: 12 };
const even = { loadBalance: true, easyDays: [1, 1, 1, 1, 1, 1, 1] };
const empty = { dueOn: () => 0, siblingDays: [] };
/** The share of draws that land on each interval from `lower` on. */
function shares(load: DueLoad, settings: typeof even): number[] {
  const counts = [0, 0, 0, 0, 0];
  for (let draw = 0; draw < 1000; draw += 1) {
    const interval = pickBalanced(range, draw / 1000, 1000, load, settings);
    counts[interval - range.lower] = (counts[interval - range.lower] ?? 0) + 1;
  }
  return counts.map((count) => count / 1000);
}

describe('load balance', () => {
  it('spreads evenly over days that are equally free', () => {
    for (const share of shares(empty, even)) expect(share).toBeCloseTo(0.2, 2);
  });

  it('avoids days with much to do', () => {
    const busy = { dueOn: (day: number) => (day === 1010 ? 0 : 20), siblingDays: [] };
    expect(shares(busy, even)[2]).toBeGreaterThan(0.9);
  });

  it('avoids the neighbourhood of siblings', () => {
    const [first = 0, , , , last = 1] = shares({ dueOn: () => 0, siblingDays: [1008] }, even);
    expect(first).toBeLessThan(last / 2);
  });

  it('leaves easy weekdays free, also where balance is off', () => {
    // Study day 1009 (6 October 1972) is a Friday: the second interval of the range, from day 1000.
    const easy = { loadBalance: false, easyDays: [1, 1, 1, 1, 0, 1, 1] };
    const [first, friday] = shares(empty, easy);
    expect(friday).toBe(0);
    expect(first).toBeCloseTo(0.25, 2);
  });

  it('draws as without it when no day has any weight, or far ahead', () => {
    const none = { loadBalance: true, easyDays: [0, 0, 0, 0, 0, 0, 0] };
    expect(shares(empty, none)).toEqual([0.2, 0.2, 0.2, 0.2, 0.2]);
    const busy = { dueOn: (day: number) => (day > 1100 ? 0 : 50), siblingDays: [] };
    expect(pickBalanced({ lower: 88, upper: 112 }, 0, 1000, busy, even)).toBe(88);
  });
});
