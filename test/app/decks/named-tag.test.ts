import { afterEach, describe, expect, it } from 'vitest';
import { namedTag } from '../../../src/app/decks/named-tag.ts';
import { TenetError } from '../../../src/model/problem.ts';
import { TemporaryCollection } from '../temporary-collection.ts';

let opened: TemporaryCollection;

afterEach(() => opened.dispose());

describe('namedTag', () => {
  it('takes a tag that some card has, with its # or without, and no other', () => {
    opened = new TemporaryCollection({
      'decks/a.md': '---\ntags: [earth]\n---\nQ: Why?\nA: So.\n#reason\n<!-- id: card1 -->\n',
    });
    opened.index();
    expect(namedTag(opened.store, '#reason')).toBe('reason');
    expect(namedTag(opened.store, 'earth')).toBe('earth');
    expect(() => namedTag(opened.store, 'moon')).toThrow(TenetError);
    expect(() => namedTag(opened.store, 'reasn')).toThrow(
      expect.objectContaining({ hint: 'Did you mean "reason"?', exitCode: 2 }),
    );
  });
});
