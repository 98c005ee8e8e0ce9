import { describe, expect, it } from 'vitest';
import { gapEnd, gapStart } from '../../../src/model/face.ts';
import { markdownLine, markdownLines } from '../../../src/tui/text/markdown.ts';
import { lineWidth, type Piece } from '../../../src/tui/text/piece.ts';
import { textOf, textsOf } from '../support/text-of.ts';

const look = { width: 40, gaps: 'tell', marks: false } as const;
const drawn = (markdown: string, more: object = {}): string[] =>
  textsOf(markdownLines(markdown, { ...look, ...more }));
const piecesOf = (markdown: string, more: object = {}): Piece[] =>
  markdownLines(markdown, { ...look, ...more }).flat();
const withGap = (inside: string): string => `It is ${gapStart}${inside}${gapEnd} here.`;

describe('markdownLines', () => {
  it('folds the lines of a paragraph and keeps a hard break', () => {
    expect(drawn('one\ntwo\\\nthree')).toEqual(['one two', 'three']);
  });

  it('draws emphasis as looks of their own', () => {
    const pieces = piecesOf('a **b** *c* ~~d~~ [e](https://e.example/f)');
    expect(pieces.find(({ text }) => text === 'b')).toMatchObject({ bold: true });
    expect(pieces.find(({ text }) => text === 'c')).toMatchObject({ italic: true });
    expect(pieces.find(({ text }) => text === 'd')).toMatchObject({ strike: true });
    expect(pieces.find(({ text }) => text === 'e')).toMatchObject({ underline: true });
  });

  it('adds the address of a link that its label does not tell', () => {
    expect(drawn('[e](https://e.example/f)')).toEqual(['e (https://e.example/f)']);
    expect(drawn('<https://e.example/f>')).toEqual(['https://e.example/f']);
    expect(drawn('[e](../notes.md#x)')).toEqual(['e']);
  });

  it('marks code and maths by colour, or by their marks where there is none', () => {
    expect(piecesOf('`x` and $y$').map(({ tone }) => tone)).toEqual(['code', 'plain', 'code']);
    expect(drawn('`x` and $y$', { marks: true })).toEqual(['`x` and $y$']);
  });

  it('hangs list items, nests them, and ticks tasks', () => {
    expect(
      drawn(
        '- an item that is long enough to go on below\n  1. first\n  2. second\n- [x] done\n- [ ] open',
      ),
    ).toEqual([
      '• an item that is long enough to go on',
      '  below',
      '  1. first',
      '  2. second',
      '• ☑ done',
      '• ☐ open',
    ]);
  });

  it('aligns the numbers of a long list', () => {
    const items = Array.from({ length: 10 }, (_, index) => `${index + 1}. n`).join('\n');
    expect(drawn(items).at(0)).toBe(' 1. n');
    expect(drawn(items).at(-1)).toBe('10. n');
  });

  it('fits a table by wrapping its widest column, and measures wide characters', () => {
    const lines = markdownLines(
      '| 名前 | n | words |\n|---|--:|---|\n| 漢字 | 12 | a long cell that has to go on below |\n| x | 7 | y |',
      { ...look, width: 30 },
    );
    expect(textsOf(lines)).toEqual([
      '名前   n  words',
      '────  ──  ────────────────────',
      '漢字  12  a long cell that has',
      '          to go on below',
      'x      7  y',
    ]);
    for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(30);
  });

  it('keeps code as it is, quotes with a bar, rules, pictures by their words', () => {
    expect(drawn('```py\nif x:\n\ty\n```')).toEqual(['  if x:', '      y']);
    expect(drawn('> quoted\n> text')).toEqual(['│ quoted text']);
    expect(drawn('***')).toEqual(['─'.repeat(40)]);
    expect(drawn('![two people](https://e.example/x.png)')).toEqual(['[picture: two people]']);
  });

  it('numbers footnotes in the order of their calls', () => {
    expect(drawn('b[^b] a[^a]\n\n[^a]: First.\n\n[^b]: Second.')).toEqual([
      'b¹ a²',
      '',
      '¹ Second.',
      '² First.',
    ]);
  });

  it('shows formatting tags as nothing, comments as nothing, and other HTML as text', () => {
    expect(drawn('a <b>b</b><!-- c --> <script>d</script>')).toEqual(['a b <script>d</script>']);
  });

  it('asks a gap as […] or its hint, and tells the word in its place', () => {
    expect(drawn(withGap(''), { gaps: 'ask' })).toEqual(['It is […] here.']);
    expect(drawn(withGap('a hint'), { gaps: 'ask' })).toEqual(['It is [a hint] here.']);
    expect(piecesOf(withGap('the word'))[1]).toMatchObject({
      text: 'the word',
      tone: 'gap',
      bold: true,
    });
  });

  it('keeps a gap that spans emphasis in one colour', () => {
    const pieces = piecesOf(`${gapStart}very *bold* words${gapEnd} after`);
    expect(pieces.filter(({ tone }) => tone === 'gap').map(({ text }) => text)).toEqual([
      'very ',
      'bold',
      ' words',
    ]);
    expect(pieces.at(-1)).toMatchObject({ text: ' after', tone: 'plain' });
  });

  it('lets no control sequence of a card through', () => {
    const hostile =
      'a\u001b[31mb\u001b]52;c;eA==\u0007 `\u001b[2J` \u202e[x](https://e.example/\u009b1m)';
    // oxlint-disable-next-line no-control-regex -- the characters are the point
    expect(drawn(hostile).join('\n')).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  });

  it('never exceeds the width, whatever is in the card', () => {
    const everything = [
      '# A heading that is longer than the narrow screen that it is shown on',
      '- a list\n  > with a quote inside of it, and `code_that_is_very_long_and_has_no_spaces`',
      '| a | b | c | d |\n|---|---|---|---|\n| 漢字漢字漢字漢字 | 👩‍👩‍👧‍👦👩‍👩‍👧‍👦 | supercalifragilistic | x |',
      '```\nconst aVeryLongLineOfCode = thatDoesNotFit(onTheScreen);\n```',
    ].join('\n\n');
    for (const width of [24, 38, 58, 72])
      for (const line of markdownLines(everything, { ...look, width }))
        expect(lineWidth(line)).toBeLessThanOrEqual(width);
  });
});

describe('markdownLine', () => {
  it('is one line of a heading', () => {
    expect(textOf(markdownLine('What *it* was\n\n---', look))).toMatch(/^What it was ─+$/);
  });
});
