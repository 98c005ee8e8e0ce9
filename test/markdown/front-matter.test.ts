import { describe, expect, it } from 'vitest';
import { frontMatterOf, frontMatterSpan } from '../../src/markdown/front-matter.ts';

describe('frontMatterOf', () => {
  it('reads YAML', () => {
    expect(frontMatterOf('---\ntitle: A\ntags: [b, c]\n---\ntext')).toEqual({
      title: 'A',
      tags: ['b', 'c'],
    });
  });

  it('reads TOML', () => {
    expect(frontMatterOf('+++\r\ntitle = "A"\r\n+++\r\ntext')).toEqual({ title: 'A' });
  });

  it('takes what cannot be read for nothing said', () => {
    expect(frontMatterOf('---\n: [\n---\ntext')).toEqual({});
    expect(frontMatterOf('---\n- a\n---\ntext')).toEqual({});
    expect(frontMatterOf('text')).toEqual({});
  });
});

describe('frontMatterSpan', () => {
  it('ends behind the closing line', () => {
    expect(frontMatterSpan('---\na: b\n---\ntext')).toEqual({ start: 0, end: 13 });
  });

  it('is none where a rule opens the document and nothing closes it', () => {
    expect(frontMatterSpan('---\ntext\n')).toBeUndefined();
    expect(frontMatterSpan('text\n---\n---\n')).toBeUndefined();
  });
});
