import { describe, expect, it } from 'vitest';
import type { GradeChoice } from '../../../src/app/review/view.ts';
import type { Grade } from '../../../src/model/schedule.ts';
import { gradeBar } from '../../../src/tui/components/grade-bar.ts';
import { createKeymap } from '../../../src/tui/keymap.ts';
import { lineWidth } from '../../../src/tui/text/piece.ts';
import { textsOf } from '../support/text-of.ts';

const choicesOf = (...seconds: readonly number[]): GradeChoice[] =>
  seconds.map((inSeconds, index) => ({
    grade: (index + 1) as Grade,
    due: { kind: 'day', day: 1 },
    inSeconds,
  }));
const options = {
  buttons: 4,
  keymap: createKeymap({}),
  width: 78,
  more: false,
  hints: ['source', 'undo', 'help'],
} as const;
const day = 86_400;

describe('gradeBar', () => {
  it('keeps every grade in its column from a minute to years', () => {
    const columns = [
      choicesOf(60, 360, 600, 4 * day),
      choicesOf(600, 76 * day, 400 * day, 36_500 * day),
    ].map((choices) => {
      const [bar = ''] = textsOf(gradeBar(choices, options));
      return ['1 again', '2 hard', '3 good', '4 easy'].map((grade) => bar.indexOf(grade));
    });
    expect(columns[0]).toEqual(columns[1]);
    expect(columns[0]).not.toContain(-1);
  });

  it('drops the words on a narrow screen, and moves the other keys below', () => {
    expect(textsOf(gradeBar(choicesOf(600, day, day, day), { ...options, width: 38 }))).toEqual([
      '1 10m    2 1d     3 1d ␣     4 1d',
      's source  u undo  ? keys',
    ]);
  });

  it('never exceeds its width', () => {
    const longest = choicesOf(76 * day, 76 * day, 76 * day, 4000 * day);
    for (let width = 38; width < 140; width += 1)
      for (const line of gradeBar(longest, { ...options, width }))
        expect(lineWidth(line)).toBeLessThanOrEqual(width);
  });

  it('shows the keys that the settings name', () => {
    const keymap = createKeymap({ again: ['f'], good: ['j', 'space'] });
    expect(textsOf(gradeBar(choicesOf(60, 60, 60, 60), { ...options, keymap }))[0]).toMatch(
      /^f again 1 m +2 hard 1 m +j good 1 m ␣/,
    );
  });
});
