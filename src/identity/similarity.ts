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

/** The words of a card. A cloze asks its whole text and answers with its holes. */
export function cardWords(traced: TracedCard): CardWords {
  const { card, sides } = traced;
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
export function rareWordWeight(before: readonly CardWords[], after: readonly CardWords[]): Weight {
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

/** How alike two cards are, 0–1: Dice's coefficient over the weighted words of both fields. */
export function similarity(one: CardWords, other: CardWords, weight: Weight): number {
  const front = overlap(one.front, other.front, weight);
  const back = overlap(one.back, other.back, weight);
  return ratio(front.shared + back.shared, front.total + back.total);
}

/** The same for a single field; 1 where both are empty. */
export function fieldSimilarity(one: Words, other: Words, weight: Weight): number {
  const { shared, total } = overlap(one, other, weight);
  return ratio(shared, total);
}

/** Whether each card has a name or a number that the other lacks: Paris here, Rome there. */
export function namesDiffer(one: CardWords, other: CardWords): boolean {
  return hasOwnName(one, other) && hasOwnName(other, one);
}

function hasOwnName(one: CardWords, other: CardWords): boolean {
  return [one.front, one.back].some((field) =>
    [...field.telling].some((word) => !other.front.all.has(word) && !other.back.all.has(word)),
  );
}

function overlap(one: Words, other: Words, weight: Weight): { shared: number; total: number } {
  let shared = 0;
  let total = 0;
  for (const word of one.all) {
    const tells = weight(word);
    total += tells;
    if (other.all.has(word)) shared += 2 * tells;
  }
  for (const word of other.all) total += weight(word);
  return { shared, total };
}

function ratio(shared: number, total: number): number {
  return total === 0 ? 1 : shared / total;
}

function countWords(cards: readonly CardWords[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { front, back } of cards) {
    for (const word of new Set([...front.all, ...back.all]))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
