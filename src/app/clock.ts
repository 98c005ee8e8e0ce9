import type { Clock } from '../model/clock.ts';
import { TenetError } from '../model/problem.ts';

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The machine's clock, or one that starts at `TENET_NOW` (an ISO 8601 time with its zone) and runs from
 * there. Throws a usage error when `TENET_NOW` is no such time.
 */
export function openClock(env: Readonly<Record<string, string | undefined>>): Clock {
  const set = env['TENET_NOW'];
  if (set === undefined || set === '') return { now: () => Date.now() };
  const startMs = isoTime.test(set) && hasDate(set) ? Date.parse(set) : Number.NaN;
  if (Number.isNaN(startMs)) {
    throw new TenetError(`TENET_NOW is not a time: "${set}"`, {
      hint: 'Give an ISO 8601 time with its zone, such as 2026-11-20T09:00:00Z, or unset it.',
      exitCode: 2,
    });
  }
  const aheadMs = startMs - Date.now();
  return { now: () => Date.now() + aheadMs };
}

/** `Date.parse` takes 30 February for 1 March. */
function hasDate(iso: string): boolean {
  const date = iso.slice(0, 10);
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
}
