import type { CardId } from '../model/card.ts';
import type { Offer, Pair, Unmatched } from './change.ts';
import { rareWordIndex } from './rare-words.ts';
import { compare, namesDiffer } from './similarity.ts';
import type { Lexicon } from './similarity.ts';
import type { TracedCard } from './traced-card.ts';

/** From here on a card in the same place is the same card. */
const alike = 0.5;
/** Neither question nor answer may be altogether another, however alike the rest is. */
const fieldAlike = 0.25;
/** From here on a person is asked. */
const worthOffering = 0.3;
const mostCandidates = 3;

/** A card that is gone and a new one of the same kind, alike enough that a person may be asked. */
export interface Likeness extends Pair {
  readonly similarity: number;
  /** Each field alike in itself, and no name or number exchanged for another. */
  readonly consistent: boolean;
}

/** Pairs that share rare words and are somewhat alike; never all pairs that there are. */
export function likenesses(
  { vanished, appeared }: Unmatched,
  lexicon: Lexicon,
): readonly Likeness[] {
  const now = [...appeared.values()];
  const index = rareWordIndex(now.map(lexicon.weigh), lexicon.weight);
  return [...vanished.values()].flatMap((from) =>
    index.near(lexicon.weigh(from)).flatMap((position) => {
      const to = now[position];
      return to === undefined || to.card.kind !== from.card.kind ? [] : likeness(from, to, lexicon);
    }),
  );
}

function likeness(from: TracedCard, to: TracedCard, lexicon: Lexicon): readonly Likeness[] {
  const [old, now] = [lexicon.weigh(from), lexicon.weigh(to)];
  const { all, front, back } = compare(old, now, lexicon.weight);
  if (all < worthOffering) return [];
  const consistent = front >= fieldAlike && back >= fieldAlike && !namesDiffer(old, now);
  return [{ from, to, similarity: all, consistent }];
}

/** Cards in the same place, and alike. */
export function pairByGap(
  found: readonly Likeness[],
  oldGaps: ReadonlyMap<CardId, string>,
  newGaps: ReadonlyMap<CardId, string>,
): readonly Pair[] {
  return found.filter(({ from, to, similarity, consistent }) => {
    const gap = oldGaps.get(from.card.id);
    const samePlace = gap !== undefined && gap === newGaps.get(to.card.id);
    return samePlace && consistent && similarity >= alike;
  });
}

/** For each card that is gone, the few new ones that may be it. */
export function offersOf(found: readonly Likeness[]): readonly Offer[] {
  return [...Map.groupBy(found, ({ from }) => from.card.id)].map(([from, candidates]) => ({
    from,
    candidates: candidates
      .toSorted((a, b) => b.similarity - a.similarity)
      .slice(0, mostCandidates)
      .map(({ to, similarity }) => ({ to: to.card.id, similarity })),
  }));
}
