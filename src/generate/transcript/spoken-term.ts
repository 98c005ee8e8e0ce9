import { clausesOf } from './clauses.ts';
import { isCutOff, runsOn, type SpokenPattern, standsAlone, unfit } from './spoken-pattern.ts';
import type { Tagged } from './tagger.ts';

const explained =
  / — (?:(?:which|this|that) (?:is|was) (?:basically |really |just |essentially )?(?=an? |the |when |where )|where (?:basically |essentially |really )?(?=\S))/g;

const shown =
  /(?<=\b(?:there's|called|or|like|is|and|ideas|—) (?:[\p{L}-]+ ){1,4})where (?=(?:you|we|the|two|one|a|an|people) )/gu;
const hollow =
  /\b(?:way|ways|case|cases|thing|things|point|world|worlds|place|setting|settings|scenario|scenarios|aspect|path|paths|problem|problems|lot|lots|stage|situation|examples?|kind|experiments?|areas?|time|times|moment|sense|something|here|future)$/i;

/** `X where you do Y`: what is X? Terms that a talk explains in passing. */
function shownTerms(
  text: string,
  words: readonly Tagged[],
  ends: readonly number[],
): SpokenPattern[] {
  return [...text.matchAll(shown)].flatMap(({ index, 0: whole }) => {
    const term = termBefore(words, index - 1);
    const start = index + whole.length;
    const stop =
      nearEnds(ends, start).findLast(
        (end) => end > start + 24 && text.slice(start, end).split(' ').length <= 30,
      ) ?? Math.min(text.length, start + reach);
    const answer = text
      .slice(start, stop)
      .replace(/(?: (?:and|but|so|or|then))+$/i, '')
      .trim();
    const count = answer.split(' ').length;
    if (term === undefined || hollow.test(term) || count < 6 || count > 34) return [];
    if (unfit.test(answer) || isCutOff(answer) || runsOn(answer, 30) || !standsAlone(answer))
      return [];
    const content = { kind: 'question' as const, question: `what is ${term}`, answer };
    return [
      { slot: 'called' as const, content, start: index - term.length - 1, end: stop, score: 0.72 },
    ];
  });
}

/** `X — which is basically a Y`, `what we call X — where …`, `X where you do Y`: what is X? */
export function spokenTerms(text: string, words: readonly Tagged[]): SpokenPattern[] {
  const ends = clausesOf(words).map(({ end }) => end);
  const explanations = [...text.matchAll(explained)].flatMap(({ index, 0: whole }) => {
    const term = termBefore(words, index);
    const start = index + whole.length;
    const end = definitionEnd(text, ends, start);
    const answer = text.slice(start, end).trim();
    const count = answer.split(' ').length;
    if (term === undefined || count < 6 || count > 36) return [];
    if (unfit.test(answer) || isCutOff(answer) || runsOn(answer, 30)) return [];
    const isWhere = / where/.test(whole);
    if (isWhere && !/\b(?:call|called)\b/i.test(text.slice(Math.max(0, index - 60), index)))
      return [];
    const content = { kind: 'question' as const, question: `what is ${term}`, answer };
    return [{ slot: 'called' as const, content, start: index, end, score: 0.8 }];
  });
  return [...explanations, ...shownTerms(text, words, ends)];
}

/** The farthest end of a clause that still leaves a definition one can hold. */
function definitionEnd(text: string, ends: readonly number[], start: number): number {
  const fit = nearEnds(ends, start).filter(
    (end) => end > start + 30 && text.slice(start, end).split(' ').length <= 34,
  );
  const dash = text.indexOf(' —', start);
  return Math.min(fit.at(-1) ?? start + reach, dash === -1 ? text.length : dash, text.length);
}

/** Characters of an explanation, at most. */
const reach = 320;

/** Ends of clauses that an explanation can have: those not far behind its start. */
function nearEnds(ends: readonly number[], start: number): readonly number[] {
  const from = firstBehind(ends.length, (at) => (ends[at] ?? 0) > start);
  const to = firstBehind(ends.length, (at) => (ends[at] ?? 0) > start + reach);
  return ends.slice(from, to);
}

/** The first of so many places in order of which something is true, their number where none is. */
function firstBehind(count: number, isBehind: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The noun phrase that ends at an offset. */
function termBefore(words: readonly Tagged[], offset: number): string | undefined {
  const until = firstBehind(words.length, (at) => (words[at]?.end ?? 0) > offset) - 1;
  let from = until + 1;
  while (from > 0 && until - from < 7) {
    const word = words[from - 1];
    if (
      word === undefined ||
      (!/^(?:NOUN|PROPN|ADJ|ADP|PUNCT)$/.test(word.pos) && !/(?:ing|ed)$/.test(word.text)) ||
      /^(?:about|on|in|is|by|at|using)$/i.test(word.text)
    )
      break;
    from -= 1;
  }
  if (words[from - 1]?.pos === 'DET' && until >= from) from -= 1;
  const phrase = words.slice(from, until + 1);
  if (!phrase.some(({ pos }) => pos === 'NOUN' || pos === 'PROPN')) return undefined;
  const text = phrase
    .map(({ text: word }) => word)
    .join(' ')
    .replaceAll('( ', '(')
    .replaceAll(' )', ')')
    .replaceAll(/ (?=[-])|(?<=-) /g, '');
  return text.split(' ').length <= 7 && !/^(?:this|that|these|those|it|some|a|an) /i.test(text)
    ? text
    : undefined;
}
