import type { Notice } from '../control/notice.ts';
import { fieldLines } from '../edit/field-lines.ts';
import type { TextBuffer } from '../edit/text-buffer.ts';
import { emptyLine, piece, type Line } from '../text/piece.ts';
import { wrap } from '../text/wrap.ts';

/** What was just done: in the screen's own words, else in those of the sitting. */
export function noticeLine(own: Notice | null, ofSitting: string | null): Line {
  if (own !== null) return [piece(own.text, own.tone)];
  return ofSitting === null ? emptyLine : [piece(ofSitting, 'dim')];
}

/** A question, and behind it the field for the answer: in one row, cut where the screen ends. */
export function promptLine(question: string, buffer: TextBuffer, width: number): Line {
  const [field] = fieldLines(buffer, width * 10).lines;
  return [piece(question, 'warning'), ...(field ?? emptyLine)];
}

/** So many rows say why; the text that is to be mended needs the others. */
const mostProblemRows = 3;

/** Why a text could not be saved. */
export function problemLines(problems: readonly string[], width: number): Line[] {
  return problems
    .flatMap((problem) => wrap([piece(problem, 'error')], width))
    .slice(0, mostProblemRows);
}
