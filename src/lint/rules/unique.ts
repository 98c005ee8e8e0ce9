import type { LintRule } from '../rule.ts';

/** Q12: no other card, in any deck, asks the same, and nobody turned such a one down. */
export const unique: LintRule = {
  id: 'Q12',
  name: 'unique',
  check: (card, { mates, turnedDown }) => {
    const near = mates.nearest(card);
    const base = { words: '' } as const;
    if (near !== undefined)
      return [
        {
          ...base,
          severity: near.sure ? 'error' : 'warning',
          message: near.sure
            ? `it says nearly the same as ${near.name}`
            : `it may ask the same as ${near.name}, which is about the same sentence`,
          remedy: 'Keep the better of the two.',
          other: near.name,
        },
      ];
    const refused = turnedDown.nearest(card);
    if (refused?.sure !== true) return [];
    return [
      {
        ...base,
        severity: 'error',
        message: `it says nearly the same as ${refused.name}`,
        remedy: 'Leave it out.',
      },
    ];
  },
};
