import type { Tagged } from './tagger.ts';

const pronouns = /^(?:i|you|we|they|he|she|it|there|everyone|everybody|nobody|somebody|someone)$/i;
const pointers = /^(?:this|that|these|those)$/i;
const ofNouns = new Set(['NOUN', 'PROPN', 'ADJ', 'ADV', 'NUM', 'VERB', 'PUNCT']);
const finiteAux =
  /^(?:is|are|was|were|am|'s|'re|'m|'ve|'ll|'d|’s|’re|’m|’ve|’ll|’d|do|does|did|can|ca|could|will|wo|would|should|may|might|must|has|have|had|need|needs)$/i;
const light =
  /^(?:really|actually|kind|of|just|also|basically|probably|only|maybe|still|already|definitely|certainly|obviously|then|always|never|ever|currently|fundamentally|essentially|generally|usually|often|all|both|clearly|totally|even|sort|like|ultimately|necessarily|eventually|have)$/i;
const longestSubject = 9;

/** Where the finite verb of a clause stands that begins with a word; undefined where none begins there. */
export function verbOf(words: readonly Tagged[], at: number): number | undefined {
  const first = words[at];
  if (first === undefined) return undefined;
  if (pronouns.test(first.text)) return finiteAfter(words, at + 1);
  const isPointer = pointers.test(first.text);
  const alone = isPointer ? finiteAfter(words, at + 1, true) : undefined;
  if (alone !== undefined) return alone;
  if (!isPointer && !opensNoun(first)) return undefined;
  return nounVerb(words, at);
}

function opensNoun({ pos, text }: Tagged): boolean {
  return (
    /^(?:DET|NOUN|PROPN|ADJ|NUM)$/.test(pos) ||
    /^(?:my|your|our|their|its|his|her)$/i.test(text) ||
    /^[a-z]{3,}ing$/i.test(text)
  );
}

/** The verb behind a noun phrase, of which one "of"-phrase or so may be part. */
function nounVerb(words: readonly Tagged[], at: number): number | undefined {
  let joints = 0;
  for (let next = at + 1; next <= at + longestSubject; next += 1) {
    const word = words[next];
    const before = words[next - 1];
    if (word === undefined || before === undefined) return undefined;
    if (isNoun(before)) {
      const verb = finiteAfter(words, next);
      if (verb !== undefined) return verb;
      if (relative.test(word.text)) return behindRelative(words, next);
    }
    if (/^(?:of|in|for|on|between|behind|about|from|with|at)$/i.test(word.text)) joints += 1;
    else if (word.pos !== 'DET' && !ofNouns.has(word.pos)) return undefined;
    if (joints > 2) return undefined;
  }
  return undefined;
}

const relative = /^(?:that|which|who|we|i|you|they|people)$/i;
const longestRelative = 11;

/** "The goal that we want to aim for is …": the verb behind what narrows the noun. */
function behindRelative(words: readonly Tagged[], at: number): number | undefined {
  for (let next = at + 2; next < at + longestRelative; next += 1) {
    const before = words[next - 1];
    if (before === undefined || words[next] === undefined) return undefined;
    const isVerb = /^(?:is|are|was|were)$/i.test(words[next]?.text ?? '');
    if (
      isVerb &&
      !relative.test(before.text) &&
      !/^(?:it|there|this|what|how|where)$/i.test(before.text)
    )
      return next;
  }
  return undefined;
}

function isNoun({ pos, text }: Tagged): boolean {
  return pos === 'NOUN' || pos === 'PROPN' || /^[a-z]{4,}ing$/i.test(text);
}

/** The finite verb at a place, or behind adverbs there. */
function finiteAfter(words: readonly Tagged[], at: number, strict = false): number | undefined {
  let next = at;
  while (next < at + 3 && words[next] !== undefined && light.test(words[next]?.text ?? ''))
    if (isFinite(words, next)) break;
    else next += 1;
  return isFinite(words, next, strict) ? next : undefined;
}

function isFinite(words: readonly Tagged[], at: number, strict = false): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (finiteAux.test(word.text)) return !isPossessive(words, at);
  if (word.pos !== 'VERB' || word.text.endsWith('ing')) return false;
  const before = words[at - 1];
  if (before === undefined || /^(?:to|not|by|for)$/i.test(before.text)) return false;
  const isPronoun = pronouns.test(before.text) || light.test(before.text);
  // "The methods used": behind a noun such a form is rarely the verb.
  return isPronoun || (!strict && !/(?:ed|en|made|built|done|used)$/i.test(word.text));
}

/** "The model 's values": a noun follows its owner. */
function isPossessive(words: readonly Tagged[], at: number): boolean {
  const before = words[at - 1];
  return (
    /^['’]s$/.test(words[at]?.text ?? '') &&
    (before?.pos === 'NOUN' || before?.pos === 'PROPN') &&
    /^(?:NOUN|PROPN)$/.test(words[at + 1]?.pos ?? '')
  );
}

/** What may stand between a joining word and the clause that it joins. */
const between =
  /^(?:then|also|maybe|now|in|particular|fact|general|ultimately|fundamentally|basically|actually|of|course|so|obviously|honestly|i|think|mean|guess|yeah|right|at|the|end|day|well|you|know|hopefully|instead|again|certainly|for|example)$/i;

/** As `verbOf`, behind adverbs that may open a clause. */
export function verbBehindOpening(words: readonly Tagged[], at: number): number | undefined {
  for (let next = at; next < at + 6; next += 1) {
    const verb = verbOf(words, next);
    if (verb !== undefined) return verb;
    if (!between.test(words[next]?.text ?? '')) return undefined;
  }
  return undefined;
}
