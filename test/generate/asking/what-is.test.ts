import { describe, expect, it } from 'vitest';
import { askWhatIs } from '../../../src/generate/asking/what-is.ts';
import { shown } from './shown.ts';

describe('askWhatIs', () => {
  it('asks for a named thing, and for a doing by what it is', () => {
    expect(shown(askWhatIs, 'The aim of the dance is to tell others where food is.')).toBe(
      'What is the aim of the dance → to tell others where food is',
    );
    expect(shown(askWhatIs, 'Opening a hive at night is one way to anger its bees.')).toBe(
      'What is one way to anger its bees → Opening a hive at night',
    );
  });

  it('leaves progress and what points back alone', () => {
    expect(shown(askWhatIs, 'The keepers of Rome are building new hives for all.')).toBeUndefined();
    expect(shown(askWhatIs, 'This is the aim of all the bees.')).toBeUndefined();
  });
});
