import type { Tagged } from './tagger.ts';

/** A stretch of speech that says one thing: words `from` to `to`, the latter not included. */
export interface SpokenClause {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** How surely it begins here; 3 and more is sure. */
  readonly strength: number;
}

const never = new Set(['DET', 'ADP', 'PART', 'CCONJ', 'SCONJ', 'AUX', 'NUM']);
const possessive = /^(?:my|your|our|their|its|his|her)$/i;
/** What a clause goes on from. */
const binding =
  /^(?:that|which|who|what|how|why|where|whether|if|when|because|than|as|like|to|not|just|really|very|so|i'm|you're|we're)$/i;
const subjects = new Set(['PRON', 'DET', 'NOUN', 'PROPN', 'NUM']);
const relative = /^(?:that|which|who|whose|whom)$/i;
const joining = /^(?:and|but|so)$/i;
const subordinate = /^(?:because|if|when|while|unless|although|whereas|since|until)$/i;
const openings =
  /^(?:i think|i mean|it's|there's|that's|for example|in particular|you know|i guess|let's|i don't|i would|we're|this is|they're|it is|there is|that is|in fact|in general|one of|the reason|the other|another)\b/i;

/**
 * How likely a clause begins with each word of a stretch of speech that has no marks: by what joins
 * clauses and by what can follow what. Negative where none ever does.
 */
export function boundaryScores(words: readonly Tagged[]): number[] {
  return words.map((word, at) => (at === 0 ? 9 : scoreAt(words, word, at)));
}

function scoreAt(words: readonly Tagged[], word: Tagged, at: number): number {
  const before = words[at - 1];
  if (before === undefined) return 9;
  if (before.text === '—' || word.text === '—') return word.text === '—' ? 2.5 : -5;
  if (/^['’]/.test(word.text) || word.text === "n't") return -9;
  if (never.has(before.pos) || possessive.test(before.text) || binding.test(before.text)) return -9;
  if (relative.test(word.text)) return word.pos === 'DET' && hasVerb(words, at + 1, 3) ? 0.5 : -3;
  const opens = openings.test(shown(words, at, 3));
  if (joining.test(word.text))
    return isSubject(words, at + 1) && hasVerb(words, at + 1, 7) ? 3.5 : -1;
  if (subordinate.test(word.text)) return before.pos === 'VERB' ? 0 : 1;
  if (opens) return before.pos === 'VERB' || before.pos === 'NOUN' ? 1.2 : 2;
  if (word.pos === 'PRON' && hasVerb(words, at + 1, 2)) return pronounScore(word, before);
  if (word.pos === 'DET' && hasVerb(words, at + 1, 4))
    return before.pos === 'ADV' || before.pos === 'ADJ' ? 0.6 : -0.4;
  return -1;
}

/** "The thing we want": a pronoun behind a noun begins a relative clause more often than a sentence. */
function pronounScore(word: Tagged, before: Tagged): number {
  if (before.pos === 'NOUN' || before.pos === 'PROPN')
    return /^(?:it|i)$/i.test(word.text) ? 0.8 : -0.3;
  if (before.pos === 'VERB') return -1.5;
  return before.pos === 'ADV' || before.pos === 'ADJ' ? 0.8 : 0;
}

function isSubject(words: readonly Tagged[], at: number): boolean {
  const word = words[at];
  return (
    word !== undefined &&
    (subjects.has(word.pos) ||
      /^(?:there|then|if|when|because|i|basically|actually|in|for|maybe)$/i.test(word.text))
  );
}

function hasVerb(words: readonly Tagged[], from: number, within: number): boolean {
  return words
    .slice(from, from + within)
    .some(
      ({ pos, text }) => pos === 'VERB' || pos === 'AUX' || /^['’](?:s|re|m|ve|ll|d)$/.test(text),
    );
}

function shown(words: readonly Tagged[], at: number, count: number): string {
  let text = '';
  for (const word of words.slice(at, at + count))
    text += /^['’]|^n't$/.test(word.text) ? word.text : ` ${word.text}`;
  return text.trim();
}

const shortest = 5;
const longest = 30;

/** The best way to cut speech into clauses: sure beginnings, and no clause much shorter or longer than people say. */
export function clausesOf(words: readonly Tagged[]): SpokenClause[] {
  const scores = boundaryScores(words);
  const best: number[] = [0];
  const from: number[] = [0];
  for (let to = 1; to <= words.length; to += 1) {
    best[to] = -Infinity;
    for (let start = Math.max(0, to - 60); start < to; start += 1) {
      const gain =
        (best[start] ?? -Infinity) +
        (start === 0 ? 0 : (scores[start] ?? -9)) -
        lengthCost(to - start);
      if (gain > (best[to] ?? -Infinity)) {
        best[to] = gain;
        from[to] = start;
      }
    }
  }
  const clauses: SpokenClause[] = [];
  for (let to = words.length; to > 0; to = from[to] ?? 0) {
    const start = from[to] ?? 0;
    clauses.unshift({
      from: start,
      to,
      start: words[start]?.start ?? 0,
      end: words[to - 1]?.end ?? 0,
      strength: scores[start] ?? 0,
    });
  }
  return clauses;
}

function lengthCost(words: number): number {
  if (words < shortest) return (shortest - words) * 0.9;
  return words > longest ? (words - longest) * 0.25 : 0;
}
