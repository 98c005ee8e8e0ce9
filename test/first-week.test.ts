import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { minutesADay, play, readingDays } from '../bench/first-week/play.ts';
import { withTables } from '../bench/first-week/table.ts';

const root = path.resolve(import.meta.dirname, '..');
const played = play(root);
const week = played.days.slice(0, readingDays);

describe('the first week of a newcomer', () => {
  it('reads the core path in seven days, and most of its cards have been met', () => {
    expect(week.at(-1)?.coreRead).toBe(true);
    expect(played.metInWeek).toBeGreaterThanOrEqual(0.9 * played.metInAll);
  });

  it('takes no more than the minutes that were chosen, and less from then on', () => {
    for (const { number, readingMinutes, cardMinutes } of played.days) {
      const most = number <= readingDays ? minutesADay : minutesADay / 2;
      expect(readingMinutes + cardMinutes, `day ${number}`).toBeLessThanOrEqual(most);
    }
  });

  it('is what docs/first-week.md shows (else: node bench/first-week/write.ts)', () => {
    const document = readFileSync(path.join(root, 'docs/first-week.md'), 'utf8');
    expect(document).toBe(withTables(document, played));
  });
});
