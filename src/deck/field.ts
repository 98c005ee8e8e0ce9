import type { Place } from '../model/problem.ts';
import type { Fences } from './fences.ts';
import { endOf, isBlank, type Lines, placeAt, startOf } from './lines.ts';

/** One part of a card as text: line ends are `\n`, blank lines around it and escapes of marks removed. */
export interface Field {
  readonly text: string;
  /** The line of the file that its first line stands on, from 0. */
  readonly line: number;
  /** Where in that line it begins. */
  readonly column: number;
}

const escapedMark = /^\\+[QATDCSN]:/;

/** The lines `first` to `end` (excluded) as a field; `skip` characters of the first line are its mark. */
export function fieldOf(
  lines: Lines,
  fences: Fences,
  first: number,
  end: number,
  skip: number,
): Field {
  let from = first;
  let column = skip;
  const { text } = lines;
  let start = startOf(lines, first) + skip;
  while (start < endOf(lines, first) && isSpace(text.charCodeAt(start))) {
    start += 1;
    column += 1;
  }
  if (start >= endOf(lines, first)) {
    from = first + 1;
    while (from < end && isBlank(lines, from)) from += 1;
    if (from >= end) return { text: '', line: first, column: skip };
    start = startOf(lines, from);
    column = 0;
  }
  const opening =
    from === first ? text.slice(start, endOf(lines, from)) : bodyLine(lines, fences, from);
  const parts = [opening];
  for (let line = from + 1; line < end; line += 1) parts.push(bodyLine(lines, fences, line));
  return { text: parts.join('\n').trimEnd(), line: from, column };
}

function bodyLine(lines: Lines, fences: Fences, line: number): string {
  const text = lines.text.slice(startOf(lines, line), endOf(lines, line));
  return text.startsWith('\\') && !fences.hides(line) && escapedMark.test(text)
    ? text.slice(1)
    : text;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}

/** Where a character of a field stands in the file. */
export function placeInField(path: string, field: Field, offset: number): Place {
  const before = field.text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  if (lastBreak === -1) return placeAt(path, field.line, field.column + offset);
  const line = field.line + before.split('\n').length - 1;
  return placeAt(path, line, offset - lastBreak - 1);
}
