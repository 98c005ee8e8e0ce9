import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentSpan } from '../../src/markdown/mapped-text.ts';
import type { Passage } from '../../src/model/source.ts';
import { markdownReader } from '../../src/sources/markdown.ts';

const text = readFileSync(path.join(import.meta.dirname, '../fixtures/sources/bees.md'), 'utf8');
const source = markdownReader.read(text, 'docs/bees.md');

function passages<Kind extends Passage['kind']>(kind: Kind) {
  return source.passages.filter(
    (passage): passage is Extract<Passage, { kind: Kind }> => passage.kind === kind,
  );
}

describe('markdownReader', () => {
  it('takes title, author and tags from the front matter', () => {
    expect(source).toMatchObject({
      title: 'Bees',
      author: 'Ada Worker',
      tags: ['biology', 'core'],
    });
  });

  it('takes the title from the first heading, else from the file name', () => {
    expect(markdownReader.read('# A *b*\n', 'x.md').title).toBe('A b');
    expect(markdownReader.read('text\n', 'docs/on-the_bees.md').title).toBe('On the bees');
  });

  it('reads headings with their fragments', () => {
    expect(passages('heading').map(({ depth, text, fragment }) => [depth, text, fragment])).toEqual(
      [
        [1, 'All about bees', 'all-about-bees'],
        [2, 'Words', 'words'],
        [2, 'How do bees find flowers?', 'flowers'],
        [2, 'References', 'references'],
      ],
    );
  });

  it('reads paragraphs with their headings and what their footnotes name', () => {
    const [first] = passages('paragraph');
    expect(first).toMatchObject({
      text: 'Bees fly.',
      headings: ['All about bees'],
      fragment: 'all-about-bees',
      marks: [{ kind: 'emphasis', start: 5, end: 8 }],
      citations: [
        {
          label: '1',
          title: 'Frisch',
          target: 'ORIGINALS.md#frisch',
          anchor: 'the waggle dance',
          at: 9,
        },
        { label: '1', title: 'Page', target: 'https://bees.example/x', at: 9 },
      ],
    });
  });

  it('reads items with their list, number and level', () => {
    expect(
      passages('item').map(({ text, ordered, number, list, level }) => [
        text,
        ordered,
        number,
        list,
        level,
      ]),
    ).toEqual([
      ['drone — A male bee.', false, 1, 0, 1],
      ['queen — The mother of the hive.', false, 2, 0, 1],
      ['First.', true, 1, 1, 1],
      ['Second.', true, 2, 1, 1],
      ['Nested.', false, 1, 2, 2],
    ]);
  });

  it('reads definition lists, quotes and table rows', () => {
    expect(passages('definition')).toMatchObject([
      { term: 'Caste', definition: 'What a bee is born to do.' },
    ]);
    expect(passages('paragraph').map((passage) => passage.text)).toContain('Quoted words.');
    expect(passages('row')).toMatchObject([{ header: ['Bee', 'Legs'], cells: ['any', 'six'] }]);
  });

  it('takes nothing from code, and marks what is not the matter as furniture', () => {
    expect(source.passages.some((passage) => passage.text.includes('no heading'))).toBe(false);
    expect(
      source.passages.filter(({ region }) => region === 'furniture').map(({ text }) => text),
    ).toEqual(['References', 'Nothing to learn here.']);
  });

  it.each([
    ['as it is', text],
    ['with CRLF', text.replaceAll('\n', '\r\n')],
    ['behind a byte order mark', `\uFEFF${text}`],
  ])('leads each passage back to its place in the document %s', (_name, document) => {
    const read = markdownReader.read(document, 'bees.md');
    expect(read.text).toBe(document);
    for (const passage of read.passages) {
      const first = /[\p{L}\p{N}]+/u.exec(passage.text);
      const start = first?.index ?? 0;
      const end = start + (first?.[0].length ?? 0);
      const span = documentSpan(passage, { start, end });
      expect(document.slice(span.start, span.end)).toBe(first?.[0]);
      expect(span.start).toBeGreaterThanOrEqual(passage.span.start);
      expect(span.end).toBeLessThanOrEqual(passage.span.end);
    }
  });

  it('refuses what would take remark very long, naming the line', () => {
    const hostile = `# Fine\n\n${'> '.repeat(10_000)}deep\n`;
    expect(() => markdownReader.read(hostile, 'deep.md')).toThrow(/^deep\.md:3:1 .*nested/);
  });

  it('reads a very long line', () => {
    const long = 'One short sentence. '.repeat(20_000);
    expect(markdownReader.read(long, 'long.md').passages).toHaveLength(1);
  });

  it('knows Markdown by its name or by its signs', () => {
    expect(markdownReader.detect('plain', 'a.md')).toBeGreaterThan(0.8);
    expect(markdownReader.detect('# A\n\n[b](c)\n\n[^1]: d\n', 'a.txt')).toBeGreaterThan(0.5);
    expect(markdownReader.detect('plain', 'a.txt')).toBe(0);
  });
});
