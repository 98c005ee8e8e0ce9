import type { SpokenSentence } from './sentences.ts';
import type { Tagged } from './tagger.ts';

/** What a card can ask of what somebody says: words in small letters, without their last mark. */
export type SpokenContent =
  | {
      readonly kind: 'question';
      /** Without its mark; the speaker's name is put behind it. */
      readonly question: string;
      readonly answer: string;
    }
  | {
      readonly kind: 'claim';
      /** Quoted in a question for its reason. */
      readonly claim: string;
      readonly answer: string;
    }
  | {
      readonly kind: 'call';
      /** Quoted in a question for what the speaker means by it. */
      readonly phrase: string;
      readonly answer: string;
    }
  | {
      readonly kind: 'cloze';
      readonly before: string;
      readonly hidden: string;
      readonly after: string;
    };

/** A card made of what somebody says, with its place in the paragraph. */
export interface SpokenPattern {
  readonly slot: 'because' | 'what-is' | 'called' | 'if' | 'named' | 'cloze';
  readonly content: SpokenContent;
  readonly start: number;
  readonly end: number;
  /** How often such cards are good, up to 1. */
  readonly score: number;
}

/** Makes cards of one sentence; `words` are those of its paragraph. */
export type SpokenRule = (
  sentence: SpokenSentence,
  words: readonly Tagged[],
) => SpokenPattern | undefined;

/** Words that a written card has no use for. */
export const unfit =
  /[[\]…{}]|\b(?:fucktonne|bullshit|freaking|noodle|as you mentioned|\d\d already|you know|or something|kind of like|i don't know|who knows|i'm happy to|let's say|oh man|i mean|whatnot)\b/i;

/** What points at words before it. */
const leaning =
  /^(?:it|its|it's|that|that's|this|they|they're|these|those|he|she|there|there's|which|who|or|than|as|such|one|them|then|what|so|another|the other|other|also|here|here's)\b/i;

const pointers =
  /\b(?:do that|this|these|those|such|that (?:is|was|would|will|could|system|problem|way|question|kind|work|point)|like that|the (?:same|other|latter|former|former|point you)|that(?=$|,| (?:and|in|at|to|for|by|with|through|on|but|as)\b)|your|you(?:'re| are) (?:making|saying)|here|he|she|him|her)\b/i;
const pronoun = /\b(?:it|its|it's|they|they're|them|their)\b/i;
const nounBefore = /\b[\p{L}-]{4,}(?:s|ing|ion|ity|em|el|or|er|nce|ai|ty|ch|ht|ug|pt|4)?\b/iu;

/** "It feels like", "there is": words that stand for nothing. */
const expletive =
  /^(?:it (?:really |just |actually )*(?:feels|seems|looks|turns out) (?:like|that)|it(?:'s| is| was) (?:really |so |very |also |much |just |kind of |pretty )*(?:important|possible|hard|easy|easier|harder|clear|likely|true|useful|good|better) (?:to|that|how)|there(?:'s| is| are| was| were)) /i;

/** Whether words can be understood without what was said before them. */
export function standsAlone(said: string): boolean {
  const text = said.replace(expletive, '');
  if (leaning.test(text) || pointers.test(text)) return false;
  const at = pronoun.exec(text)?.index;
  if (at === undefined) return true;
  // "If AI systems get better, they …": what a pronoun stands for came in the same sentence.
  const before = text
    .slice(0, at)
    .replaceAll(
      /\b(?:have|want|would|could|should|really|think|when|need|make|from|with|what|that|find|look|know|like|just|more|much)\b/gi,
      '',
    );
  return nounBefore.test(before) && at > 8;
}

/** So many words without a mark are more than one sentence. */
export function runsOn(text: string, most: number): boolean {
  return text.split(/[.,—]/).some((part) => part.trim().split(' ').length > most);
}

const lost =
  /\b(?:and|but|so|or|because|the|a|an|of|to|that|is|are|if|like|i|we|in|for|how|what|just|some|very|really|which|sometimes|presently|by|as far|so far as|as well as)$/i;
const lostOfClaim = /\b(?:and|but|so|or|the|a|an|to|that|is|are|if|like|i|we)$/i;

/** Whether words have lost what follows them; "where the food is" has not. */
export function isCutOff(text: string, kind: 'answer' | 'claim' = 'answer'): boolean {
  // A claim may end in "the level that we work at", an answer hardly.
  const pattern = kind === 'claim' ? lostOfClaim : lost;
  return pattern.test(text.replace(/(?<=\b(?:how|what|where|who) [^,.]{1,60}) (?:is|are)$/i, ''));
}
