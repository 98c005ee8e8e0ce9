import type { Line } from './piece.ts';

/**
 * The row of `now` that has the word with which `row` of `before` begins: the same text, laid out in another
 * width. Letters and digits are counted, since marks, bars and spaces may stand in every row.
 */
export function rowOfSameWord(before: readonly Line[], row: number, now: readonly Line[]): number {
  const above = before.slice(0, row).reduce((sum, line) => sum + lettersIn(line), 0);
  let counted = 0;
  for (const [index, line] of now.entries()) {
    counted += lettersIn(line);
    if (counted > above) return index;
  }
  return Math.max(0, now.length - 1);
}

function lettersIn(line: Line): number {
  return line.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}
