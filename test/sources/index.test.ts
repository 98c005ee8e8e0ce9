import { describe, expect, it } from 'vitest';
import { detectKind, readers, readSource } from '../../src/sources/index.ts';

describe('readers', () => {
  it('are those for the kinds that are read', () => {
    expect(readers.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['quote-list', 'markdown', 'plain-text']),
    );
  });

  it('each say how sure they are, between 0 and 1', () => {
    for (const { confidence } of detectKind('# A\n\ntext\n', 'a.md')) {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });
});

describe('readSource', () => {
  it('takes the kind that the structure shows, whatever the name', () => {
    const list = '- "One." — Ada\n- "Two." — Bob\n- "Three." — Cy\n';
    expect(readSource(list, 'list.md').kind).toBe('quote-list');
    expect(readSource('# A\n\ntext\n', 'a.md').kind).toBe('markdown');
    expect(readSource('text\n', 'a.txt').kind).toBe('plain-text');
  });

  it('takes the kind that is asked for', () => {
    expect(readSource('# A\n\ntext\n', 'a.md', 'plain-text').kind).toBe('plain-text');
  });

  it('says that a document is empty', () => {
    expect(() => readSource(' \n', 'a.md')).toThrow('a.md is empty.');
  });
});
