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

/** A row with nothing in it. */
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
