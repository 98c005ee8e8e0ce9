import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentSpan, mapSlice, TextCollector } from '../../src/markdown/mapped-text.ts';

describe('a mapped text', () => {
  it('folds white space, leaves out what cannot be seen, and leads back to the document', () => {
    const document = '  One\u202E  two\n\tthree \u00AD ';
    const mapped = mapSlice(document, { start: 0, end: document.length });
    expect(mapped.text).toBe('One two three');
    const span = documentSpan(mapped, { start: 8, end: 13 });
    expect(document.slice(span.start, span.end)).toBe('three');
  });

  it('is the same whether a stretch is added as a whole or unit by unit', () => {
    const piece = constantFrom(
      ' ',
      '  ',
      '\n',
      '\r\n',
      'word',
      'é',
      '\u00AD',
      '\u202E',
      '\0',
      '😀',
    );
    assert(
      property(array(piece, { maxLength: 30 }), array(piece, { maxLength: 30 }), (one, two) => {
        const document = [...one, ...two].join('');
        const middle = one.join('').length;
        const [whole, units] = [new TextCollector(), new TextCollector()];
        for (const [start, end] of [
          [0, middle],
          [middle, document.length],
        ] as const) {
          const from = [whole.length, units.length] as const;
          whole.addSlice(document, { start, end });
          for (let at = start; at < end; at += 1) units.add(document.charAt(at), at);
          whole.mark('strong', from[0]);
          units.mark('strong', from[1]);
        }
        expect(whole.finish(0)).toEqual(units.finish(0));
      }),
      { numRuns: 500 },
    );
  });
});
