import type { GradeChoice } from '../../app/review/view.ts';
import { gradeNames, type Grade } from '../../model/schedule.ts';
import type { Action } from '../keys.ts';
import { keyGlyph, type Keymap } from '../keymap.ts';
import { shortTime } from '../phrases.ts';
import { joinLines, padLine } from '../text/lines.ts';
import { lineWidth, piece, type Line } from '../text/piece.ts';
import { keyHint } from './key-line.ts';

/** Widths of the four grades with their words, and without: always the same, so that nothing moves. */
const wordy: Readonly<Record<Grade, number>> = { 1: 15, 2: 14, 3: 17, 4: 14 };
const short: Readonly<Record<Grade, number>> = { 1: 9, 2: 9, 3: 11, 4: 9 };
const wordyFrom = 78;

/** How the grades are drawn. */
export interface GradeBarOptions {
  readonly buttons: 2 | 4;
  readonly keymap: Keymap;
  readonly width: number;
  /** The card goes on below: the key that shows more is not yet `good`. */
  readonly more: boolean;
  /** Further keys for the right end, the least needed in the middle. */
  readonly hints: readonly Action[];
}

/** The grades that can be given, with their intervals in fixed columns, and a few more keys at the right. */
export function gradeBar(choices: readonly GradeChoice[], options: GradeBarOptions): Line[] {
  const { buttons, keymap, width, more, hints: wanted } = options;
  const offered = choices.filter(({ grade }) => buttons === 4 || grade === 1 || grade === 3);
  const words = width >= wordyFrom || buttons === 2;
  const grades = offered.flatMap((choice) =>
    padLine(gradeKey(choice, keymap, words, more), (words ? wordy : short)[choice.grade]),
  );
  const hints = joined(wanted, keymap, width - lineWidth(grades) - 1);
  const gap = width - lineWidth(grades) - lineWidth(hints);
  if (hints.length > 0) return [[...grades, piece(' '.repeat(Math.max(1, gap))), ...hints]];
  const below = joined(wanted, keymap, width);
  return below.length === 0 ? [grades] : [grades, below];
}

function gradeKey(choice: GradeChoice, keymap: Keymap, words: boolean, more: boolean): Line {
  const name = gradeNames[choice.grade];
  const [key = '', ...others] = keymap.keysOf(name);
  const interval = shortTime(choice.inSeconds);
  const next = others.includes('space') && !more ? [piece(' ␣', 'accent', { bold: true })] : [];
  return [
    piece(keyGlyph(key), name, { bold: true }),
    ...(words ? [piece(` ${name}`)] : []),
    piece(` ${words ? interval : interval.replace(' ', '')}`, 'dim'),
    ...next,
  ];
}

/** As many of these keys as fit: those in the middle give way first. */
function joined(wanted: readonly Action[], keymap: Keymap, width: number): Line {
  const hints = wanted.map((action) => keyHint(action, keymap)).filter((hint) => hint.length > 0);
  while (hints.length > 0) {
    const line = joinLines(hints, '  ');
    if (lineWidth(line) <= width) return line;
    hints.splice(hints.length > 2 ? 1 : 0, 1);
  }
  return [];
}
