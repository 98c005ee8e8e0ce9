import { array, assert, constantFrom, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineText } from '../../src/markdown/inline-text.ts';
import { documentOffset, documentSpan, mapSlice } from '../../src/markdown/mapped-text.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

function first(document: string) {
  const node = parseMarkdown(document).children[0];
  if (node === undefined) throw new Error('empty');
  return inlineText(node, document);
}

describe('inlineText', () => {
  it('leaves marks out and says where they were', () => {
    expect(first('A *b* and **c `d`** end')).toMatchObject({
      text: 'A b and c d end',
      marks: [
        { kind: 'emphasis', start: 2, end: 3 },
        { kind: 'code', start: 10, end: 11 },
        { kind: 'strong', start: 8, end: 11 },
      ],
    });
  });

  it('keeps maths as it is written, so that two prices stay two prices', () => {
    expect(first('from $5 to $10 now').text).toBe('from $5 to $10 now');
  });

  it('folds white space over lines, quotes and CRLF', () => {
    expect(first('> one\r\n> two   three  \r\n> four').text).toBe('one two three four');
  });

  it('takes links and pictures as their text, footnote marks as places, HTML as nothing', () => {
    const document = 'See [the *paper*](x.md) ![a map](m.png).[^1] <b>So</b>.\n\n[^1]: note\n';
    expect(first(document)).toMatchObject({
      text: 'See the paper a map. So.',
      footnotes: [{ id: '1', at: 20 }],
    });
  });

  it('knows what character references and escapes stand for', () => {
    expect(first('caf&eacute; &amp; \\*tea\\* &#x1F600;!').text).toBe('café & *tea* 😀!');
  });

  it('leaves out control characters and marks of direction', () => {
    expect(first('a\u001B[31mb \u202Ec\u2069 \u009Bd\u0007 \u200Fe').text).toBe('a[31mb c d e');
  });

  it('leads every letter and digit back to itself in the document', () => {
    const piece = constantFrom(
      'word ',
      'Zürich ',
      '*em* ',
      '**strong** ',
      '`code` ',
      '[link](a.md "t") ',
      '\\* ',
      '&amp; ',
      '&eacute; ',
      '\n',
      '\r\n',
      '<i>x</i> ',
      '$x^2$ ',
      '![alt](p.png) ',
      'www.site.org ',
      '~~s~~ ',
      '日本 ',
    );
    assert(
      property(array(piece, { minLength: 1, maxLength: 30 }), nat(3), (pieces, indent) => {
        const document = `Start ${pieces.join('').replaceAll('\n', `\n${' '.repeat(indent)}`)}end`;
        const mapped = first(document);
        const astray = [...mapped.text].flatMap((unit, at) =>
          /[a-z0-9日本]/i.test(unit) && document.charAt(documentOffset(mapped, at)) !== unit
            ? at
            : [],
        );
        expect(astray).toEqual([]);
      }),
    );
  });
});

describe('documentSpan', () => {
  it('spans a stretch of the text in the document, marks inside included', () => {
    const document = 'The *quick* brown fox';
    const mapped = first(document);
    const span = documentSpan(mapped, { start: 4, end: 15 });
    expect(mapped.text.slice(4, 15)).toBe('quick brown');
    expect(document.slice(span.start, span.end)).toBe('quick* brown');
  });

  it('holds for a slice of plain text too', () => {
    const document = '  a \n\t b  c';
    const mapped = mapSlice(document, { start: 0, end: document.length });
    expect(mapped.text).toBe('a b c');
    expect(documentSpan(mapped, { start: 2, end: 5 })).toEqual({ start: 7, end: 11 });
  });
});
