import { countWords } from '../words.ts';
import { isCutOff, runsOn, type SpokenRule, unfit } from './spoken-pattern.ts';

/** Nouns that a talk gives its points by. */
const heads =
  'goal|aim|job|task|problem|challenge|question|idea|reason|hope|worry|concern|risk|danger|way|path|step|trick|bet|strategy|plan|lesson|principle|advantage|limit|limitation|difference|difficulty|obstacle|mistake|answer|distinction|candidate|thing|approach|key';
const named = new RegExp(
  String.raw`^(?<phrase>(?:our|my|the|one|another|a|an) (?:[\p{L}-]+ ){0,3}?(?:${heads})s?(?: (?:(?:of|for|with|behind|to|that|why|in|about) |(?=(?:we|i|you|people)\b))[^,.—]{3,60}?)?|(?:what|where) (?:we|i)(?:'re|'ve|'m)? [^,.—]{6,60}?) (?:is|was|are|becomes) (?<rest>(?:that|to|how|whether|what|because|making|figuring|getting|using|trying|deliberately|you|we|if|don't|not)\b.+)$`,
  'iu',
);

/** `our overall goal is to …`: what is meant by the name that the speaker gives his point? */
export const spokenName: SpokenRule = ({ text, start, end }) => {
  const found = named.exec(text)?.groups;
  const { phrase, rest: whole } = found ?? {};
  if (phrase === undefined || whole === undefined || unfit.test(text)) return undefined;
  const rest = whole.replace(
    /(?:,? so for example\b|, (?:and|but|so) |,? because essentially\b).*$/i,
    '',
  );
  if (!says(phrase)) return undefined;
  const words = countWords(rest);
  if (words < 6 || words > 38 || runsOn(rest, 30) || isCutOff(rest)) return undefined;
  if (/\b(?:make|made|get|keep|let) (?:it|them)\b/i.test(rest)) return undefined;
  return {
    slot: 'named',
    content: { kind: 'call', phrase, answer: rest },
    start,
    end,
    score: 0.66,
  };
};

const empty =
  /^(?:our|my|the|one|a|an|another|of|for|with|to|that|in|about|goal|aim|problem|question|idea|reason|way|thing|path|step|answer|challenge|could|do|here|we|i|is|really|main|basic|other|first|only|next|why|whole|good|useful|simple|key|job|task|think|want|behind|actually|trick|approach|very|most|important|then|need|people|reverse|question|difference|it|it's|so|obvious)$/i;

/** Whether a name tells by itself what it is of: "our overall goal" does, "the other problem here" does not. */
export function says(phrase: string): boolean {
  if (
    /\b(?:i'll|i'd|i would|i will|let me|add|say|this|that (?:is|was)|these|it|they|them|other|another|you|doing|said|here)\b/i.test(
      phrase,
    )
  )
    return false;
  const own = phrase.split(' ').filter((word) => !empty.test(word));
  return (
    own.length > 0 ||
    /^(?:our|my) (?:\w+ )?(?:goal|job|task|aim|hope|worry|plan|strategy|concern)$/i.test(phrase)
  );
}
