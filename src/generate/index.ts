import type { CardDraft } from '../model/draft.ts';
import type { Source } from '../model/source.ts';
import { argumentChain } from './argument-chain.ts';
import { attributedQuote } from './attributed-quote.ts';
import { definingSentence } from './defining-sentence.ts';
import type { Drafter } from './drafter.ts';
import { numberedReasons } from './numbered-reasons.ts';
import { questionHeading } from './question-heading.ts';
import type { Rule } from './rule.ts';
import { termList } from './term-list.ts';

/** All rules; where two make the same term, the earlier one is kept. */
export const rules: readonly Rule[] = [
  questionHeading,
  numberedReasons,
  argumentChain,
  termList,
  attributedQuote,
  definingSentence,
];

/** What the rules propose for a document, in the order of its passages. */
export function draftByRules(source: Source): readonly CardDraft[] {
  return rules
    .flatMap((rule) => rule.draft(source))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The rules as a drafter among others. */
export const ruleDrafter: Drafter = {
  name: 'rules',
  draft: async (source, { signal, progress }) => {
    signal?.throwIfAborted();
    const drafts = draftByRules(source);
    progress?.(source.passages.length, source.passages.length);
    return drafts;
  },
};
