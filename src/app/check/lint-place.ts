import type { Card } from '../../model/card.ts';
import type { Place } from '../../model/problem.ts';

/** Where some words of a card stand in its deck file; the card's own place where they cannot be found. */
export function placeInCard({ place, span }: Card, words: string, text: string): Place {
  const first = words.split('\n')[0]?.trim() ?? '';
  const own = text.slice(span.start, span.end);
  const at = first === '' ? -1 : own.indexOf(first);
  if (at === -1) return place;
  const before = own.slice(0, at);
  const lines = before.split('\n').length - 1;
  const column = lines === 0 ? place.column + at : at - before.lastIndexOf('\n');
  return { file: place.file, line: place.line + lines, column };
}
