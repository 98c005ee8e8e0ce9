import type { Clause } from './clauses.ts';
import type { Word } from './words.ts';

/** What a verb says of whom: the stems of those who do it and of those to whom it is done. */
interface Deed {
  readonly stem: string;
  readonly doers: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly text: string;
}

const being = /^(?:is|are|was|were|be|been|being|gets?|got)$/;
/** Before these words stands no verb that somebody does. */
const before =
  /^(?:the|an?|of|his|her|its|their|our|your|my|in|on|at|from|with|by|for|about|this|these|those|more|less|very|such|no|each|every|some|any)$/;
const adverb = /^(?:not|never|also|often|then|now|once|already|always|usually|\p{L}{3,}ly)$/u;
/** Words that say something, on each side of a verb, that belong to it. */
const reach = 5;

/** Where a card has A do to B what in the passage B does to A: the card's words; else undefined. */
export function swappedRoles(
  said: readonly Clause[],
  there: readonly Clause[],
): string | undefined {
  const theirs = Map.groupBy(there.flatMap(deedsOf), ({ stem }) => stem);
  for (const own of said.flatMap(deedsOf)) {
    const same = theirs.get(own.stem) ?? [];
    if (same.some((other) => agrees(own, other))) continue;
    if (same.some((other) => crosses(own, other))) return own.text;
  }
  return undefined;
}

function deedsOf({ words, text }: Clause): Deed[] {
  const origin = words[0]?.start ?? 0;
  return words.flatMap((word, at) => {
    if (!canBeVerb(words, at) || mutual.test(word.stem)) return [];
    const from = words.slice(0, at);
    const to = words.slice(at + 1);
    const passive = isPassive(from) || isReduced(word, to);
    const by = to.findIndex((each) => each.text === 'by');
    const left = stemsOf(from.slice(-2 * reach), word.stem).slice(-reach);
    const right = stemsOf(passive ? (by === -1 ? [] : to.slice(by + 1)) : to, word.stem);
    const [doers, others] = passive ? [right, left] : [left, right];
    if (left.length === 0 || right.length === 0) return [];
    const last = to[Math.min(to.length, reach + 2) - 1] ?? word;
    return {
      stem: word.stem,
      doers: new Set(doers.slice(0, reach)),
      others: new Set(others.slice(0, reach)),
      text: text.slice((from.at(-3) ?? from[0] ?? word).start - origin, last.end - origin),
    };
  });
}

function canBeVerb(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || word.stem === '' || at === 0) return false;
  if (!/(?:s|ed|en|t|de|d|k|w|ng|e)$/.test(word.text)) return false;
  return !before.test(words[at - 1]?.text ?? '');
}

function isPassive(from: readonly Word[]): boolean {
  const last = from.findLast(({ text }) => !adverb.test(text));
  return last !== undefined && being.test(last.text);
}

/** "The towns destroyed by storms." */
function isReduced({ text }: Word, [next, after]: readonly Word[]): boolean {
  return next?.text === 'by' && !amount.test(after?.text ?? '') && /(?:ed|en|wn|t|d)$/.test(text);
}

/** "By five metres" names nobody. */
const amount =
  /^(?:\d.*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundreds?|half|about)$/;

/** What one does with another, the other does with the one. */
const mutual =
  /^(?:meet|met|mix|marri|differ|agre|resembl|talk|compet|cooper|collabor|combin|match|touch|border|overlap|altern|fight|fought|correspond|coincid|work|exchang|convers)$/;

function stemsOf(words: readonly Word[], verb: string): string[] {
  return words.flatMap(({ stem }) => (stem === '' || stem === verb ? [] : [stem]));
}

function agrees(own: Deed, other: Deed): boolean {
  return shares(own.doers, other.doers, own.others) || shares(own.others, other.others, own.doers);
}

function crosses(own: Deed, other: Deed): boolean {
  return shares(own.doers, other.others, own.others) && shares(own.others, other.doers, own.doers);
}

/** Whether two sets have a stem in common that a third has not. */
function shares(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  besides: ReadonlySet<string>,
): boolean {
  return [...one].some((stem) => other.has(stem) && !besides.has(stem));
}
