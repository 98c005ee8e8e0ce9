import { isComparative, isMirrored, oppositesOf } from './antonyms.ts';
import { type Negation, type Stated, type Statements, statementsOf } from './negation.ts';
import type { ReadText } from './read-text.ts';

/** Words of a card that say the opposite of words of the passage. */
export interface Contradiction {
  readonly said: string;
  readonly passage: string;
  readonly how: 'negation' | 'opposite';
}

/** A claim of more words is seldom the passage's own with one word turned. */
const mostWords = 12;
/** Of the claim's words, this share stands around the word of the passage. */
const leastShare = 0.65;
/** An answer of so few words is about the passage where half of the others stand there. */
const briefWords = 3;
/** Words around it that are looked at, beyond the claim's own number. */
const slack = 4;
/** Within so many words another denial or limit may say the same in its own way. */
const clear = 6;

/**
 * Looks for what a card claims and the passage denies, or the other way round. Own words seldom keep to
 * the passage's clauses, so only a claim that does, but for one word, is compared: `there` is what
 * stands around the anchor, `window` all of the passage, where the same may be said straight.
 */
export function contradictionOf(
  claim: ReadText,
  question: ReadText,
  there: Statements,
  window: ReadText,
): Contradiction | undefined {
  const said = statementsOf(claim);
  if (said.words.length < 2 || said.words.length > mostWords) return undefined;
  return (
    denied(said, there, { window, wants: asksWhatIsWanted.test(question.text) }) ??
    deniedByCard(said, there) ??
    opposed(said, there)
  );
}

const asksWhatIsWanted = /\bwants?\b/i;

/** The passage denies what the card says without any denial. */
function denied(
  said: Statements,
  there: Statements,
  { window, wants }: { readonly window: ReadText; readonly wants: boolean },
): Contradiction | undefined {
  if (said.negations.length > 0 || said.limits.length > 0) return undefined;
  for (const negation of there.negations) {
    const shared = sharedOf(negation, said, there);
    if (shared === undefined || !keepsTo(said.words, negation.at, there)) continue;
    if (deniesWish(negation) && !wants && !said.words.some(({ base }) => base === 'want')) continue;
    if (saysStraight(shared, statementsOf(window))) continue;
    return { said: shared[0]?.text ?? '', passage: negation.text, how: 'negation' };
  }
  return undefined;
}

/** The card denies what the passage says without any denial or limit around. */
function deniedByCard(said: Statements, there: Statements): Contradiction | undefined {
  const [negation, ...others] = said.negations;
  if (negation === undefined || others.length > 0 || said.limits.length > 0) return undefined;
  const place = there.words.find(({ base }) => base === negation.denied[0]?.base);
  const prefixed = negation.text === negation.denied[0]?.text;
  if (place === undefined) return undefined;
  const whole = isWhole(said, place, there);
  if (negation.denied.length < 2 && !prefixed && !whole) return undefined;
  const around = basesAround(there.words, place.at, clear);
  const shared = negation.denied.filter(({ base }) => base === place.base || around.has(base));
  const limited = [...there.negations.map(({ at }) => at), ...there.limits].some(
    (at) =>
      Math.abs(at - place.at) <= clear && (!whole || there.words[at]?.clause === place.clause),
  );
  if (
    (shared.length < Math.min(2, negation.denied.length) && !prefixed) ||
    limited ||
    !keepsTo(said.words, place.at, there)
  )
    return undefined;
  return { said: negation.text, passage: place.text, how: 'negation' };
}

/** The card's claim is all of it in one clause of the passage: "the wolf lichen is not poisonous". */
function isWhole({ words }: Statements, { clause }: Stated, there: Statements): boolean {
  const bases = new Set(
    there.words.filter((each) => each.clause === clause).map(({ base }) => base),
  );
  return words.length > 2 && words.every(({ base }) => bases.has(base));
}

/** What the passage denies of what the card says; two words at least, so that it is about the same. */
function sharedOf(negation: Negation, said: Statements, there: Statements): Stated[] | undefined {
  const own = new Set(said.words.map(({ base }) => base));
  const shared = negation.denied.filter(({ base }) => own.has(base));
  if (shared.length === 0) return undefined;
  if (shared.length > 1) return shared;
  const prefixed = negation.denied.length === 1 && negation.text === negation.denied[0]?.text;
  const beside = basesAround(there.words, negation.at, 3);
  return prefixed && said.words.filter(({ base }) => beside.has(base)).length > 1
    ? shared
    : undefined;
}

function deniesWish({ denied: words }: Negation): boolean {
  return words[0]?.base === 'want';
}

/** Whether the passage says the first of these words and another in one clause, without a denial. */
function saysStraight(shared: readonly Stated[], all: Statements): boolean {
  const [first, ...others] = new Set(shared.map(({ base }) => base));
  const deniedThere = new Set(
    all.negations.flatMap(({ denied: words }) => words.map(({ at }) => at)),
  );
  const straight = all.words.filter(({ at }) => !deniedThere.has(at));
  return straight.some(
    ({ base, clause }) =>
      base === first &&
      (others.length === 0 ||
        straight.some((each) => each.clause === clause && others.includes(each.base))),
  );
}

/** The card has the opposite of a word of the passage, in a clause that is otherwise the passage's. */
function opposed(said: Statements, there: Statements): Contradiction | undefined {
  const own = new Set(said.words.map(({ base }) => base));
  const theirs = new Set(there.words.map(({ base }) => base));
  if (isMirrored(own, theirs)) return undefined;
  for (const word of said.words) {
    const opposites = oppositesOf(word.base);
    if (opposites.size === 0 || theirs.has(word.base)) continue;
    for (const other of there.words) {
      if (!opposites.has(other.base) || own.has(other.base) || isComparative(other.text)) continue;
      if (isDenied(word, said) !== isDenied(other, there)) continue;
      if (!keepsTo(said.words, other.at, there, word)) continue;
      return { said: word.text, passage: other.text, how: 'opposite' };
    }
  }
  return undefined;
}

/** Whether a text denies a word here or where it has it again: "How easy is it? – It is not easy." */
function isDenied({ base }: Stated, { negations }: Statements): boolean {
  return negations.some(({ denied: words }) => words.some((each) => each.base === base));
}

/** Whether a claim is the passage's own around a place: most of its words stand there. */
function keepsTo(said: readonly Stated[], at: number, there: Statements, turned?: Stated): boolean {
  const around = basesAround(there.words, at, said.length + slack);
  const place = there.words[at];
  const own = place === undefined ? around : new Set([...around, place.base]);
  const rest = said.filter(({ at: position }) => position !== turned?.at);
  const shared = rest.filter(
    ({ base }) => own.has(base) || [...oppositesOf(base)].some((opposite) => own.has(opposite)),
  );
  if (said.length <= briefWords) return shared.length > 0 && shared.length * 2 >= rest.length;
  return shared.length >= 2 && shared.length / rest.length >= leastShare;
}

function basesAround(words: readonly Stated[], at: number, reach: number): ReadonlySet<string> {
  const around = words.slice(Math.max(0, at - reach), at + reach + 1);
  return new Set(around.flatMap(({ base, at: place }) => (place === at ? [] : [base])));
}
