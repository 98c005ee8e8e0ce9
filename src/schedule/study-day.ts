import type { StudyDay } from '../model/schedule.ts';

/** Whose calendar counts, and the local hour (0–23) at which its study day changes. */
export interface DayRule {
  /** An IANA zone; absent for the machine's own. */
  readonly timeZone?: string | undefined;
  readonly rolloverHour: number;
}

/** What a clock on the wall shows; `month` counts from 0. */
interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The study day of an instant: days from 1970-01-01 to the local calendar date, one less before the
 * rollover hour. It works on wall-clock fields, since on days with a clock change the rollover is not
 * a fixed number of hours after midnight.
 */
export function studyDay(atMs: number, rule: DayRule): StudyDay {
  const { year, month, date, hour } = wallClock(atMs, rule.timeZone);
  const calendarDay = Math.round(utcMs(year, month, date) / dayMs);
  return hour < rule.rolloverHour ? calendarDay - 1 : calendarDay;
}

/** The first instant, in ms, of the study day after the one that `atMs` lies in. */
export function nextRollover(atMs: number, rule: DayRule): number {
  const today = studyDay(atMs, rule);
  let before = atMs;
  // A study day lasts at most 25 hours, but a zone that crosses the date line may repeat a date.
  let after = atMs + 50 * 3_600_000;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (studyDay(middle, rule) > today) after = middle;
    else before = middle;
  }
  return after;
}

/** How many minutes the local clock is ahead of UTC at an instant; negative west of Greenwich. */
export function offsetEastMinutes(atMs: number, timeZone?: string): number {
  const { year, month, date, hour, minute, second } = wallClock(atMs, timeZone);
  const asUtc = utcMs(year, month, date) + ((hour * 60 + minute) * 60 + second) * 1000;
  return Math.round((asUtc - atMs) / 60_000);
}

/** The weekday of a study day: 0 Monday … 6 Sunday. */
export function weekdayOf(day: StudyDay): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** `Date.UTC` takes the years 0–99 for 1900–1999. */
function utcMs(year: number, month: number, date: number): number {
  return new Date(0).setUTCFullYear(year, month, date);
}

function wallClock(atMs: number, timeZone: string | undefined): WallClock {
  if (timeZone !== undefined) return wallClockIn(atMs, timeZone);
  const local = new Date(atMs);
  return {
    year: local.getFullYear(),
    month: local.getMonth(),
    date: local.getDate(),
    hour: local.getHours(),
    minute: local.getMinutes(),
    second: local.getSeconds(),
  };
}

function wallClockIn(atMs: number, timeZone: string): WallClock {
  const fields: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(atMs)) {
    fields[type] = Number.parseInt(value, 10);
  }
  return {
    year: fields.year ?? 0,
    month: (fields.month ?? 1) - 1,
    date: fields.day ?? 1,
    hour: fields.hour ?? 0,
    minute: fields.minute ?? 0,
    second: fields.second ?? 0,
  };
}

/** Making a format costs a thousand times what using it does. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-gregory', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}
