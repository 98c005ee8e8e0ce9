import type { Severity } from '../model/problem.ts';

/** The rules of the linter, in the order of the rubric. */
export const ruleIds = [
  'Q01',
  'Q02',
  'Q03',
  'Q04',
  'Q05',
  'Q06',
  'Q07',
  'Q08',
  'Q09',
  'Q10',
  'Q11',
  'Q12',
  'Q13',
  'Q14',
  'Q15',
  'Q16',
  'Q17',
] as const;

export type RuleId = (typeof ruleIds)[number];

/** What a rule says of one card. */
export interface Finding {
  /** `off` speaks of a switch without a reason or without a rule. */
  readonly rule: RuleId | 'off';
  /** Errors keep a card out of a deck, warnings make it a draft, the rest is advice. */
  readonly severity: Severity;
  /** What is wrong, with the offending words; a sentence without its full stop. */
  readonly message: string;
  /** What to do: one imperative sentence. */
  readonly remedy: string;
  /** The offending words as they stand on the card; empty where no words of it offend. */
  readonly words: string;
  /** The other card that it doubles or disagrees with, by its name. */
  readonly other?: string;
}
