import type { CardDraft } from '../model/draft.ts';
import type { Source } from '../model/source.ts';
import { argumentChain } from './argument-chain.ts';
import { attributedQuote } from './attributed-quote.ts';
import { claimBecause } from './claim-because.ts';
import { condition } from './condition.ts';
import { definingSentence } from './defining-sentence.ts';
import type { Drafter } from './drafter.ts';
import { numberedReasons } from './numbered-reasons.ts';
import { questionHeading } from './question-heading.ts';
import { boldQuestion } from './bold-question.ts';
import { contrast } from './contrast.ts';
import { figure } from './figure.ts';
import { hasGap } from './gap.ts';
import { introducedQuotation } from './introduced-quotation.ts';
import { tableRow } from './table-row.ts';
import { turnQuestion } from './turn-question.ts';
import type { Rule } from './rule.ts';
import { termList } from './term-list.ts';
import { whatIs } from './what-is.ts';

/** All rules; where two make the same term, the earlier one is kept. */
export const rules: readonly Rule[] = [
  questionHeading,
  boldQuestion,
  turnQuestion,
  numberedReasons,
  argumentChain,
  termList,
  attributedQuote,
  definingSentence,
  claimBecause,
  condition,
  whatIs,
  introducedQuotation,
  figure,
  contrast,
  tableRow,
];

/** Rules that take any sentence of prose; what another rule has asked they leave alone. */
const ofAnySentence: ReadonlySet<string> = new Set(
  [claimBecause, condition, whatIs, figure, contrast].map(({ id }) => id),
);

/** What the rules propose for a document, in the order of its passages. */
export function draftByRules(source: Source): readonly CardDraft[] {
  return inOrder(
    source,
    rules.flatMap((rule) => rule.draft(source)),
  );
}

function inOrder(source: Source, found: readonly CardDraft[]): readonly CardDraft[] {
  const drafts = isTalk(source) ? found.filter((draft) => !hasGap(draft)) : found;
  const asked = new Set(
    drafts.filter(({ rule }) => !ofAnySentence.has(rule)).map(({ sentence }) => sentence),
  );
  return drafts
    .filter(({ rule, sentence }) => !ofAnySentence.has(rule) || !asked.has(sentence))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The rules as a drafter among others. */
export const ruleDrafter: Drafter = {
  name: 'rules',
  draft: async (source, { signal, progress }) => {
    const drafts: (readonly CardDraft[])[] = [];
    for (const [done, rule] of rules.entries()) {
      signal?.throwIfAborted();
      drafts.push(rule.draft(source));
      await progress?.(done + 1, rules.length);
    }
    return inOrder(source, drafts.flat());
  },
};

/** A talk: what is written of it may have neither marks nor capitals, so it is read after other documents. */
export function isTalk({ kind }: Source): boolean {
  return kind === 'transcript' || kind === 'subtitles';
}

/** Reads talks without punctuation; what it needs for that is loaded only when there is one. */
export const transcriptDrafter: Drafter = {
  name: 'transcript',
  draft: async (source, { signal, names }) => {
    if (!isTalk(source)) return [];
    const { draftTalk, isUnpunctuatedTalk } = await import('./transcript/index.ts');
    return isUnpunctuatedTalk(source) ? draftTalk(source, { signal, names }) : [];
  },
};

/** All drafters that need nobody's leave. */
export const drafters: readonly Drafter[] = [ruleDrafter, transcriptDrafter];
