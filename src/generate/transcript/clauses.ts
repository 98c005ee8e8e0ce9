import { verbBehindOpening, verbOf } from './grammar.ts';
import type { Tagged } from './tagger.ts';

/** A stretch of speech that says one thing: words `from` to `to`, the latter not included. */
export interface SpokenClause {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** How surely it begins here; 3 and more is sure. */
  readonly strength: number;
  /** It says what follows from a condition right before it. */
  readonly outcome: boolean;
}

const never = new Set(['DET', 'PART', 'CCONJ', 'SCONJ', 'AUX', 'NUM']);
const possessive = /^(?:my|your|our|their|its|his|her)$/i;
/** What a clause goes on from. */
const binding =
  /^(?:that|which|who|what|how|why|where|whether|if|when|because|than|as|like|to|not|just|really|very|so|or|and|but|even|actually|much|more|less|most|i'm|you're|we're)$/i;
/** Verbs that go on with a clause: "I think we must". */
const reporting =
  /^(?:think|know|say|says|said|believe|believes|hope|guess|mean|means|see|find|found|show|shows|figure|expect|make|makes|let|help|feel|suppose|imagine|sure|picture|notice|agree|realise|argue|tell|ensure|worry|care|wish|suspect|bet|understand|seems|seem|thinking|saying)$/i;
const relative = /^(?:that|which|who|whose|whom|where)$/i;
const joining = /^(?:and|but|so|or)$/i;
const subordinate =
  /^(?:because|if|when|while|unless|although|whereas|since|until|once|whenever|as)$/i;
/** Openings that hardly ever stand inside a clause. */
const aside =
  /^(?:i think|i mean|i guess|i wonder|i suppose|i don't|i would|i expect|for example|in particular|you know|let's|in fact|in general|of course|on the other hand|at the same time)\b/i;
const pointing = /^(?:it's|there's|that's|this is|it is|there is|that is|here's|they're|we're)\b/i;
const opening =
  /^(?:one of|the reason|the other|another|the question|the problem|the goal|the idea|the point|the way|the thing|basically|ultimately|fundamentally|right|yeah)\b/i;

/**
 * How likely a clause begins with each word of a stretch of speech that has no marks: by what joins
 * clauses and by what can follow what. Negative where none ever does.
 */
export function boundaryScores(words: readonly Tagged[]): number[] {
  const scores = plainScores(words);
  for (const { outcome } of bordersOf(words, scores)) scores[outcome] = outcomeScore;
  return scores;
}

function plainScores(words: readonly Tagged[]): number[] {
  return words.map((word, at) => (at === 0 ? 9 : scoreAt(words, word, at)));
}

/** The score of a border between a condition and what follows from it; no other has it. */
const outcomeScore = 2.25;

const condition = /^(?:if|when|once|whenever|unless)$/i;
const farthestOutcome = 26;

/** A condition and what follows from it, by the indices of their first words. */
interface Conditional {
  readonly at: number;
  readonly outcome: number;
}

/** The conditions of a paragraph: "if we make them better | humans don't get better". */
export function conditionals(words: readonly Tagged[]): Conditional[] {
  return bordersOf(words, plainScores(words));
}

function bordersOf(words: readonly Tagged[], scores: readonly number[]): Conditional[] {
  return words.flatMap((word, at) => {
    const opens =
      at === 0 ||
      /^(?:and|but|so|then|think|is|that|—|example|right|like)$/i.test(words[at - 1]?.text ?? '') ||
      (scores[at] ?? 0) >= 1;
    if (!condition.test(word.text) || !opens) return [];
    const verb = verbOf(words, at + 1);
    const border =
      verb === undefined ? undefined : outcomeAfter(words, scores, verb + 1, at + farthestOutcome);
    return border === undefined ? [] : [{ at, outcome: border }];
  });
}

function outcomeAfter(
  words: readonly Tagged[],
  scores: readonly number[],
  from: number,
  to: number,
): number | undefined {
  for (let next = from + 1; next < Math.min(to, words.length - 2); next += 1) {
    const before = words[next - 1];
    const word = words[next];
    if (before === undefined || word === undefined || joining.test(before.text)) continue;
    if (/^then$/i.test(word.text) && verbOf(words, next + 1) !== undefined) return next;
    if ((scores[next] ?? -9) <= -2.5 || !/^(?:NOUN|ADV|ADJ|PROPN|PRON|VERB)$/.test(before.pos))
      continue;
    const verb = verbOf(words, next);
    if (verb === undefined || /^(?:that|which|who|what|how)$/i.test(before.text)) continue;
    if (words[verb]?.pos === 'AUX' && opensOutcome(word, before, words[next + 1])) return next;
  }
  return undefined;
}

/** A pronoun or an article, or a noun of many right before its verb. */
function opensOutcome(word: Tagged, before: Tagged, after: Tagged | undefined): boolean {
  if (word.pos === 'PRON' || word.pos === 'DET') return true;
  const isMany = word.pos === 'NOUN' && (word.text.endsWith('s') || /^people$/i.test(word.text));
  return isMany && (before.pos === 'ADJ' || before.pos === 'ADV' || after?.pos === 'AUX');
}

function scoreAt(words: readonly Tagged[], word: Tagged, at: number): number {
  const before = words[at - 1];
  if (before === undefined) return 9;
  if (before.text === '—' || word.text === '—') return word.text === '—' ? 2.5 : -5;
  if (before.text === '…' || before.text.endsWith('…')) return 3;
  if (/^['’]/.test(word.text) || word.text === "n't") return -9;
  if (isTag(words, at - 1))
    return verbOf(words, at) !== undefined || resumes.test(word.text) ? 3 : 0;
  if (joining.test(word.text)) return joined(words, word, at);
  if (/^because$/i.test(word.text) && before.pos === 'AUX') return 1;
  if (never.has(before.pos) || possessive.test(before.text) || binding.test(before.text)) return -9;
  if (before.pos === 'ADP' && !/^(?:up|out|down|off|in|on|through|around)$/i.test(before.text))
    return -9;
  if (relative.test(word.text)) return word.pos === 'DET' && verbOf(words, at) ? 0.5 : -3;
  if (subordinate.test(word.text)) return joinsBelow(words, word, at);
  if (reporting.test(before.text)) return -3;
  const text = shown(words, at, 4);
  if (aside.test(text)) return before.pos === 'VERB' ? 1.2 : 2.2;
  return verbOf(words, at) === undefined ? -2 : begun(words, at, text);
}

const resumes = /^(?:like|if|and|so|but|because|when|right)$/i;

/** "… progress right if we …": a word that only asks for assent, and ends what was said. */
function isTag(words: readonly Tagged[], at: number): boolean {
  const before = words[at - 1];
  return (
    /^right$/i.test(words[at]?.text ?? '') &&
    before !== undefined &&
    !/^(?:DET|ADP|AUX|PART|CCONJ|SCONJ)$/.test(before.pos) &&
    !/^(?:'s|are|is|the|be|really|so|very)$/i.test(before.text)
  );
}

/** "Because", "if" and their like, where a clause follows; "as well" is none of them. */
function joinsBelow(words: readonly Tagged[], word: Tagged, at: number): number {
  if (/^(?:as|since|until|once)$/i.test(word.text) && verbOf(words, at + 1) === undefined)
    return -2;
  const before = words[at - 1];
  return before !== undefined && isVerb(before) ? 0 : 1;
}

/** "And", "but" and "so" before a clause of its own; "and" joins words more often. */
function joined(words: readonly Tagged[], word: Tagged, at: number): number {
  const after = words[at + 1]?.text ?? '';
  if (/^so$/i.test(word.text) && /^(?:that|much|many|far|on|good|hard|long)$/i.test(after))
    return -4;
  if (isBinding(words[at - 1])) return -2;
  if (/^so$/i.test(word.text) && /^(?:why|how|what)$/i.test(after)) return 3;
  if (/^let$/i.test(after) || (/^and$/i.test(word.text) && /^so$/i.test(after))) return 3.5;
  if (verbBehindOpening(words, at + 1) === undefined)
    return /^(?:if|when|because|once|then|what)$/i.test(after) && !/^or$/i.test(word.text)
      ? 2
      : /^so$/i.test(word.text) && /^(?:DET|NUM|PRON|NOUN)$/.test(words[at + 1]?.pos ?? '')
        ? 1
        : -2;
  // "Alignment and safety work that …": nouns are joined more often than sentences that begin so.
  const isNoun = /^(?:NOUN|ADJ|PROPN)$/.test(words[at + 1]?.pos ?? '');
  if (/^and$/i.test(word.text) && isNoun) return 1;
  return /^or$/i.test(word.text) ? 0.8 : 3.5;
}

function isBinding(word: Tagged | undefined): boolean {
  return word === undefined || /^(?:that|which|who|if|when|because|and|or)$/i.test(word.text);
}

function isVerb({ pos, text }: Tagged): boolean {
  return pos === 'VERB' && !text.endsWith('ing');
}

/** A subject with its verb: behind a noun, "we" and "you" begin a relative clause more often than a sentence. */
function begun(words: readonly Tagged[], at: number, text: string): number {
  const [before, word] = words.slice(at - 1, at + 1);
  if (before === undefined || word === undefined) return 9;
  if (
    /^(?:last|next|past|first|few|same|other)$/i.test(before.text) ||
    /^(?:few|last|next)$/i.test(word.text)
  )
    return -3;
  const afterNoun = before.pos === 'NOUN' || before.pos === 'PROPN';
  if (
    /^(?:every|any|some|no)thing$|^(?:thing|things|way|ways|one|ones|everyone)$/i.test(before.text)
  )
    return -2;
  if (pointing.test(text)) return isVerb(before) ? 0.3 : afterNoun ? 1.2 : 2;
  if (opening.test(text)) return before.pos === 'VERB' ? 0.5 : 1.5;
  if (word.pos === 'PRON')
    return afterNoun
      ? /^(?:it|i|there|they)$/i.test(word.text)
        ? 0.8
        : -0.3
      : isVerb(before)
        ? -1
        : 1;
  // An adjective behind a noun belongs to the next one: "… to alignment | large models are …".
  if (word.pos === 'ADJ' && afterNoun) return isComparative(word) ? -2 : 1.2;
  if (word.pos !== 'DET' && before.pos === 'ADJ') return isComparative(before) ? 0.8 : -4;
  if (before.pos === 'ADV' || before.pos === 'ADJ' || before.pos === 'PRON') return 0.8;
  return word.pos === 'DET' && !isVerb(before) ? 0.4 : -1;
}

/** "If we make them better humans …": such a word may end a clause; other adjectives want their noun. */
function isComparative({ text }: Tagged): boolean {
  return /^(?:better|worse|easier|harder|faster|smarter|bigger|true|wrong|right|possible|important)$/i.test(
    text,
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
      outcome: scores[start] === outcomeScore,
    });
  }
  return clauses;
}

function lengthCost(words: number): number {
  if (words < shortest) return (shortest - words) * 0.3 + (words < 3 ? 1 : 0);
  return words > longest ? (words - longest) * 0.25 : 0;
}
