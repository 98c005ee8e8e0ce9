import { describe, expect, it } from 'vitest';
import { isLeechAt } from '../../src/schedule/leech.ts';
import { numberIn, numbersIn, vectors } from './vectors.ts';

interface LeechRow {
  readonly threshold: number;
  readonly lapses: number;
  readonly leech: boolean;
}

describe('a leech', () => {
  it('is called at the threshold, then every half threshold (anki-leech-3)', () => {
    const vector = vectors.find(({ id }) => id === 'anki-leech-3');
    const threshold = numberIn(vector?.input ?? {}, 'threshold');
    const called = numbersIn(vector?.input ?? {}, 'lapses').map((n) => isLeechAt(n, threshold));
    expect(called).toEqual(vector?.expected['leech']);
  });

  it('is never called at a threshold of 0, and at each lapse at 1 (anki-leech-edge)', () => {
    const vector = vectors.find(({ id }) => id === 'anki-leech-edge');
    const rows = vector?.input['rows'] as readonly LeechRow[];
    expect(rows.length).toBeGreaterThan(0);
    for (const { threshold, lapses, leech } of rows) {
      expect(isLeechAt(lapses, threshold)).toBe(leech);
    }
  });
});
