import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nextRollover,
  offsetEastMinutes,
  studyDay,
  weekdayOf,
} from '../../src/schedule/study-day.ts';
import { vectorsOf } from './vectors.ts';

const berlin = { timeZone: 'Europe/Berlin', rolloverHour: 4 };
const at = (iso: string) => Date.parse(iso);
const calendarDay = (iso: string) => at(`${iso}T00:00:00Z`) / 86_400_000;

interface RolloverRow {
  readonly start: string;
  readonly end: string;
  readonly rollover_hour: number;
  readonly days_since_start_date: number;
}

/** A zone with the fixed offset of an ISO time; `Etc/GMT+7` is seven hours west of Greenwich. */
function zoneOf(iso: string): string {
  const hours = Number.parseInt(iso.slice(-6, -3), 10);
  return hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours < 0 ? '+' : '-'}${Math.abs(hours)}`;
}

describe('a study day', () => {
  const rows = vectorsOf('day_rollover').flatMap(
    ({ input }) => input['rows'] as readonly RolloverRow[],
  );

  it.each(rows)('of $end with rollover at $rollover_hour counts as in Anki', (row) => {
    const rule = { timeZone: zoneOf(row.end), rolloverHour: row.rollover_hour };
    const startDate = calendarDay(row.start.slice(0, 10));
    expect(studyDay(at(row.end), rule) - startDate).toBe(row.days_since_start_date);
  });

  it('changes at four in the morning, by the local clock', () => {
    expect(studyDay(at('2026-11-20T02:59:59.999Z'), berlin)).toBe(calendarDay('2026-11-19'));
    expect(studyDay(at('2026-11-20T03:00:00Z'), berlin)).toBe(calendarDay('2026-11-20'));
  });

  it('counts one for the night in which the clock is put forward or back', () => {
    for (const evening of ['2026-03-28T21:00:00+01:00', '2026-10-24T21:00:00+02:00']) {
      const today = studyDay(at(evening), berlin);
      expect(studyDay(at(evening) + 12 * 3_600_000, berlin)).toBe(today + 1);
      expect(studyDay(at(evening) + 5 * 3_600_000, berlin)).toBe(today);
    }
    // 04:00 comes three hours after midnight in spring: subtracting four hours would be wrong.
    expect(studyDay(at('2026-03-29T04:10:00+02:00'), berlin)).toBe(calendarDay('2026-03-29'));
  });

  it('has a leap day, and skips the date that a zone leaves out when it crosses the date line', () => {
    const noon = (date: string) => studyDay(at(`${date}T12:00:00Z`), berlin);
    expect(noon('2028-02-29')).toBe(noon('2028-02-28') + 1);
    expect(noon('2028-03-01')).toBe(noon('2028-02-29') + 1);
    const apia = { timeZone: 'Pacific/Apia', rolloverHour: 4 };
    const before = at('2011-12-29T12:00:00-10:00');
    expect(studyDay(before, apia)).toBe(calendarDay('2011-12-29'));
    expect(studyDay(before + 24 * 3_600_000, apia)).toBe(calendarDay('2011-12-31'));
    expect(studyDay(nextRollover(before, apia), apia)).toBeGreaterThan(studyDay(before, apia));
  });

  it('works in zones with odd offsets and before 1970', () => {
    const nepal = { timeZone: 'Asia/Kathmandu', rolloverHour: 4 };
    expect(studyDay(at('2026-11-19T22:14:59Z'), nepal)).toBe(calendarDay('2026-11-19'));
    expect(studyDay(at('2026-11-19T22:15:00Z'), nepal)).toBe(calendarDay('2026-11-20'));
    expect(studyDay(at('1969-12-31T12:00:00Z'), { timeZone: 'UTC', rolloverHour: 4 })).toBe(-1);
  });

  it('takes the zone of the machine where none is named', () => {
    expect(studyDay(at('2026-11-20T03:59:00Z'), { rolloverHour: 4 })).toBe(
      calendarDay('2026-11-19'),
    );
  });

  it('ends at the next rollover, whatever the clock does in the night', () => {
    const zones = [
      'Europe/Berlin',
      'America/Havana',
      'Pacific/Apia',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'UTC',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: at('2011-12-20T00:00:00Z'), max: at('2027-01-01T00:00:00Z') }),
        (timeZone, rolloverHour, now) => {
          const rule = { timeZone, rolloverHour };
          const end = nextRollover(now, rule);
          expect(end).toBeGreaterThan(now);
          expect(studyDay(end - 1, rule)).toBe(studyDay(now, rule));
          expect(studyDay(end, rule)).toBeGreaterThan(studyDay(now, rule));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has a weekday', () => {
    expect(weekdayOf(calendarDay('2026-11-20'))).toBe(4);
    expect(weekdayOf(calendarDay('2026-11-22'))).toBe(6);
    expect(weekdayOf(calendarDay('1969-12-28'))).toBe(6);
  });
});

describe('the offset from UTC', () => {
  it('is in minutes, positive in the east', () => {
    expect(offsetEastMinutes(at('2026-11-20T12:00:00Z'), 'Europe/Berlin')).toBe(60);
    expect(offsetEastMinutes(at('2026-07-20T12:00:00.500Z'), 'Europe/Berlin')).toBe(120);
    expect(offsetEastMinutes(at('2026-11-20T12:00:00Z'), 'Asia/Kathmandu')).toBe(345);
    expect(offsetEastMinutes(at('2026-11-20T12:00:00Z'), 'America/Denver')).toBe(-420);
    expect(offsetEastMinutes(at('2026-11-20T12:00:00Z'))).toBe(0);
  });
});
