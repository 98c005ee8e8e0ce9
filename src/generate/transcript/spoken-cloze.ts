import { countWords } from '../words.ts';
import { verbBehindOpening } from './grammar.ts';
import type { SpokenSentence } from './sentences.ts';
import { isCutOff, runsOn, type SpokenPattern, standsAlone, unfit } from './spoken-pattern.ts';
import type { Tagged } from './tagger.ts';
import type { Worth } from './worth.ts';

const fewestWords = 6;
const mostWords = 34;
/** Below this a phrase is one of many that could stand there. */
const leastScore = 1.5;
/** What is said in the first person must be more about the matter. */
const leastWorth = 0.18;
const leastOwnWorth = 0.35;
/** Nouns that say nothing by themselves. */
const empty =
  /^(?:thing|things|way|ways|lot|lots|bit|bunch|kind|kinds|sort|stuff|time|times|people|part|parts|point|points|question|questions|problem|problems|something|anything|everything|nothing|moment|case|cases|idea|example|fact|sense|work|level|number|place|end|day|course|reason|others|other|many|more|most|much|same|one|ones|little|long|term|last|year|years|today|right|whole|next|first|general|terms|person|couple|amount|everyone|someone|system|systems)$/i;

const number = /\d|^(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred)$/i;

interface Hole {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** A whole sentence that stands alone, with the phrase hidden that says most; undefined where none does. */
export function spokenCloze(
  sentence: SpokenSentence,
  words: readonly Tagged[],
  text: string,
  worth: Worth,
): SpokenPattern | undefined {
  const said = text.slice(sentence.start, sentence.end);
  const count = countWords(said);
  if (count < fewestWords || count > mostWords || unfit.test(said) || / — |\?/.test(said))
    return undefined;
  if (!standsAlone(said) || runsOn(sentence.text, 30) || isCutOff(said) || !isClaim(said))
    return undefined;
  const isOwn = own.test(said) || there.test(said);
  if (asks.test(said)) return undefined;
  if (worth(said) < (isOwn ? leastOwnWorth : leastWorth)) return undefined;
  const inner = words.slice(sentence.from, sentence.to);
  const hole = bestHole(inner, worth);
  if (hole === undefined) return undefined;
  const start = inner[hole.from]?.start ?? 0;
  const end = inner[hole.to - 1]?.end ?? 0;
  return {
    slot: 'cloze',
    content: {
      kind: 'cloze',
      before: text.slice(sentence.start, start),
      hidden: text.slice(start, end),
      after: text.slice(end, sentence.end),
    },
    start: sentence.start,
    end: sentence.end,
    score: 0.36 + hole.score * 0.1 - (own.test(said) ? 0.08 : 0) - (count < 9 ? 0.05 : 0),
  };
}

/** Begins in the speaker's own person, where he says what is needed, known or wanted. */
const own =
  /^(?:we|i|you) (?=(?:really |still |only |also |just |definitely |actually )*(?:need|must|should|have to|don't have|don't know|can't|still want|know) )/i;
const personal =
  /^(?:i|i'm|i'd|i've|you|you're|you'll|let|let's|we|we're|we'll|we've|what|when|if|once|because|while|maybe|even|not|how|why|where|right|nobody|everyone|my|there|there's|people also|similar|the question|the reverse|the simple|do|doing)\b|\b(?:i|my|i'm|i've|gonna|is there|are there|what are|how do|and see)\b/i;

/** A question that goes on from a sentence, or a condition that nothing follows. */
const asks =
  /\b(?:is|are|was|does|do|did|can|could|would|'s) (?:it|that|this|there|they|we|you|he|she)\b|\b(?:from|of|about|is) if\b|\bwhat's\b/i;

/** "There's plenty of …" says something where it goes on for long. */
const there = /^there(?:'s| is| are) (?!.*\bother\b)(?=(?:\S+ ){12})/i;
/** A span of time or a share that the speaker's own people had is a fact too. */
const measured =
  /^we (?=(?:had|have|spent|used|ran|needed) .*\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) ?(?:years|months|weeks|days|hours|people|percent|%))/i;

/** Says something of the world: not of what one feels, means to say, or is about to do. */
function isClaim(said: string): boolean {
  return !personal.test(said.replace(own, '').replace(there, '').replace(measured, ''));
}

function bestHole(words: readonly Tagged[], worth: Worth): Hole | undefined {
  const holes: Hole[] = [];
  const verb = verbBehindOpening(words, 0) ?? 2;
  for (let from = Math.max(3, verb + 1); from < words.length; from += 1) {
    const to = phraseEnd(words, from);
    if (to === undefined) continue;
    const hole = weighed(words, from, to, worth);
    if (hole !== undefined) holes.push(hole);
    from = to;
  }
  const [best] = holes.toSorted((a, b) => b.score - a.score);
  return best !== undefined && best.score >= leastScore ? best : undefined;
}

/** Adjectives and nouns in a row, from their first one on. */
function phraseEnd(words: readonly Tagged[], from: number): number | undefined {
  const before = words[from - 1];
  if (!isNaming(words[from]) || isNaming(before)) return undefined;
  let to = from + 1;
  while (to < words.length && isNaming(words[to])) to += 1;
  const last = words[to - 1];
  const isNoun =
    last?.pos === 'NOUN' || last?.pos === 'PROPN' || (last?.pos === 'NUM' && /\d/.test(last.text));
  return isNoun && to - from <= 4 ? to : undefined;
}

function isNaming(word: Tagged | undefined): boolean {
  return word !== undefined && (/^(?:ADJ|NOUN|PROPN|NUM|SYM)$/.test(word.pos) || word.text === '%');
}

function weighed(
  words: readonly Tagged[],
  from: number,
  to: number,
  worth: Worth,
): Hole | undefined {
  const phrase = words.slice(from, to).map(({ text }) => text);
  const rest = new Set(
    [...words.slice(0, from), ...words.slice(to)].map(({ text }) => text.toLowerCase().slice(0, 5)),
  );
  const content = phrase.filter((word) => !empty.test(word));
  if (content.length === 0 || empty.test(phrase.at(-1) ?? '')) return undefined;
  if (content.some((word) => word.length > 3 && rest.has(word.toLowerCase().slice(0, 5))))
    return undefined;
  const before = words[from - 1]?.text ?? '';
  const earlier = words[from - 2]?.text ?? '';
  const follows =
    /^(?:than|is|are)$/i.test(before) ||
    (/^(?:a|an|the)$/i.test(before) && /^(?:is|are|than|of|not)$/i.test(earlier));
  const score =
    Math.min(1.5, worth(phrase.join(' ')) * 6) +
    (phrase.some((word) => number.test(word)) ? 1.5 : 0) +
    (follows ? 1 : 0) +
    (/^than$/i.test(before) ? 2 : 0) +
    (to >= words.length - 1 ? 0.8 : 0) +
    (content.length > 1 ? 0.4 : 0);
  return { from, to, score };
}
