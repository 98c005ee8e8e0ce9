import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../src/app/did-you-mean.ts';

const names = ['new_per_day', 'fuzz', 'keys', 'reviews_per_day'];

describe('the name that was probably meant', () => {
  it.each([
    ['new_per_dya', 'new_per_day'],
    ['newperday', 'new_per_day'],
    ['fuz', 'fuzz'],
    ['KEYS', 'keys'],
    ['review_per_day', 'reviews_per_day'],
  ])('%s → %s', (written, meant) => expect(didYouMean(written, names)).toBe(meant));

  it.each(['colour', 'day', ''])('none for "%s"', (written) =>
    expect(didYouMean(written, names)).toBeUndefined(),
  );
});
