import { countWords } from '../words.ts';
import type { SpokenSentence } from './sentences.ts';
import { isCutOff, runsOn, type SpokenRule, standsAlone, unfit } from './spoken-pattern.ts';

/** A claim quoted in a question says more than a pronoun and a verb. */
const fewestClaimWords = 5;
const mostClaimWords = 38;

/** `A because B`, with A in the speaker's own words: for which reason is it said? */
export const spokenReason: SpokenRule = ({ text, start, end, before }) => {
  const at = / because (?!of\b)/.exec(text)?.index;
  if (at === undefined || unfit.test(text)) return undefined;
  const own = text
    .slice(0, at)
    .replace(/^.*(?:, (?:and|so|but) )(?=(?:\S+ ){6})/, '')
    .replace(/(?:,| —| just| simply| mostly| and| but| so| right| even)+$/, '');
  const reason = reasonIn(text.slice(at + ' because '.length));
  const claim = standsAlone(own) ? own : withContext(own, before);
  if (claim === undefined || reason === undefined || !isClaim(own) || !isClaim(claim))
    return undefined;
  if (countWords(claim) < fewestClaimWords) return undefined;
  return {
    slot: 'because',
    content: { kind: 'claim', claim, answer: `because ${reason}` },
    start: claim === own ? start : (before?.start ?? start),
    end,
    score: claim === own ? 0.74 : 0.7,
  };
};

/** "It works well" says nothing without the sentence before it that names what does. */
function withContext(own: string, before: SpokenSentence | undefined): string | undefined {
  const context = before?.main ?? before;
  if (context === undefined || !/^(?:it|they)\b/i.test(own) || !standsAlone(context.text))
    return undefined;
  if (unfit.test(context.text) || isCutOff(context.text, 'claim') || !isClaim(context.text))
    return undefined;
  const whole = `${context.text}. ${own.charAt(0).toUpperCase()}${own.slice(1)}`;
  return countWords(whole) <= mostClaimWords ? whole : undefined;
}

function reasonIn(said: string): string | undefined {
  const reason = said
    .replace(/ — .*$/, '')
    .replace(/(?<=(?:\S+ ){6}\S+) like (?:you|if|we|i|when) .*$/i, '')
    .replace(/, (?:and|so|but) (?:i|you|we|then|that|the) .*$/i, '');
  const words = countWords(reason);
  return words < 5 || words > 36 || runsOn(reason, 28) || isCutOff(reason) ? undefined : reason;
}

function isClaim(claim: string): boolean {
  return (
    !unclaimed.test(claim) &&
    !isCutOff(claim, 'claim') &&
    !runsOn(claim, 36) &&
    countWords(claim) <= mostClaimWords &&
    !/^(?:what|how|why|if|when|because) /i.test(claim)
  );
}

/** Half sentences and asides, which are no claims. */
const unclaimed =
  /^(?:the reason|in the|in fact|by |for |with |at |i want|i'm excited|i don't|let's|you're|you don't|—|that's)|\b(?:your question|a lot more|on top|whatever we can)\b| — /i;
