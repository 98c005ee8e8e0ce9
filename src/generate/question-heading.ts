import type { Role } from '../model/card.ts';
import type { CardDraft } from '../model/draft.ts';
import type { Passage, Source } from '../model/source.ts';
import { cardMarkdown } from './card-markdown.ts';
import { draftFrom, isQuestion } from './draft.ts';
import type { Rule } from './rule.ts';
import { sentencesOf } from './sentence.ts';

/** `### Why does …?` asks, and the first sentence below it answers. */
export const questionHeading: Rule = {
  id: 'question-heading',
  draft: (source) =>
    source.passages.flatMap((heading, index) => {
      const answer = source.passages[index + 1];
      if (heading.kind !== 'heading' || !isQuestion(heading.text)) return [];
      if (heading.region !== 'body' || answer?.kind !== 'paragraph') return [];
      const draft = draftOf(source, heading, answer);
      return draft === undefined ? [] : [draft];
    }),
};

function draftOf(source: Source, heading: Passage, answer: Passage): CardDraft | undefined {
  const lead = sentencesOf(answer)[0];
  // A sentence that ends in a colon answers with the list that follows it.
  if (lead === undefined || lead.text.endsWith(':') || lead.text.endsWith('?')) return undefined;
  return draftFrom(source, answer, {
    rule: questionHeading.id,
    slot: 'lead',
    role: roleOf(heading),
    content: {
      kind: 'basic',
      question: cardMarkdown(heading, { start: 0, end: heading.text.length }),
      answer: cardMarkdown(answer, lead),
    },
    from: lead,
    score: 0.9,
  });
}

/** What a question is about, by its question word and by the words that name an argument's parts. */
export function roleOf({ text }: Pick<Passage, 'text'>): Role {
  if (/\b(?:object|objections?|critics?|fears?|counter-?arguments?|answers? the)\b/i.test(text))
    return 'objection';
  if (
    /^(?:for |from )?(?:why|which reasons?|what reasons?)\b|\breasons? (?:does|do|did)\b/i.test(
      text,
    )
  )
    return 'reason';
  if (/^(?:who|when|where|how (?:much|many|long|old|far|likely|often))\b/i.test(text))
    return 'fact';
  if (/^what (?:is|are) (?:an? )?[^,]{1,60}\?$/i.test(text) || /\bmean(?:t by)?\b/i.test(text))
    return 'definition';
  return 'question';
}
