import type { CardDraft } from '../model/draft.ts';
import type { Passage, Source } from '../model/source.ts';
import { cardMarkdown } from './card-markdown.ts';
import { draftFrom } from './draft.ts';
import { quoteQuestion } from './quote-question.ts';
import type { Rule } from './rule.ts';
import { countWords, loweringFor, type Lowering } from './words.ts';

/**
 * A saying in a list: what does the list have its speaker say on the topic? The list is a secondary
 * source, so the question names it, and the note says where the list claims to have it from.
 */
export const attributedQuote: Rule = {
  id: 'attributed-quote',
  draft: (source) => draftsOf(source, loweringFor(source)),
};

function draftsOf(source: Source, lower: Lowering): CardDraft[] {
  return source.passages.flatMap((passage) =>
    passage.kind === 'quote' && passage.region === 'body' ? draftOf(source, passage, lower) : [],
  );
}

type QuotePassage = Extract<Passage, { readonly kind: 'quote' }>;

/** A quotation may be longer than an answer in one's own words. */
const mostWords = 45;

function draftOf(source: Source, passage: QuotePassage, lower: Lowering): CardDraft[] {
  const asked = ask(source, passage, lower);
  if (asked === undefined || countWords(asked.answer) > mostWords) return [];
  return [
    draftFrom(source, passage, {
      rule: attributedQuote.id,
      slot: asked.slot,
      role: 'quote',
      content: { kind: 'basic', question: asked.question, answer: asked.answer },
      note: noteOf(source, passage),
      from: { start: 0, end: passage.text.length },
      score: passage.topic === '' ? 0.6 : 0.8,
      // What only a heading asks for, a person words better.
      sure: asked.sure ?? true,
    }),
  ];
}

function ask(
  source: Source,
  passage: QuotePassage,
  lower: Lowering,
): { slot: string; question: string; answer: string; sure?: boolean } | undefined {
  const { speaker, topic, fromPublication } = passage;
  const said = `“${cardMarkdown(passage, { start: 0, end: passage.text.length })}”`;
  const list = `“${source.title}”`;
  if (topic === '') {
    if (fromPublication || speaker === undefined) return undefined;
    return {
      slot: 'who',
      question: `To whom does the list ${list} attribute this: ${said}`,
      answer: speaker,
    };
  }
  const asked = speaker === undefined ? undefined : quoteQuestion(passage, speaker, lower);
  if (asked !== undefined) return { slot: 'statement', ...asked };
  const question =
    speaker === undefined
      ? `What does the list ${list} quote on ${topic}?`
      : `Which view on ${topic} is attributed to ${speaker}?`;
  return { slot: 'statement', question, answer: said, sure: false };
}

function noteOf(source: Source, { fromPublication, attributedTo, speaker }: QuotePassage): string {
  if (speaker === undefined || !fromPublication)
    return `As the list “${source.title}” gives it, a secondary source.`;
  return `Attributed to ${speaker} by the list “${source.title}”, a secondary source; it names ${attributedTo}.`;
}
