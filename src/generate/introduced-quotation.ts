import type { CardDraft } from '../model/draft.ts';
import type { Passage, Source } from '../model/source.ts';
import { cardMarkdown } from './card-markdown.ts';
import { draftFrom } from './draft.ts';
import type { Rule } from './rule.ts';
import { sentencesOf } from './sentence.ts';
import { countWords } from './words.ts';

/** `Jan is hopeful. As he explains:` and a paragraph in his words — why is Jan hopeful, in his own words? */
export const introducedQuotation: Rule = {
  id: 'introduced-quotation',
  draft: (source) =>
    source.passages.flatMap((passage, index) => {
      const before = source.passages[index - 1];
      if (
        before === undefined ||
        before.speaker === passage.speaker ||
        passage.kind !== 'paragraph'
      )
        return [];
      return source.kind === 'web-capture' && passage.region === 'body'
        ? draftOf(source, before, passage)
        : [];
    }),
};

/** One thought of somebody's own, not all that he says. */
const mostWords = 32;

function draftOf(source: Source, before: Passage, quotation: Passage): CardDraft[] {
  const { speaker } = quotation;
  const claim = sentencesOf(before)
    .at(-2)
    ?.text.replace(/^(?:But|And|Yet|Still) /, '');
  const first = speaker?.split(' ')[0] ?? '';
  const stance = new RegExp(
    String.raw`^(?:${speaker}|${first}) (?<verb>is|was) (?<what>(?:\p{L}+ly )?(?!not )\p{L}+)\.$`,
    'u',
  ).exec(claim ?? '')?.groups;
  if (speaker === undefined || stance === undefined) return [];
  const end = wholeSentences(quotation);
  if (end === undefined) return [];
  const short = speaker.split(' ').at(-1) ?? speaker;
  const question = `In ${short}’s own words: why ${stance['verb']} ${speaker} ${stance['what']}?`;
  return [
    draftFrom(source, quotation, {
      rule: introducedQuotation.id,
      slot: 'words',
      role: 'quote',
      content: {
        kind: 'basic',
        question,
        answer: `“${cardMarkdown(quotation, { start: 0, end })}”`,
      },
      from: { start: 0, end },
      score: 0.6,
    }),
  ];
}

function wholeSentences(quotation: Passage): number | undefined {
  return sentencesOf(quotation).findLast(
    ({ end }) => countWords(quotation.text.slice(0, end)) <= mostWords,
  )?.end;
}
