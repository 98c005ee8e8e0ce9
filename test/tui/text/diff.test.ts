import { describe, expect, it } from 'vitest';
import { diffTyped } from '../../../src/tui/text/diff.ts';
import { textOf } from '../support/text-of.ts';

const marks = (line: readonly { text: string; tone: string }[]): string[] =>
  line.filter(({ tone }) => tone !== 'plain').map(({ text }) => text);

describe('diffTyped', () => {
  it('marks what was typed too much and what is missing', () => {
    const { typed, right, same } = diffTyped('scalabel oversight', 'scalable oversight');
    expect(same).toBe(false);
    expect(textOf(typed)).toBe('scalabel oversight');
    expect(marks(typed)).toEqual(['e']);
    expect(marks(right)).toEqual(['e']);
  });

  it('does not count capitals, white space and compatibility forms', () => {
    expect(diffTyped('  Scalable   OVERSIGHT ', 'scalable oversight').same).toBe(true);
    expect(diffTyped('ﬁne', 'fine').same).toBe(false);
    expect(diffTyped('Ａ', 'a').same).toBe(true);
  });

  it('compares what a reader takes for characters', () => {
    expect(marks(diffTyped('👩‍👩‍👧', '👩‍👩‍👧‍👦').typed)).toEqual(['👩‍👩‍👧']);
  });

  it('marks everything where nothing is right', () => {
    expect(marks(diffTyped('xyz', 'abc').right)).toEqual(['abc']);
  });
});
