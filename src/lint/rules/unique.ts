import type { LintRule } from '../rule.ts';

/** Q12: no other card, in any deck, asks the same. */
export const unique: LintRule = {
  id: 'Q12',
  name: 'unique',
  check: (card, { mates }) => {
    const near = mates.nearest(card);
    if (near === undefined) return [];
    return [
      {
        severity: 'error',
        message: `it says nearly the same as ${near.name}`,
        remedy: 'Keep the better of the two.',
        words: '',
        other: near.name,
      },
    ];
  },
};
