import type { Finding, RuleId } from './finding.ts';
import type { TermFinder } from './glossary.ts';
import type { NearCards } from './near-cards.ts';
import type { ReadCard } from './read-card.ts';

/** What a rule may ask about beyond the card. */
export interface LintContext {
  readonly mates: NearCards;
  /** Drafts that a person turned down. */
  readonly turnedDown: NearCards;
  /** Finds the terms that need introducing; undefined where there is no glossary. */
  readonly terms: TermFinder | undefined;
}

/**
 * One rule of the rubric. A new rule is a file with such a value, a line in `rules/index.ts` and an
 * entry in `docs/lint.md`. It takes no more than linear time in the card and its passages.
 */
export interface LintRule {
  readonly id: RuleId;
  /** What a card that keeps the rule is. */
  readonly name: string;
  check(card: ReadCard, context: LintContext): readonly Complaint[];
}

/** A finding before the rule's id is put to it. */
export type Complaint = Omit<Finding, 'rule'>;

/** Quotes offending words for a message, shortened where they are many. */
export function quoted(words: string): string {
  const flat = words.replaceAll(/\s+/g, ' ').trim();
  return `"${flat.length > 60 ? `${flat.slice(0, 57).trimEnd()}…` : flat}"`;
}
