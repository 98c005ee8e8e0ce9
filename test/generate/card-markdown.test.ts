import { assert, property, string, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardMarkdown } from '../../src/generate/card-markdown.ts';
import { inlineText } from '../../src/markdown/inline-text.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

function whole(text: string, marks: Parameters<typeof cardMarkdown>[0]['marks'] = []): string {
  return cardMarkdown({ text, marks }, { start: 0, end: text.length });
}

function read(text: string): string {
  const document = `x ${whole(text)} x`;
  const node = parseMarkdown(document).children[0];
  return node === undefined ? '' : inlineText(node, document).text;
}

function folded(text: string): string {
  return `x ${text} x`.replaceAll(/\s+/g, ' ').trim();
}

describe('cardMarkdown', () => {
  it('writes emphasis, code and maths as they were', () => {
    expect(
      whole('a b c d $x$ e', [
        { kind: 'emphasis', start: 2, end: 3 },
        { kind: 'code', start: 6, end: 7 },
        { kind: 'strong', start: 4, end: 7 },
        { kind: 'math', start: 8, end: 11 },
      ]),
    ).toBe('a *b* **c `d`** $x$ e');
  });

  it('cuts emphasis at the ends of the stretch', () => {
    const marks = [{ kind: 'emphasis' as const, start: 0, end: 9 }];
    expect(cardMarkdown({ text: 'One. Two.', marks }, { start: 5, end: 9 })).toBe('*Two.*');
  });

  it('fences code that has backticks in it', () => {
    expect(whole('a `b', [{ kind: 'code', start: 0, end: 4 }])).toBe('`` a `b ``');
  });

  it('escapes nothing that means nothing', () => {
    const plain = 'snake_case costs $5, 3 * 4 < 13 & [so] it (is) #1 – 50 % "quoted"';
    expect(whole(plain)).toBe(plain);
  });

  it('keeps two prices on both sides of emphasis from becoming maths', () => {
    expect(whole('from $5 up to $6', [{ kind: 'emphasis', start: 8, end: 10 }])).toBe(
      'from \\$5 *up* to \\$6',
    );
  });

  it('is read back as the text that it was made from', () => {
    const sign = stringMatching(/^[a-z *_`$[\]()<>&;#~|\\!"':/.-]{0,40}$/);
    assert(
      property(sign, (text) => {
        expect(read(text)).toBe(folded(text));
      }),
      { numRuns: 500 },
    );
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        expect(read(text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ''))).toBe(
          folded(text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '')),
        );
      }),
    );
  });
});
