import { describe, expect, it } from 'vitest';
import type { CardKey } from '../../src/model/card.ts';
import { Siblings } from '../../src/review/siblings.ts';

const [term, definition, other] = ['aaaa/term', 'aaaa/definition', 'bbbb'] as CardKey[] as [
  CardKey,
  CardKey,
  CardKey,
];

describe('of the sides of one card', () => {
  it('only the first is asked on a day', () => {
    const siblings = new Siblings(true, new Set());
    siblings.take(term);
    expect([definition, other].map((key) => siblings.admits(key))).toEqual([false, true]);
  });

  it('one that was answered today is asked again, and no other', () => {
    const siblings = new Siblings(true, new Set([term]));
    expect([term, definition].map((key) => siblings.admits(key))).toEqual([true, false]);
  });

  it('all are asked where they are not to be kept apart', () => {
    const siblings = new Siblings(false, new Set([term]));
    siblings.take(term);
    expect(siblings.admits(definition)).toBe(true);
  });
});
