import stringWidth from 'string-width';
import { terminalText, type TerminalText } from '../../app/terminal-text.ts';

/** What a piece of text means; `theme.ts` says how each looks. */
export type Tone =
  | 'plain'
  | 'dim'
  | 'accent'
  | 'again'
  | 'hard'
  | 'good'
  | 'easy'
  | 'due'
  | 'new'
  | 'known'
  | 'warning'
  | 'error'
  | 'code'
  | 'gap'
  | 'found'
  | 'wrong'
  | 'missing'
  | 'cursor';

/** The emphasis that a piece has besides its tone. */
export interface Emphasis {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
}

/** A stretch of text that looks the same all along. Only `piece` makes one, so its text is safe. */
export interface Piece extends Emphasis {
  readonly text: TerminalText;
  readonly tone: Tone;
}

/** One row of the screen, from its left edge. */
export type Line = readonly Piece[];

export const emptyLine: Line = [];

/** The choke point: whatever the screens show becomes a piece here, with all that a terminal obeys removed. */
export function piece(text: string, tone: Tone = 'plain', emphasis: Emphasis = {}): Piece {
  return { text: terminalText(text), tone, ...emphasis };
}

/** A line of one piece. */
export function line(text: string, tone: Tone = 'plain', emphasis: Emphasis = {}): Line {
  return [piece(text.replaceAll(/[\r\n]+/g, ' '), tone, emphasis)];
}

const narrow = /^[\x20-\x7e]*$/;

/** Columns that `text` takes in a terminal. */
export function widthOf(text: string): number {
  return narrow.test(text) ? text.length : stringWidth(text);
}

/** Columns that a line takes. */
export function lineWidth(pieces: Line): number {
  let width = 0;
  for (const { text } of pieces) width += widthOf(text);
  return width;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What a reader takes for the characters of a text: an emoji family is one. */
export function graphemes(text: string): string[] {
  if (narrow.test(text)) return Array.from(text);
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

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

/** The line moved to the right by `columns`. */
export function indentLine(pieces: Line, columns: number): Line {
  return columns > 0 && pieces.length > 0 ? [piece(' '.repeat(columns)), ...pieces] : pieces;
}

/** `left` and `right` at the two ends of `width` columns; `right` is dropped where both do not fit. */
export function spread(left: Line, right: Line, width: number): Line {
  const gap = width - lineWidth(left) - lineWidth(right);
  return gap >= 1 ? [...left, piece(' '.repeat(gap)), ...right] : truncate(left, width);
}
