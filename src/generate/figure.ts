import type { CardDraft } from '../model/draft.ts';
import type { Span } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { clozeText } from './cloze-text.ts';
import { draftFrom } from './draft.ts';
import { type ProseSentence, proseSentences } from './prose.ts';
import type { Rule } from './rule.ts';
import { sentencesOf } from './sentence.ts';
import {
  countWords,
  isFirstOrSecondPerson,
  mentionsDocument,
  startsWithReference,
} from './words.ts';

/** A sentence that gives a share, an amount with its unit, a span of time or a year: a cloze of the figure. */
export const figure: Rule = {
  id: 'figure',
  draft: (source) =>
    proseSentences(source, sentencesOf).flatMap((sentence) => draftOf(source, sentence)),
};

const units =
  'years?|months?|weeks?|days?|hours?|minutes?|people|members|researchers|employees|countries|cells|words|pages|dollars|euros|pounds|metres|meters|kilometres|kilometers|kilograms?|grams?|tonnes?|degrees|parameters|tokens|times|percent|per cent|litres?|liters?|megawatts|kilowatts|watts|volts|km|kg|cm|mm|MW|GW|kW|°C|°F';
const counted =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|hundred|a dozen|half a|one';
/** "four to" and "3–" before an amount: a range is one figure, and half of it would give the other away. */
const rangeStart = String.raw`(?:(?:\d[\d.,]*(?: ?%)?|${counted})(?: to | or |[–-]))?`;
const figures = new RegExp(
  String.raw`(?<![\p{L}\d.,–-])(?:[$€£]\d[\d.,]*\d?(?: (?:thousand|million|billion|trillion))?|${rangeStart}\d[\d.,]*(?: ?%| (?:percent|per cent))|${rangeStart}\d{1,3}(?:[.,]\d{3})*(?: (?:thousand|million|billion|trillion))?[ -](?:${units})(?![\p{L}])|${rangeStart}(?:${counted})[ -](?:${units})(?![\p{L}])|(?:1[5-9]|20)\d{2}s?(?![\d%\p{L}]))`,
  'giu',
);
const mostHoles = 2;
const mostWords = 34;

function draftOf(source: Source, sentence: ProseSentence): CardDraft[] {
  const { passage, text, start, end } = sentence;
  const holes = [...text.matchAll(figures)].map(({ 0: found, index }): Span => ({
    start: start + index,
    end: start + index + found.replace(/[.,]$/, '').length,
  }));
  const words = countWords(text);
  if (holes.length === 0 || holes.length > mostHoles || words > mostWords || words < 8) return [];
  if (
    isFirstOrSecondPerson(text) ||
    mentionsDocument(text) ||
    /\b(?:last|next|this) (?:year|month|week)\b|\bago\b/i.test(text)
  )
    return [];
  const from = contextStart(sentence);
  if (from === undefined) return [];
  const cloze = clozeText(passage, { start: from, end }, holes);
  if (cloze === undefined) return [];
  return [
    draftFrom(source, passage, {
      rule: figure.id,
      slot: 'figures',
      role: 'fact',
      content: { kind: 'cloze', text: cloze },
      from: { start: from, end },
      score: 0.6,
    }),
  ];
}

/** A sentence that leans on the one before it takes that along, where both are short; undefined where they are not. */
function contextStart({ passage, text, start, before }: ProseSentence): number | undefined {
  const leans =
    startsWithReference(text) ||
    /\b(?:the (?:project|team|lab|company|group|paper|study|effort|plan)|there|this|these|such|its?|they|their|he|she|his|her)\b/i.test(
      text.replaceAll(/\b(?:its?|their|his|her) own\b/gi, ''),
    );
  const owned =
    /(?:^|^[^,]{1,60}, )[^,]*?\p{Lu}\p{L}+ [^,]*?\b(?:its|their|his|her)\b/u.test(text) &&
    !/\bthe (?:project|team|lab|company|group|paper|study|effort|plan)\b/i.test(text);
  if (!leans || owned) return start;
  const from = passage.text.lastIndexOf(before, start - 1);
  if (before === '' || from === -1 || startsWithReference(before)) return undefined;
  return countWords(before) + countWords(text) <= 60 && !isFirstOrSecondPerson(before)
    ? from
    : undefined;
}
