import type { CardDraft } from '../model/draft.ts';
import type { Passage, Source } from '../model/source.ts';
import { cardMarkdown } from './card-markdown.ts';
import { draftFrom } from './draft.ts';
import type { Rule } from './rule.ts';
import { countWords } from './words.ts';

/**
 * A saying in a list: what does the list have its speaker say on the topic? The list is a secondary
 * source, so the question names it, and the note says where the list claims to have it from.
 */
export const attributedQuote: Rule = {
  id: 'attributed-quote',
  draft: (source) =>
    source.passages.flatMap((passage) =>
      passage.kind === 'quote' && passage.region === 'body' ? draftOf(source, passage) : [],
    ),
};

type QuotePassage = Extract<Passage, { readonly kind: 'quote' }>;

/** A quotation may be longer than an answer in one's own words. */
const mostWords = 45;

function draftOf(source: Source, passage: QuotePassage): CardDraft[] {
  const asked = ask(source, passage);
  if (asked === undefined || countWords(passage.quote) > mostWords) return [];
  return [
    draftFrom(source, passage, {
      rule: attributedQuote.id,
      slot: asked.slot,
      role: 'quote',
      content: { kind: 'basic', question: asked.question, answer: asked.answer },
      note: noteOf(source, passage),
      from: { start: 0, end: passage.text.length },
      score: passage.topic === '' ? 0.6 : 0.8,
    }),
  ];
}

function ask(
  source: Source,
  passage: QuotePassage,
): { slot: string; question: string; answer: string } | undefined {
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
  const question =
    speaker === undefined
      ? `What does the list ${list} quote on ${topic}?`
      : (definition(topic, speaker) ??
        `What does the list have ${shortName(speaker)} say on ${topic}?`);
  return { slot: 'statement', question, answer: said };
}

/** "On the definition of being aligned" asks for one. */
function definition(topic: string, speaker: string): string | undefined {
  const term = /^the definition of (.+)$/i.exec(topic)?.[1];
  return term === undefined
    ? undefined
    : `How does the list have ${shortName(speaker)} define ${term}?`;
}

/** The last of a person's names; a title or a work after a comma is left out. */
function shortName(speaker: string): string {
  const name = speaker.split(',')[0] ?? speaker;
  const words = name.trim().split(/\s+/);
  return words.length <= 3 ? (words.at(-1) ?? name) : name;
}

function noteOf(source: Source, { fromPublication, attributedTo, speaker }: QuotePassage): string {
  if (speaker === undefined || !fromPublication)
    return `As the list “${source.title}” gives it, a secondary source.`;
  return `Attributed to ${speaker} by the list “${source.title}”, a secondary source; it names ${attributedTo}.`;
}
