import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineWidth, piece } from '../../../src/tui/text/piece.ts';
import { wrap, wrapHard } from '../../../src/tui/text/wrap.ts';
import { textOf, textsOf } from '../support/text-of.ts';

const wrapped = (text: string, width: number): string[] => textsOf(wrap([piece(text)], width));

const words = fc.string({
  unit: fc.oneof(
    fc.constantFrom(' ', ' ', '\n', '-', '/', '漢', '字', '。', '「', '👍', '👩‍👩‍👧‍👦', 'é'),
    fc.constantFrom('a', 'b', 'word', 'longer'),
  ),
});

describe('wrap', () => {
  it('breaks at spaces and begins no line with one', () => {
    expect(wrapped('abcde fgh  ijk', 5)).toEqual(['abcde', 'fgh', 'ijk']);
  });

  it('breaks after a hyphen or a slash inside a word, and cuts what is longer than a line', () => {
    expect(wrapped('state-of-the-art and/or more', 12)).toEqual([
      'state-of-',
      'the-art and/',
      'or more',
    ]);
    expect(wrapped('verylongwordthatgoeson', 8)).toEqual(['verylong', 'wordthat', 'goeson']);
  });

  it('keeps a word together that changes its look in the middle', () => {
    const line = [piece('or '), piece('bold', 'plain', { bold: true }), piece('ly said')];
    expect(textsOf(wrap(line, 8))).toEqual(['or', 'boldly', 'said']);
  });

  it('breaks between Chinese and Japanese characters, but not before a full stop or after a bracket', () => {
    expect(wrapped('漢字とかな、「括弧」です。', 7)).toEqual([
      '漢字と',
      'かな、',
      '「括',
      '弧」で',
      'す。',
    ]);
  });

  it('keeps a no-break space and the lines of the text', () => {
    expect(wrapped('x\u00a0y z', 3)).toEqual(['x\u00a0y', 'z']);
    expect(wrapped('a\n\nb', 9)).toEqual(['a', '', 'b']);
  });

  it('never exceeds the width, and loses nothing but white space', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrap([piece(text)], width);
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.map(textOf).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });
});

describe('wrapHard', () => {
  it('keeps every space of code', () => {
    expect(wrapHard([piece('if x:\n    return  y')], 8).map(textOf)).toEqual([
      'if x:',
      '    retu',
      'rn  y',
    ]);
  });
});
