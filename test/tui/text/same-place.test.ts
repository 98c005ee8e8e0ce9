import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownLines } from '../../../src/tui/text/markdown.ts';
import { rowOfSameWord } from '../../../src/tui/text/same-place.ts';
import type { Line } from '../../../src/tui/text/piece.ts';
import { textOf } from '../support/text-of.ts';

const words = (from: number): string =>
  Array.from({ length: 40 }, (_, index) => `word${from + index}`).join(' ');
const text = `${words(100)}\n\n> ${words(200)}\n\n- ${words(300)}\n- ${words(400)}\n\n1. ${words(500)}\n\n## ${words(600)}\n\n${words(700)}`;

const linesIn = (width: number): Line[] =>
  markdownLines(text, { width, marks: false, gaps: 'tell' });
const firstWord = (line: Line | undefined): string =>
  /word\d+/.exec(line === undefined ? '' : textOf(line))?.[0] ?? '';

describe('rowOfSameWord', () => {
  it('finds the row with the word that the other row begins with, whatever the widths', () => {
    const width = fc.integer({ min: 30, max: 72 });
    fc.assert(
      fc.property(width, width, fc.nat(60), (before, now, nat) => {
        const lines = linesIn(before);
        const row = nat % lines.length;
        const word = firstWord(lines.slice(row).find((line) => firstWord(line) !== ''));
        const found = linesIn(now)[rowOfSameWord(lines, row, linesIn(now))];
        expect(textOf(found ?? [])).toContain(word);
      }),
    );
  });

  it('ends with the last row where nothing is below', () => {
    const lines = linesIn(40);
    expect(rowOfSameWord(lines, lines.length, linesIn(72))).toBe(linesIn(72).length - 1);
    expect(rowOfSameWord([], 0, [])).toBe(0);
  });
});
