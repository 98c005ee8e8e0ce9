import { spread, truncate } from '../text/lines.ts';
import { emptyLine, piece, type Line } from '../text/piece.ts';

/** A window on rows that may be more than the screen has. */
export interface Window {
  readonly visible: readonly Line[];
  readonly scroll: number;
  readonly above: boolean;
  readonly below: boolean;
}

/** Rows that should be seen after the one that must be, where there is room. */
const context = 2;

/**
 * `height` rows of `lines`, `scroll` of them above. With `scroll` null the window stands at the top, or
 * as far down as it takes to show the row `mustSee` and a little after it.
 */
export function windowOn(
  lines: readonly Line[],
  height: number,
  scroll: number | null,
  mustSee = 0,
): Window {
  const furthest = Math.max(0, lines.length - height);
  const needed = Math.min(lines.length - 1, mustSee + context) < height ? 0 : mustSee - 1;
  const from = Math.max(0, Math.min(furthest, scroll ?? needed));
  return {
    visible: lines.slice(from, from + height),
    scroll: from,
    above: from > 0,
    below: from < furthest,
  };
}

/** The row below a window: `words`, and at its end whether there is more to see. */
export function moreLine(below: boolean, width: number, words: Line = emptyLine): Line {
  if (!below) return truncate(words, width);
  return spread(truncate(words, width - 8), [piece('↓ more', 'accent')], width);
}
