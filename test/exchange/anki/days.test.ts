import { describe, expect, it } from 'vitest';
import { dayCount, dayCountOf } from '../../../src/exchange/anki/days.ts';
import { studyDay } from '../../../src/schedule/study-day.ts';
import { ankiCollection } from './fixture.ts';

const day = 20_000;

function local(ms: number, west: number): Date {
  return new Date(ms - west * 60_000);
}

function dayOf(date: Date): number {
  return Math.floor(date.getTime() / 86_400_000);
}

/** Anki's own rule (anki:rslib/src/scheduler/timing.rs), by the wall clock of a zone. */
function ankiDay(
  atMs: number,
  created: number,
  offsetThenWest: number,
  offsetNowWest: number,
): number {
  const now = local(atMs, offsetNowWest);
  const days = dayOf(now) - dayOf(local(created * 1000, offsetThenWest));
  return now.getUTCHours() < 4 ? days - 1 : days;
}

describe('days in Anki', () => {
  it.each([
    ['UTC', 0, 0],
    ['Europe/Berlin', 60, 120],
    ['America/Los_Angeles', -480, -420],
    ['Asia/Kolkata', 330, 330],
  ])(
    'are study days counted from the first, in %s and across a change of its clocks',
    (timeZone, winter, summer) => {
      const rule = { timeZone, rolloverHour: 4 };
      const start = Date.UTC(2026, 0, 15, 12);
      const firstDay = studyDay(start, rule);
      const days = dayCount(firstDay, winter, 4);
      for (const [at, offset] of [
        [start, winter],
        [Date.UTC(2026, 6, 1, 1), summer],
        [Date.UTC(2026, 6, 1, 13), summer],
        [Date.UTC(2026, 11, 24, 3, 59), winter],
      ] as const)
        expect(ankiDay(at, days.createdSeconds, -winter, -offset)).toBe(
          studyDay(at, rule) - firstDay,
        );
    },
  );

  it('of a collection begin on the calendar day of its creation', () => {
    const { createdSeconds } = dayCount(day, 120, 4);
    const collection = { ...ankiCollection([]), createdSeconds, creationOffsetWest: -120 };
    expect(dayCountOf(collection, 0).firstDay).toBe(day);
    expect(dayCountOf({ ...collection, creationOffsetWest: null }, 120).firstDay).toBe(day);
  });
});
