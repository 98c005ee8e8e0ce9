import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeCards, summarise } from '../../bench/quality/flawed.ts';

const seeds = path.resolve(import.meta.dirname, '../../../shared/seeds');
const dev = path.resolve(seeds, '../reference/flawed-cards-dev.json');
const fixture = (name: string) => path.resolve(import.meta.dirname, '../fixtures/lint', name);
const absent = !existsSync(seeds);

describe.skipIf(absent)('on labelled cards (skipped where the seed documents are absent)', () => {
  it.each([
    ['cards-first.json', 76],
    ['cards-second.json', 45],
    ['cards-third.json', 90],
    ['cards-fourth.json', 36],
    ['cards-fifth.json', 28],
    ['cards-sixth.json', 7],
    ['cards-seventh.json', 21],
    ['cards-eighth.json', 0],
  ])('of %s the linter catches at least %i flawed ones and refuses no good one', (name, least) => {
    const summary = summarise(judgeCards(fixture(name), seeds));
    expect(summary.falseAlarms).toEqual([]);
    expect(summary.caught).toBeGreaterThanOrEqual(least);
    expect(summary.warnedGood.length).toBeLessThanOrEqual(1);
  });

  it.skipIf(!existsSync(dev))(
    'of the shared file the linter catches all and refuses no good one',
    () => {
      const summary = summarise(judgeCards(dev, seeds));
      expect(summary.falseAlarms).toEqual([]);
      expect(summary.missed).toEqual([]);
    },
  );
});
