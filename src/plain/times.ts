import { count } from '../app/count.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** How long until a card comes back, in words: "10 minutes", "3 days", "2.5 months". */
export function inWords(seconds: number): string {
  if (seconds < hour) return count(Math.max(1, Math.round(seconds / minute)), 'minute');
  if (seconds < day) return count(Math.round(seconds / hour), 'hour');
  const days = Math.round(seconds / day);
  if (days < 31) return count(days, 'day');
  if (days < 365) return count(tenths(days / 30.44), 'month');
  return count(tenths(days / 365.25), 'year');
}

function tenths(n: number): number {
  return Math.round(n * 10) / 10;
}
