import { describe, expect, it } from 'vitest';
import { hazardOf } from '../../src/markdown/hazard.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

const hostile: readonly (readonly [string, string, RegExp])[] = [
  ['10,000 nested lists on one line', `${'- '.repeat(10_000)}a`, /nested/],
  ['10,000 nested quotes', `${'>'.repeat(10_000)} a`, /nested/],
  [
    'lists nested line by line',
    Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
    /nested/,
  ],
  ['a paragraph of links', 'a [b](c) *d* '.repeat(5000), /lines and marks/],
  ['a paragraph of a million lines', 'a\n'.repeat(1_000_000), /lines and marks/],
  ['a paragraph that pretends to be an ordered list', `a\n${'7. *b*\n'.repeat(20_000)}`, /marks/],
  ['a paragraph with a false code fence', `a\n${'    ```\n*b* [c](d)\n'.repeat(5000)}`, /marks/],
  ['10,000 lazy lines behind a quote', `> a\n${'b\n'.repeat(10_000)}`, /list, quote or footnote/],
  ['10,000 lazy lines in 90 lists', `${'- '.repeat(90)}a\n${'b\n'.repeat(10_000)}`, /footnote/],
  ['10,000 lazy lines of a footnote', `[^a]: b\n${'c\n'.repeat(10_000)}`, /footnote/],
  ['10,000 quotes in one list', '- > a\n\n'.repeat(10_000), /quotes in it/],
  ['10,000 lists in one quote', '> - a\n>\n> b\n>\n'.repeat(10_000), /quote with more/],
  [
    'brackets that close nothing, in the rows of a table',
    '](b)| a |\n| - |\n'.repeat(3_000),
    /close nothing/,
  ],
  ['3,000 brackets that close nothing', '](b) and so on\n'.repeat(3_000), /close nothing/],
  ['HTML comments that never end', 'a <!-- '.repeat(1000), /HTML comments/],
];

describe('hazardOf', () => {
  it.each(hostile)('sees %s', (_name, text, message) => {
    expect(hazardOf(text)?.message).toMatch(message);
  });

  it('names the line', () => {
    expect(hazardOf(`fine\n\n${'> '.repeat(200)}a`)).toMatchObject({ line: 3, column: 1 });
  });

  it.each([
    ['a line of 2 MB', 'lorem ipsum dolor '.repeat(111_111)],
    ['a table of 20,000 rows', `|a|b|\n|-|-|\n${'|some *text*|`more`|\n'.repeat(20_000)}`],
    ['a list of 20,000 items', '- a *b* c [d](e)\n'.repeat(20_000)],
    ['an ordered list of 20,000 items', '1. a *b* c [d](e)\n'.repeat(20_000)],
    ['10,000 quotes', '> a *b*\n> c\n\n'.repeat(10_000)],
    ['10,000 quotes with their sources', '> a *b*\n\nBy c.\n\n'.repeat(10_000)],
    ['a quote of 9,000 lines', '> a *b*\n>\n'.repeat(4_500)],
    ['5,000 footnotes without blank lines', '[^a]: x [y](z) "w"\n'.repeat(5000)],
    [
      'a long code block full of marks',
      `\`\`\`js\n${'a[0] = *b* `c` $d\n'.repeat(10_000)}\`\`\`\n`,
    ],
    ['a book of paragraphs', 'Some *words* and a [link](x.md).\n\n'.repeat(20_000)],
  ])('lets %s pass', (_name, text) => {
    expect(hazardOf(text)).toBeUndefined();
  });
});

describe('parseMarkdown', () => {
  it.each(hostile)('answers at once for %s, as one plain paragraph', (_name, text) => {
    const started = process.cpuUsage().user;
    const root = parseMarkdown(text);
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(2);
    expect(root.children).toMatchObject([{ type: 'paragraph', children: [{ value: text }] }]);
  });

  it('parses a paragraph of 10,000 lines in the time for its size', () => {
    const text = 'A line of it.\n'.repeat(9_999);
    const started = process.cpuUsage().user;
    expect(parseMarkdown(text).children).toHaveLength(1);
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(4);
  });

  it('keeps offsets behind a byte order mark and front matter with CRLF', () => {
    const text = '\uFEFF---\r\ntitle: x\r\n---\r\n# Über *uns*\r\n\r\nAbsatz\r\n';
    const slices = parseMarkdown(text).children.map(({ position }) =>
      text.slice(position?.start.offset, position?.end.offset),
    );
    expect(slices).toEqual(['# Über *uns*', 'Absatz']);
  });

  it('reads tables, footnotes and maths', () => {
    const root = parseMarkdown('|a|\n|-|\n|b|\n\nx[^1] $y$\n\n[^1]: z\n');
    expect(root.children.map(({ type }) => type)).toEqual([
      'table',
      'paragraph',
      'footnoteDefinition',
    ]);
    expect(root.children[1]).toMatchObject({
      children: [{}, { type: 'footnoteReference' }, {}, { type: 'inlineMath', value: 'y' }],
    });
  });
});
