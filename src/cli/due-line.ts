import type { DueToday } from '../app/review/due.ts';

/** "23 due, 10 new, about 6 minutes." */
export function dueLine({ due, new: fresh, minutes }: DueToday): string {
  if (due + fresh === 0) return 'Nothing is due today.';
  const parts = [due > 0 ? `${due} due` : '', fresh > 0 ? `${fresh} new` : ''].filter(Boolean);
  return `${parts.join(', ')}, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
}
