import type { CardWords, Weight } from './similarity.ts';

/** A word that more cards than this share leads to none of them. */
const mostCardsOfAWord = 64;
/** A card that shares less of the weight of another's rare words is not looked at. */
const leastShare = 0.2;
/** With so many likelier ones before it, a card is no single candidate. */
const mostNear = 8;

/** Finds the cards that share rare words with a given one, without looking at all of them. */
export interface RareWordIndex {
  /** Positions, in the list that was indexed, of the few cards that share the most weight of rare words. */
  readonly near: (words: CardWords) => readonly number[];
}

/** Indexes `cards` by their words. */
export function rareWordIndex(cards: readonly CardWords[], weight: Weight): RareWordIndex {
  const holders = new Map<string, number[]>();
  for (const [position, { front, back }] of cards.entries()) {
    for (const words of [front.all, back.all]) {
      for (const word of words) {
        const list = holders.get(word);
        if (list === undefined) holders.set(word, [position]);
        else if (list.at(-1) !== position) list.push(position);
      }
    }
  }
  const shared = new Float64Array(cards.length);
  return { near: (words) => nearCards(words, holders, weight, shared) };
}

/** `shared` is all zeros, before and after. */
function nearCards(
  { front, back }: CardWords,
  holders: ReadonlyMap<string, readonly number[]>,
  weight: Weight,
  shared: Float64Array,
): readonly number[] {
  const touched: number[] = [];
  let rare = 0;
  for (const words of [front.all, back.all]) {
    for (const word of words) {
      const found = holders.get(word) ?? [];
      if (found.length > mostCardsOfAWord) continue;
      const tells = weight(word);
      rare += tells;
      for (const position of found) {
        if (shared[position] === 0) touched.push(position);
        shared[position] = (shared[position] ?? 0) + tells;
      }
    }
  }
  const worth = touched.filter((position) => (shared[position] ?? 0) >= leastShare * rare);
  const near = mostShared(worth, shared);
  for (const position of touched) shared[position] = 0;
  return near;
}

/** The few of these positions with the highest values, in no order; of equal ones the first. */
function mostShared(positions: readonly number[], shared: Float64Array): readonly number[] {
  if (positions.length <= mostNear) return positions;
  const values = Float64Array.from(positions, (position) => shared[position] ?? 0).sort();
  const least = values[values.length - mostNear] ?? 0;
  const more = positions.filter((position) => (shared[position] ?? 0) > least);
  const equal = positions.filter((position) => shared[position] === least);
  return [...more, ...equal.slice(0, mostNear - more.length)];
}
