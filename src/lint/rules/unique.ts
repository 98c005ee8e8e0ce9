import type { LintRule } from '../rule.ts';

/** Q12: no other card, in any deck, asks the same, and nobody turned such a one down. */
export const unique: LintRule = {
  id: 'Q12',
  name: 'unique',
  check: (card, { mates, turnedDown }) => {
    const near = mates.nearest(card);
    const base = { severity: 'error', words: '' } as const;
    if (near !== undefined)
      return [
        {
          ...base,
          message: `it says nearly the same as ${near.name}`,
          remedy: 'Keep the better of the two.',
          other: near.name,
        },
      ];
    const refused = turnedDown.nearest(card);
    if (refused === undefined) return [];
    return [
      {
        ...base,
        message: `it says nearly the same as ${refused.name}`,
        remedy: 'Leave it out.',
      },
    ];
  },
};
