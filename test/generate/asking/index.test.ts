import { describe, expect, it } from 'vitest';
import { askOf } from '../../../src/generate/asking/index.ts';
import { shown } from './shown.ts';

describe('askOf', () => {
  it('takes the surest way first, and what a sentence says rather than what it grants', () => {
    expect(shown(askOf, 'The hive is warm because the bees shiver together.')).toBe(
      'Why is the hive warm → Because the bees shiver together',
    );
    expect(
      shown(
        askOf,
        'While keepers like gold, the aim of the dance is to tell others where food is.',
      ),
    ).toBe('What is the aim of the dance → to tell others where food is');
    expect(shown(askOf, 'Bees hum.')).toBeUndefined();
  });
});
