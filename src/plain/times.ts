const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** How long until a card comes back, in words: "10 minutes", "3 days", "2.5 months". */
export function inWords(seconds: number): string {
  if (seconds < hour) return amount(Math.max(1, Math.round(seconds / minute)), 'minute');
  if (seconds < day) return amount(Math.round(seconds / hour), 'hour');
  const days = Math.round(seconds / day);
  if (days < 31) return amount(days, 'day');
  if (days < 365) return amount(tenths(days / 30.44), 'month');
  return amount(tenths(days / 365.25), 'year');
}

/** "1 card", "3 cards". */
export function amount(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
}

function tenths(n: number): number {
  return Math.round(n * 10) / 10;
}
