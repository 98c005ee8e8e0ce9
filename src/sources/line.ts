import type { Span } from '../model/problem.ts';

/** A line of a document, without its end. */
export interface Line extends Span {
  readonly text: string;
}

/** The lines of a document with their offsets; `\r\n`, `\n` and `\r` end one. A byte order mark is in none. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const ends = /\r\n|\n|\r/g;
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    ends.lastIndex = start;
    const end = ends.exec(text);
    lines.push({ text: text.slice(start, end?.index), start, end: end?.index ?? text.length });
    if (end === null) return lines;
    start = end.index + end[0].length;
  }
}
