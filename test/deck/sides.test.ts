import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCardId, newCardId } from '../../src/deck/ids.ts';
import { parseDeck } from '../../src/deck/parse.ts';
import { sidesOf, textId } from '../../src/deck/sides.ts';
import type { Card, Side } from '../../src/model/card.ts';

function card(text: string): Card {
  const [found] = parseDeck(`${text}\n<!-- id: abcd${text.includes('1. ') ? '; list' : ''} -->`, {
    path: 'a.md',
  }).cards;
  if (found === undefined) throw new Error(`no card in ${text}`);
  return found;
}

function keys(text: string): readonly string[] {
  return sidesOf(card(text)).map(({ key }) => key);
}

function texts(sides: readonly Side[]): readonly string[] {
  return sides.map(({ text }) => text);
}

describe('the sides of a card', () => {
  it('are one for a question, under the id itself', () => {
    expect(keys('Q: q\nA: a')).toEqual(['abcd']);
  });

  it('are both directions of a term', () => {
    expect(keys('T: t\nD: d')).toEqual(['abcd/def', 'abcd/term']);
  });

  it('are named by the text of each hole, repeats by a number', () => {
    const names = keys('C: [foo] and [bar] and [foo] and [ foo ]');
    expect(names[0]).toMatch(/^abcd\/h[0-9a-z]{6}$/);
    expect(names.slice(2)).toEqual([`${names[0]}~2`, `${names[0]}~3`]);
    expect(new Set(names).size).toBe(4);
  });

  it('keep their names when a hole is put in front of another', () => {
    expect(keys('C: [new] [old]')[1]).toBe(keys('C: [old]')[0]);
  });

  it('are one for each of Anki’s numbers', () => {
    const sides = sidesOf(card('C: {{c2::b}} {{c1::a}} {{c2::c}}'));
    expect(sides.map(({ name }) => name)).toEqual(['c1', 'c2']);
    expect(texts(sides)).toEqual(['a', 'b; c']);
  });

  it('are one for each item of a list', () => {
    const sides = sidesOf(card('Q: q\nA: 1. a\n2. b\n3. a'));
    expect(texts(sides)).toEqual(['a', 'b', 'a']);
    expect(sides[0]?.name).toMatch(/^i[0-9a-z]{6}$/);
    expect(sides[2]?.name).toBe(`${sides[0]?.name}~2`);
  });
});

describe('the id of a card without one', () => {
  const basic = { kind: 'basic', question: 'q', answer: 'a' } as const;

  it('is "t" and 13 base-32 characters, always the same for the same text', () => {
    expect(textId(basic)).toMatch(/^t[0-9a-hjkmnp-tv-z]{13}$/);
    expect(textId(basic)).toBe('t36rsc63vptkj6');
  });

  it('does not change with white space or the form of an accent', () => {
    expect(textId({ ...basic, question: ' q \n' })).toBe(textId(basic));
    expect(textId({ ...basic, answer: 'e\u0301' })).toBe(textId({ ...basic, answer: 'é' }));
  });

  it('changes with the kind, a capital, and where one part ends', () => {
    const ids = [
      basic,
      { ...basic, question: 'Q' },
      { ...basic, question: 'q a', answer: '' },
      { kind: 'term', term: 'q', definition: 'a' } as const,
    ].map(textId);
    expect(new Set(ids).size).toBe(4);
  });

  it('can be written into the file', () => expect(isCardId(textId(basic))).toBe(true));
});

describe('a new id', () => {
  it('is 13 base-32 characters of its entropy', () => {
    expect(newCardId(new Uint8Array(9))).toBe('0000000000000');
    expect(newCardId(new Uint8Array(16).fill(255))).toBe('zzzzzzzzzzzzz');
    expect(() => newCardId(new Uint8Array(8))).toThrow(RangeError);
  });

  it('differs with any of its first 64 bits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 9, maxLength: 9 }), fc.nat(63), (bytes, bit) => {
        const other = bytes.slice();
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(newCardId(other)).not.toBe(newCardId(bytes));
        expect(isCardId(newCardId(bytes))).toBe(true);
      }),
    );
  });
});

it.each(['abc', '-abcd', '_abcd', 'a b c d', 'ab/cd', '', 'x'.repeat(65)])(
  '%j is no id that may be written',
  (text) => expect(isCardId(text)).toBe(false),
);
