import type { CardDraft } from '../model/draft.ts';
import type { Passage, Source } from '../model/source.ts';
import { cardMarkdown } from './card-markdown.ts';
import { draftFrom } from './draft.ts';
import { roleOf } from './question-heading.ts';
import type { Rule } from './rule.ts';
import { type Sentence, sentencesOf } from './sentence.ts';
import { inThirdPersonOf, leansBack } from './third-person.ts';
import { countWords } from './words.ts';

/** A question that one speaker asks in a talk, and the first sentences of the other's answer. */
export const turnQuestion: Rule = {
  id: 'turn-question',
  draft: (source) => {
    if (source.kind !== 'transcript' && source.kind !== 'subtitles') return [];
    return source.passages.flatMap((answer, index) => {
      const asked = source.passages[index - 1];
      if (asked === undefined || asked.speaker === answer.speaker) return [];
      if (asked.region !== 'body' || answer.region !== 'body' || answer.readBy !== undefined)
        return [];
      return draftOf(source, asked, answer);
    });
  },
};

const fewestWords = 8;
const mostWords = 45;
const interrogative = /^(?:why|how|what|which|who|when|where|in what|to what|on what|for what)\b/i;
const opening = /^(?:(?:ok|okay|so|and|but|right|yeah|yes|now|well|i see|great)[,.]? )+/i;

function draftOf(source: Source, asked: Passage, answer: Passage): CardDraft[] {
  const question = lastQuestion(asked);
  const { speaker } = answer;
  if (question === undefined || speaker === undefined || !speaker.includes(' ')) return [];
  const told = inThirdPersonOf(question, speaker);
  if (told === undefined || leansBack(told) || countWords(told) < 5 || countWords(told) > 30)
    return [];
  const from = firstWords(answer);
  if (from === undefined) return [];
  const named = told.includes(speaker)
    ? told
    : `${told.replace(/\?$/, '')}, according to ${speaker}?`;
  return [
    draftFrom(source, answer, {
      rule: turnQuestion.id,
      slot: 'answer',
      role: roleOf({ text: told }),
      content: {
        kind: 'basic',
        question: named.charAt(0).toUpperCase() + named.slice(1),
        answer: `“${cardMarkdown(answer, from)}”`,
      },
      from,
      score: 0.6,
    }),
  ];
}

function lastQuestion(passage: Passage): string | undefined {
  const text = sentencesOf(passage)
    .findLast((sentence) => sentence.text.endsWith('?'))
    ?.text.replace(opening, '');
  return text !== undefined && interrogative.test(text) ? text : undefined;
}

/** The first sentences that say something, as many as an answer holds. */
function firstWords(answer: Passage): { start: number; end: number } | undefined {
  const sentences: readonly Sentence[] = sentencesOf(answer);
  const first = sentences.findIndex(
    ({ text }) =>
      countWords(text) >= 4 &&
      !/^(?:yeah|yes|right|sure|great question|good question|that's right|thanks?)\b/i.test(text),
  );
  const start = sentences[first]?.start;
  if (start === undefined) return undefined;
  let end = start;
  for (const sentence of sentences.slice(first)) {
    if (
      countWords(answer.text.slice(start, sentence.end)) > mostWords ||
      sentence.text.endsWith('?')
    )
      break;
    end = sentence.end;
    if (countWords(answer.text.slice(start, end)) >= 20) break;
  }
  return countWords(answer.text.slice(start, end)) < fewestWords ? undefined : { start, end };
}
