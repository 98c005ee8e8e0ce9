import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../src/app/reading/outline.ts';
import { markdownReader } from '../../../src/sources/markdown.ts';

const docs = path.resolve(import.meta.dirname, '../../../source-docs');

function only(text: string): unknown {
  return outlineOf(text, 'docs/a#b.md').sections;
}

describe('outlineOf', () => {
  it('finds on every shipped chapter the headings that the parser finds', () => {
    for (const name of readdirSync(docs)) {
      const text = readFileSync(path.join(docs, name), 'utf8');
      const document = `source-docs/${name}`;
      const parsed = markdownReader
        .read(text, document)
        .passages.flatMap((passage) =>
          passage.kind === 'heading' ? [`${document}#${passage.fragment}`] : [],
        );
      const { sections } = outlineOf(text, document);
      expect(sections.flatMap(({ cited }) => cited).filter((key) => key.includes('#'))).toEqual(
        parsed,
      );
      expect(sections.map(({ start }) => start).slice(1)).toEqual(
        sections.map(({ end }) => end).slice(0, -1),
      );
    }
  });

  it('names headings with marks, notes and repeats as links to them do', () => {
    const { title, sections } = outlineOf(
      '# A *b*\n\n## The `code` [link](x.md)[^1]\n\n## Same\n\n## Same\n\n## Own {#mine}\n\n[^1]: N.\n',
      'docs/a.md',
    );
    expect(title).toBe('A b');
    expect(sections.map((section) => [section.key, section.title])).toEqual([
      ['docs/a.md#the-code-link', 'The code link'],
      ['docs/a.md#same', 'Same'],
      ['docs/a.md#same-1', 'Same'],
      ['docs/a.md#mine', 'Own'],
    ]);
  });

  it('takes a chapter without sections as one', () => {
    expect(only('# Whole\n\nText.\n')).toMatchObject([
      {
        key: 'docs/a%23b.md#whole',
        title: 'Whole',
        cited: ['docs/a%23b.md', 'docs/a%23b.md#whole'],
      },
    ]);
    expect(only('Text.\n')).toMatchObject([{ key: 'docs/a%23b.md', title: 'a#b' }]);
  });

  it('counts the words that are read: no footnotes, addresses or marks', () => {
    const text =
      '---\ntitle: T\n---\n## Two words\n\nOne [two](http://x.y/z) *three*[^a] — it’s 1,000.\n\n[^a]: Not read\n    at all.\n[^b]: Nor this.\n';
    expect(outlineOf(text, 'a.md').sections.map(({ words }) => words)).toEqual([7]);
  });
});
