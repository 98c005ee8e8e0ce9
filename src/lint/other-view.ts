import type { ReadText } from './read-text.ts';

const signs =
  /\b(?:believed|supposed|wrongly|mistak\w+|myth|misconception|until|till|formerly|used to|at first|as if)\b/i;

/** Whether a passage speaks of what was so before, or of what somebody took for true: a card may say the contrary of it. */
export function hasOtherView({ text }: ReadText): boolean {
  return signs.test(text);
}
