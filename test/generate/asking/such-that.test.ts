import { describe, expect, it } from 'vitest';
import { askSuchThat } from '../../../src/generate/asking/such-that.ts';
import { shown } from './shown.ts';

describe('askSuchThat', () => {
  it('asks what follows from doing something', () => {
    expect(shown(askSuchThat, 'One way: let bees do the work, such that the keeper rests.')).toBe(
      'What happens if one lets bees do the work → the keeper rests',
    );
    expect(
      shown(askSuchThat, 'One way: let them do the work, such that the keeper rests.'),
    ).toBeUndefined();
  });
});
