import type { TerminalText } from '../../app/terminal-text.ts';
import { graphemes, lineWidth, piece, widthOf, type Line, type Piece } from './piece.ts';

/** `pieces` cut to `width` columns, with `…` where something is missing. */
export function truncate(pieces: Line, width: number): Line {
  if (lineWidth(pieces) <= width) return pieces;
  const kept: Piece[] = [];
  let room = Math.max(0, width - 1);
  for (const part of pieces) {
    const fitting = fittingStart(part.text, room);
    if (fitting !== '') kept.push({ ...part, text: fitting as TerminalText });
    room -= widthOf(fitting);
    if (fitting !== part.text) break;
  }
  return width > 0 ? [...kept, piece('…', 'dim')] : [];
}

function fittingStart(text: string, room: number): string {
  let fitting = '';
  let left = room;
  for (const grapheme of graphemes(text)) {
    left -= widthOf(grapheme);
    if (left < 0) break;
    fitting += grapheme;
  }
  return fitting;
}

/** `text` cut from the left to `width` columns: of a path, the end tells most. */
export function truncateStart(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const kept: string[] = [];
  let room = width - 1;
  for (const grapheme of graphemes(text).reverse()) {
    room -= widthOf(grapheme);
    if (room < 0) break;
    kept.push(grapheme);
  }
  return `…${kept.reverse().join('').trimStart()}`;
}

/** The line filled with spaces up to `width` columns. */
export function padLine(pieces: Line, width: number): Line {
  const missing = width - lineWidth(pieces);
  return missing > 0 ? [...pieces, piece(' '.repeat(missing))] : pieces;
}

/** `left` and `right` at the two ends of `width` columns; `right` is dropped where both do not fit. */
export function spread(left: Line, right: Line, width: number): Line {
  const gap = width - lineWidth(left) - lineWidth(right);
  return gap >= 1 ? [...left, piece(' '.repeat(gap)), ...right] : truncate(left, width);
}

/** Every line with `first` before the first and `rest` before the others. */
export function prefixed(lines: readonly Line[], first: Line, rest: Line = first): Line[] {
  const result: Line[] = [];
  for (const line of lines) result.push([...(result.length === 0 ? first : rest), ...line]);
  return result;
}

/** Lines one after the other on one row, with `separator` between them. */
export function joinLines(lines: readonly Line[], separator: string): Line {
  const row: Piece[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0) row.push(piece(separator));
    row.push(...line);
  }
  return row;
}
