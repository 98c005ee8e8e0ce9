import type { EventId } from '../model/event.ts';

const digits = '0123456789abcdefghjkmnpqrstvwxyz';
const timeDigits = 9;
const chanceDigits = 10;

/** Random bytes, as many as asked for: `crypto.randomBytes`, or fixed ones in a test. */
export type RandomBytes = (count: number) => Uint8Array;

/**
 * Makes event ids: 9 base-32 digits of the time in ms, then 10 that are random, so that two machines do not
 * meet. Later ids sort after earlier ones, also within a millisecond and when the clock was set back.
 */
export function eventIds(random: RandomBytes): (atMs: number) => EventId {
  let lastMs = -1;
  let last = '';
  return (atMs) => {
    if (atMs > lastMs) {
      lastMs = atMs;
      last = chance(random(chanceDigits));
    } else {
      last = successor(last);
    }
    return `${timePart(lastMs)}${last}` as EventId;
  };
}

function timePart(ms: number): string {
  let text = '';
  for (let rest = ms; text.length < timeDigits; rest = Math.floor(rest / 32))
    text = `${digits[rest % 32]}${text}`;
  return text;
}

/** The first digit is from the lower half, which leaves room for counting up within a millisecond. */
function chance(bytes: Uint8Array): string {
  return Array.from(bytes, (byte, index) =>
    index === 0 ? digits[byte % 16] : digits[byte % 32],
  ).join('');
}

/** The next text of the same length in the order of the digits. */
function successor(text: string): string {
  const index = digits.indexOf(text.at(-1) ?? '');
  return index < 31
    ? `${text.slice(0, -1)}${digits[index + 1]}`
    : `${successor(text.slice(0, -1))}${digits[0]}`;
}
