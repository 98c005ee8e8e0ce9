import type { Asked } from '../asking/asking.ts';
import { askOf } from '../asking/index.ts';
import { countWords } from '../words.ts';
import { says } from './spoken-name.ts';
import { isCutOff, runsOn, type SpokenRule, standsAlone, unfit } from './spoken-pattern.ts';

/** What the ways of asking about written sentences make of a spoken one. */
export const spokenSentence: SpokenRule = ({ text, start, end }) => {
  if (/ — /.test(text) || unfit.test(text) || !standsAlone(text)) return undefined;
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  const asked = askOf({ text: sentence, start: 0, lower: small, anybody: false });
  if (asked === undefined || !isSound(asked)) return undefined;
  const answer = sentence.slice(asked.answer.start, asked.answer.end).replace(/^which is /, '');
  const words = countWords(answer);
  if (words < 4 || words > 36 || runsOn(answer, 28) || isCutOff(answer)) return undefined;
  if (
    /^(?:us|me|him|her|them|it)\b| that's | it's |\b(?:today|right now|currently)\b/i.test(answer)
  )
    return undefined;
  return {
    slot: 'what-is',
    content: {
      kind: 'question',
      question: small(asked.question),
      answer: `${asked.lead}${answer}`,
    },
    start,
    end,
    score: 0.6,
  };
};

function small(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Speech is full of half questions; only full ones are asked. */
function isSound({ question, form }: Asked): boolean {
  if (form === 'what-must' || question.split(' ').length < (form === 'what-is' ? 3 : 5))
    return false;
  const subject = /^what (?:is|was|are|were) (.+)$/i.exec(question)?.[1];
  if (subject !== undefined && !says(subject)) return false;
  if (/\b(?:is|are|was|were) (?:has|have|is|are|was|were|maybe|ultimately)\b/.test(question))
    return false;
  return !/\b(?:it|its|this|these|those|they|them|their|such|he|she|there|here|thing|things|stuff|something|one|i|we|you|us|our|your|my|me|another|other|point|bit|lot)\b|\bthat$|\bthat (?:we|is|was|are)\b|\?/i.test(
    question.replace(/^(?:What|Why) \w+ one of\b/, ''),
  );
}
