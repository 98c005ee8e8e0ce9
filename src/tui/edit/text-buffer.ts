import { terminalText } from '../../app/terminal-text.ts';
import { graphemes, widthOf } from '../text/piece.ts';

/** A text that is being edited, and where the cursor stands in it (a UTF-16 offset between graphemes). */
export interface TextBuffer {
  readonly text: string;
  readonly cursor: number;
}

/** A field in which nothing was written yet. */
export const emptyBuffer: TextBuffer = { text: '', cursor: 0 };

/** `text` put in at the cursor; control characters in it (it may have been pasted) are dropped. */
export function insert(buffer: TextBuffer, text: string): TextBuffer {
  return replace(buffer, buffer.cursor, buffer.cursor, terminalText(text));
}

/** The stretch from `start` to `end` replaced, with the cursor after the replacement. */
export function replace(
  { text }: TextBuffer,
  start: number,
  end: number,
  replacement: string,
): TextBuffer {
  return {
    text: text.slice(0, start) + replacement + text.slice(end),
    cursor: start + replacement.length,
  };
}

/** The offset one grapheme before the cursor. */
export function before({ text, cursor }: TextBuffer): number {
  return cursor - (graphemes(text.slice(0, cursor)).at(-1)?.length ?? 0);
}

/** The offset one grapheme after the cursor. */
export function after({ text, cursor }: TextBuffer): number {
  return cursor + (graphemes(text.slice(cursor))[0]?.length ?? 0);
}

/** The offset of the beginning of the word before the cursor. */
export function wordBefore({ text, cursor }: TextBuffer): number {
  return text.slice(0, cursor).replace(/[^\s]*\s*$/u, '').length;
}

/** The offset behind the word after the cursor. */
export function wordAfter({ text, cursor }: TextBuffer): number {
  return cursor + (/^\s*[^\s]*/u.exec(text.slice(cursor))?.[0].length ?? 0);
}

/** A row of a text that is being edited: its offsets, without the line feed that may end it. */
export interface Row {
  readonly start: number;
  readonly end: number;
}

/** The rows of `text` at `width` columns, broken after spaces; every offset belongs to one of them. */
export function rowsOf(text: string, width: number): Row[] {
  const rows: Row[] = [];
  let start = 0;
  for (const logical of text.split('\n')) {
    rows.push(...rowsOfLine(logical, start, Math.max(1, width)));
    start += logical.length + 1;
  }
  return rows;
}

function rowsOfLine(logical: string, offset: number, width: number): Row[] {
  const rows: Row[] = [];
  let start = 0;
  let at = 0;
  let used = 0;
  let breakAt = 0;
  for (const grapheme of graphemes(logical)) {
    const size = widthOf(grapheme);
    if (used + size > width && at > start) {
      const end = breakAt > start ? breakAt : at;
      rows.push({ start: offset + start, end: offset + end });
      start = end;
      used = widthOf(logical.slice(start, at));
    }
    at += grapheme.length;
    used += size;
    if (grapheme === ' ') breakAt = at;
  }
  rows.push({ start: offset + start, end: offset + logical.length });
  return rows;
}

/** Which row the cursor stands in. */
export function cursorRow(rows: readonly Row[], cursor: number): number {
  return Math.max(
    0,
    rows.findLastIndex(({ start }) => start <= cursor),
  );
}

/** The offset one row up (-1) or down (1), in the same column as far as the row reaches. */
export function rowAway({ text, cursor }: TextBuffer, width: number, by: -1 | 1): number {
  const rows = rowsOf(text, width);
  const here = cursorRow(rows, cursor);
  const row = rows[here];
  const target = rows[here + by];
  if (row === undefined || target === undefined) return by < 0 ? 0 : text.length;
  const column = widthOf(text.slice(row.start, cursor));
  let at = target.start;
  let used = 0;
  for (const grapheme of graphemes(text.slice(target.start, target.end))) {
    used += widthOf(grapheme);
    if (used > column) break;
    at += grapheme.length;
  }
  // The end of a row that goes on below is the start of the next one.
  const goesOn = rows[here + by + 1]?.start === at && target.end === at;
  return goesOn ? before({ text, cursor: at }) : at;
}
