import { foldText } from './fold.ts';
import { clozeText, holesOfSides } from './side-texts.ts';
import type { TracedCard } from './traced-card.ts';
import { wordsOf } from './words.ts';
import type { Words } from './words.ts';

/** The words of what a card asks and of what it answers. */
export interface CardWords {
  readonly front: Words;
  readonly back: Words;
}

/** How much a word tells; rare words tell more. */
export type Weight = (word: string) => number;

/** The words of a card with what those of each field weigh together. */
export interface WeighedCard extends CardWords {
  readonly frontWeight: number;
  readonly backWeight: number;
}

/** How alike two cards are, 0–1: in all, and in each field alone. */
export interface Similarity {
  readonly all: number;
  readonly front: number;
  readonly back: number;
}

/** Knows what the words of some cards weigh among them. */
export interface Lexicon {
  readonly weight: Weight;
  readonly weigh: (card: TracedCard) => WeighedCard;
}

/** The words of a card. A cloze asks its whole text and answers with its holes. */
export function cardWords({ card, sides }: TracedCard): CardWords {
  switch (card.kind) {
    case 'basic':
      return { front: wordsOf(card.question), back: wordsOf(card.answer) };
    case 'term':
      return { front: wordsOf(card.term), back: wordsOf(card.definition) };
    case 'list':
      return { front: wordsOf(card.question), back: wordsOf(card.items.join('\n')) };
    case 'cloze': {
      const holes = [...holesOfSides(card, sides).values()].flat();
      return {
        front: wordsOf(clozeText(card, new Set())),
        back: wordsOf(holes.map((hole) => foldText(hole.text)).join('\n')),
      };
    }
  }
}

/**
 * Weights from how many cards have a word, before and after: a word of every card weighs 0.2, one of a
 * single card among N weighs ln N more, so that the template of many near-equal cards hardly counts.
 */
export function lexiconOf(before: readonly TracedCard[], after: readonly TracedCard[]): Lexicon {
  const known = new Map<TracedCard, CardWords>();
  for (const traced of [...before, ...after]) known.set(traced, cardWords(traced));
  const wordsIn = (traced: TracedCard): CardWords => known.get(traced) ?? cardWords(traced);
  const weight = rareWordWeight(before.map(wordsIn), after.map(wordsIn));
  const weighed = new Map<TracedCard, WeighedCard>();
  const weigh = (traced: TracedCard): WeighedCard => {
    const done = weighed.get(traced);
    if (done !== undefined) return done;
    const { front, back } = wordsIn(traced);
    const frontWeight = weightOf(front.all, weight);
    const made = { front, back, frontWeight, backWeight: weightOf(back.all, weight) };
    weighed.set(traced, made);
    return made;
  };
  return { weight, weigh };
}

/** Dice's coefficient over the weighted words of two cards; 1 where both are empty. */
export function compare(one: WeighedCard, other: WeighedCard, weight: Weight): Similarity {
  const front = 2 * sharedWeight(one.front, other.front, weight);
  const back = 2 * sharedWeight(one.back, other.back, weight);
  const frontTotal = one.frontWeight + other.frontWeight;
  const backTotal = one.backWeight + other.backWeight;
  return {
    all: ratio(front + back, frontTotal + backTotal),
    front: ratio(front, frontTotal),
    back: ratio(back, backTotal),
  };
}

/** Whether each card has a name or a number that the other lacks: Paris here, Rome there. */
export function namesDiffer(one: CardWords, other: CardWords): boolean {
  return hasOwnName(one, other) && hasOwnName(other, one);
}

function hasOwnName(one: CardWords, other: CardWords): boolean {
  for (const field of [one.front, one.back]) {
    for (const word of field.telling)
      if (!other.front.all.has(word) && !other.back.all.has(word)) return true;
  }
  return false;
}

function rareWordWeight(before: readonly CardWords[], after: readonly CardWords[]): Weight {
  const counts = [before, after].map(countWords);
  const cards = Math.max(before.length, after.length, 1);
  const weights = new Map<string, number>();
  return (word) => {
    const known = weights.get(word);
    if (known !== undefined) return known;
    const count = Math.max(...counts.map((of) => of.get(word) ?? 0), 1);
    const weight = 0.2 + Math.log(cards / Math.min(count, cards));
    weights.set(word, weight);
    return weight;
  };
}

function countWords(cards: readonly CardWords[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (word: string): void => {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  for (const { front, back } of cards) {
    for (const word of front.all) count(word);
    for (const word of back.all) if (!front.all.has(word)) count(word);
  }
  return counts;
}

function weightOf(words: Iterable<string>, weight: Weight): number {
  let sum = 0;
  for (const word of words) sum += weight(word);
  return sum;
}

function sharedWeight(one: Words, other: Words, weight: Weight): number {
  const [fewer, more] = one.all.size < other.all.size ? [one, other] : [other, one];
  let sum = 0;
  for (const word of fewer.all) if (more.all.has(word)) sum += weight(word);
  return sum;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
