import { describe, expect, it } from 'vitest';
import { footnotesOf } from '../../src/markdown/footnotes.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

function notes(definition: string) {
  const text = `A sentence.[^a]\n\n${definition}\n`;
  return footnotesOf(parseMarkdown(text), text).get('a');
}

describe('footnotesOf', () => {
  it('reads each link with the quoted words behind it', () => {
    const definition =
      '[^a]: [Interview](ORIGINALS.md#interview) "easier than generation"; [The *Article*](ORIGINALS.md#article) “a general principle”, 2022';
    expect(notes(definition)).toMatchObject([
      {
        label: 'a',
        title: 'Interview',
        target: 'ORIGINALS.md#interview',
        anchor: 'easier than generation',
      },
      { title: 'The Article', target: 'ORIGINALS.md#article', anchor: 'a general principle' },
    ]);
  });

  it('takes no quotation that stands elsewhere for an anchor', () => {
    expect(notes('[^a]: [Interview](x.md), who says "this"')?.[0]).not.toHaveProperty('anchor');
  });

  it('says nothing of a note without a link', () => {
    expect(notes('[^a]: Smith 2020, p. 4')).toEqual([]);
  });

  it('says where each link stands', () => {
    const [link] = notes('[^a]: see [Interview](x.md)') ?? [];
    expect(link?.start).toBe('A sentence.[^a]\n\n[^a]: see '.length);
  });
});
