import type { CardWords, Weight } from './similarity.ts';

/** A word that more cards than this share leads to none of them. */
const mostCardsOfAWord = 64;

/** Finds the cards that share rare words with a given one, without looking at all of them. */
export interface RareWordIndex {
  /** Positions, in the list that was indexed, of all cards that can be half as alike as equal ones. */
  readonly near: (words: CardWords) => ReadonlySet<number>;
}

/** Indexes `cards` by their words. */
export function rareWordIndex(cards: readonly CardWords[], weight: Weight): RareWordIndex {
  const holders = new Map<string, number[]>();
  for (const [position, words] of cards.entries()) {
    for (const word of wordsOfBoth(words)) {
      const list = holders.get(word);
      if (list === undefined) holders.set(word, [position]);
      else list.push(position);
    }
  }
  return { near: (words) => nearCards(words, holders, weight) };
}

/**
 * Two cards with a similarity of 0.5 share words of at least a third of either's weight, so one of the
 * rarest words that make up the other two thirds is among the shared ones.
 */
function nearCards(
  words: CardWords,
  holders: ReadonlyMap<string, readonly number[]>,
  weight: Weight,
): ReadonlySet<number> {
  const rarestFirst = [...wordsOfBoth(words)].sort((a, b) => weight(b) - weight(a));
  const total = rarestFirst.reduce((sum, word) => sum + weight(word), 0);
  const near = new Set<number>();
  let looked = 0;
  for (const word of rarestFirst) {
    if (looked > (total * 2) / 3) break;
    looked += weight(word);
    const found = holders.get(word) ?? [];
    if (found.length <= mostCardsOfAWord) for (const position of found) near.add(position);
  }
  return near;
}

function wordsOfBoth({ front, back }: CardWords): ReadonlySet<string> {
  return new Set([...front.all, ...back.all]);
}
