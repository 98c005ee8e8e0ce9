import type { CardId } from '../model/card.ts';
import { unambiguous } from './change.ts';
import type { Offer, Pair, Unmatched } from './change.ts';
import { rareWordIndex } from './rare-words.ts';
import { cardWords, fieldSimilarity, namesDiffer, similarity } from './similarity.ts';
import type { CardWords, Weight } from './similarity.ts';
import type { TracedCard } from './traced-card.ts';

/** From here on a card in the same place is the same card. */
const alike = 0.5;
/** Neither question nor answer may be altogether another, however alike the rest is. */
const fieldAlike = 0.25;
/** From here on a person is asked. */
const worthOffering = 0.3;
const mostCandidates = 3;

/** A card that is gone and one that is new, of the same kind and with words in common. */
export interface Likeness extends Pair {
  readonly similarity: number;
  /** Each field alike in itself, and no name or number exchanged for another. */
  readonly consistent: boolean;
}

/** All pairs that share rare words, with how alike they are; never all pairs that there are. */
export function likenesses({ vanished, appeared }: Unmatched, weight: Weight): readonly Likeness[] {
  const now = [...appeared.values()];
  const nowWords = now.map(cardWords);
  const index = rareWordIndex(nowWords, weight);
  return [...vanished.values()].flatMap((from) => {
    const fromWords = cardWords(from);
    return [...index.near(fromWords)].flatMap((position) => {
      const to = now[position];
      const toWords = nowWords[position];
      if (to === undefined || toWords === undefined || to.card.kind !== from.card.kind) return [];
      return [likeness(from, fromWords, to, toWords, weight)];
    });
  });
}

function likeness(
  from: TracedCard,
  fromWords: CardWords,
  to: TracedCard,
  toWords: CardWords,
  weight: Weight,
): Likeness {
  const consistent =
    fieldSimilarity(fromWords.front, toWords.front, weight) >= fieldAlike &&
    fieldSimilarity(fromWords.back, toWords.back, weight) >= fieldAlike &&
    !namesDiffer(fromWords, toWords);
  return { from, to, similarity: similarity(fromWords, toWords, weight), consistent };
}

/** Cards in the same place, alike, with one candidate each way. */
export function pairByGap(
  found: readonly Likeness[],
  oldGaps: ReadonlyMap<CardId, string>,
  newGaps: ReadonlyMap<CardId, string>,
): readonly Pair[] {
  return unambiguous(
    found.filter(({ from, to, similarity, consistent }) => {
      const gap = oldGaps.get(from.card.id);
      return (
        consistent && similarity >= alike && gap !== undefined && gap === newGaps.get(to.card.id)
      );
    }),
  );
}

/** For each card that is gone, the few new ones that may be it. */
export function offersOf(found: readonly Likeness[]): readonly Offer[] {
  const worth = found.filter(({ similarity }) => similarity >= worthOffering);
  return [...Map.groupBy(worth, ({ from }) => from.card.id)].map(([from, candidates]) => ({
    from,
    candidates: candidates
      .toSorted((a, b) => b.similarity - a.similarity)
      .slice(0, mostCandidates)
      .map(({ to, similarity }) => ({ to: to.card.id, similarity })),
  }));
}
