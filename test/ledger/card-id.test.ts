import { describe, expect, it } from 'vitest';
import { generatedId } from '../../src/ledger/card-id.ts';

const source = { rule: 'question-heading', slot: 'lead', sentence: 'Bees dance.' };

describe('generatedId', () => {
  it('is 13 base-32 characters, the same on every machine', () => {
    expect(generatedId(source, 0)).toMatch(/^[0-9a-hjkmnp-tv-z]{13}$/);
    expect(generatedId(source, 0)).toBe('v6rjnrznghhme');
  });

  it('stays where only white space, case or quotation marks changed', () => {
    expect(generatedId({ ...source, sentence: ' bees\n DANCE. ' }, 0)).toBe(generatedId(source, 0));
  });

  it('differs by rule, slot, sentence and ordinal', () => {
    const others = [
      generatedId({ ...source, rule: 'term-list' }, 0),
      generatedId({ ...source, slot: 'why' }, 0),
      generatedId({ ...source, sentence: 'Bees fly.' }, 0),
      generatedId(source, 1),
    ];
    expect(new Set([...others, generatedId(source, 0)]).size).toBe(5);
  });
});
