import type { Place } from '../model/problem.ts';

/** A text cut into lines: `\n` ends a line, a `\r` before it belongs to the line end. */
export interface Lines {
  readonly text: string;
  readonly count: number;
  /** Offset of each line's first character; a byte order mark belongs to no line. */
  readonly starts: readonly number[];
  /** Offset after each line's last character, its line end excluded. */
  readonly ends: readonly number[];
}

const byteOrderMark = 0xfe_ff;
const carriageReturn = 13;

/** The lines of a text, in one pass. A line end at the end of the text starts no further line. */
export function linesOf(text: string): Lines {
  const starts: number[] = [];
  const ends: number[] = [];
  let start = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    starts.push(start);
    ends.push(end > start && text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end);
    start = end + 1;
  }
  return { text, count: starts.length, starts, ends };
}

/** Offset of the first character of a line; the text's length for the line after the last. */
export function startOf(lines: Lines, line: number): number {
  return lines.starts[line] ?? lines.text.length;
}

/** Offset after the last character of a line. */
export function endOf(lines: Lines, line: number): number {
  return lines.ends[line] ?? lines.text.length;
}

/** A line without its line end. */
export function lineText(lines: Lines, line: number): string {
  return lines.text.slice(startOf(lines, line), endOf(lines, line));
}

/** True for a line of spaces and tabs only. */
export function isBlank(lines: Lines, line: number): boolean {
  const end = endOf(lines, line);
  for (let at = startOf(lines, line); at < end; at += 1) {
    const code = lines.text.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== carriageReturn) return false;
  }
  return true;
}

/** Where a character of a line stands, for a message: `offset` counts from the line's start. */
export function placeAt(path: string, line: number, offset = 0): Place {
  return { file: path, line: line + 1, column: offset + 1 };
}
