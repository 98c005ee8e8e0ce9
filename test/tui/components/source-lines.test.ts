import { describe, expect, it } from 'vitest';
import type { SourceView } from '../../../src/app/review/view.ts';
import { sourceLines } from '../../../src/tui/components/source-lines.ts';
import { textsOf } from '../support/text-of.ts';

const passage =
  'Judging a piece of research is an easier thing\nto do than making it, and so people can keep\nthe judging for longer.\n\n- a list\n- of two';
const view: SourceView = {
  title: 'Five reasons',
  details: 'Jan Leike, 2022',
  before: 'Intro.\n\n## Evaluation\n\n',
  passage,
  after: '\n\nThe next paragraph.',
  anchor: { start: 40, end: 52 },
  problem: null,
};
const texts = (shown: SourceView, width = 60): string[] =>
  textsOf(sourceLines([shown], 0, width).lines);

describe('sourceLines', () => {
  it('shows title, details and the passage between what surrounds it, wrapped anew', () => {
    expect(texts(view)).toEqual([
      'Five reasons',
      'Jan Leike, 2022',
      '',
      '┃ Intro.',
      '┃',
      '┃ ## Evaluation',
      '┃',
      '┃ Judging a piece of research is an easier thing to do than',
      '┃ making it, and so people can keep the judging for longer.',
      '┃',
      '┃ - a list',
      '┃ - of two',
      '┃',
      '┃ The next paragraph.',
    ]);
  });

  it('sets off the anchor, over the end of a line too, and says where it must be seen', () => {
    const { lines, mustSee } = sourceLines([view], 0, 60);
    const found = lines.flatMap((line) => line.filter(({ tone }) => tone === 'found'));
    expect(found.map(({ text }) => text).join('')).toBe(passage.slice(40, 52).replace('\n', ' '));
    expect(lines[mustSee]?.some(({ tone }) => tone === 'found')).toBe(true);
  });

  it('counts several sources, and says what is wrong with one', () => {
    const gone = { ...view, anchor: null, problem: 'The anchor is not there any more.' };
    const [title, , problem] = textsOf(sourceLines([view, gone], 1, 60).lines);
    expect(title).toBe('Five reasons (2 of 2)');
    expect(problem).toBe('The anchor is not there any more.');
  });

  it('waits for the documents in a line', () => {
    expect(textsOf(sourceLines(null, 0, 60).lines)).toEqual(['Reading the document …']);
  });
});
