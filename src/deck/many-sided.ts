import type { Hole } from '../model/card.ts';
import type { Place } from '../model/problem.ts';
import type { CardContent } from './make-card.ts';
import { type Reading, report } from './reading.ts';

/** Each side is compared with its whole text; beyond so many characters in all, one card takes the machine. */
const mostCharacters = 20_000_000;

/** A cloze with its holes; undefined, with the reason reported, where it has none or too many. */
export function clozeOf(
  reading: Reading,
  text: string,
  holes: readonly Hole[],
  place: Place,
): CardContent | undefined {
  if (holes.length === 0) report(reading, 'no-hole', place);
  else if (!isTooMuch(reading, holes.length, text, place)) return { kind: 'cloze', text, holes };
  return undefined;
}

/** A list with its items; undefined, with the reason reported, where they are too many. */
export function listOf(
  reading: Reading,
  question: string,
  items: readonly string[],
  place: Place,
): CardContent | undefined {
  if (isTooMuch(reading, items.length, question + items.join('\n'), place)) return undefined;
  return { kind: 'list', question, items };
}

function isTooMuch(reading: Reading, sides: number, text: string, place: Place): boolean {
  if (sides * text.length <= mostCharacters) return false;
  report(reading, 'too-many-sides', place);
  return true;
}
