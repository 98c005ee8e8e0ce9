import type { CardId } from '../model/card.ts';
import type { CardsByFile } from './gaps.ts';
import type { KeyLink, TracedCard } from './traced-card.ts';

/** What happened to a collection between two looks at it. */
export interface CollectionChange {
  /** The files that changed or are gone, as they were. */
  readonly before: CardsByFile;
  /** The files that changed or are new, as they are. */
  readonly after: CardsByFile;
  /** Ids that are in `before` and nowhere now. */
  readonly vanished: ReadonlySet<CardId>;
  /** Ids that are in `after` and were nowhere. */
  readonly appeared: ReadonlySet<CardId>;
  /** Those of `appeared` that were here before, at any time, or have a history: never matched by likeness. */
  readonly seen: ReadonlySet<CardId>;
  /** Pairs, old and new, that a person decided by editing inside tenet. */
  readonly certain: readonly (readonly [CardId, CardId])[];
  /** Which card was which before, as far as it was decided earlier; the order of a pair does not matter. */
  readonly lineage: readonly (readonly [CardId, CardId])[];
  /** Of these hashes of questions and answers, the ones that cards of unchanged files have too. */
  readonly elsewhere: (hashes: readonly number[]) => ReadonlySet<number>;
  /** How many cards the collection had before. */
  readonly known: number;
}

/** One card of before that is one card of now, and how its sides go over. */
export interface CardLink {
  readonly from: CardId;
  /** Equal to `from` where only sides were reworded. */
  readonly to: CardId;
  readonly why: 'edit' | 'same-text' | 'return' | 'side' | 'gap' | 'reworded';
  readonly keys: readonly KeyLink[];
}

/** A card that is gone and the cards that may be it, likeliest first: for a person to decide. */
export interface Offer {
  readonly from: CardId;
  readonly candidates: readonly { readonly to: CardId; readonly similarity: number }[];
}

/** Cards that are still without a partner, by id; stages of matching take them away in pairs. */
export interface Unmatched {
  readonly vanished: Map<CardId, TracedCard>;
  readonly appeared: Map<CardId, TracedCard>;
}

/** A decision of one stage. */
export interface Pair {
  readonly from: TracedCard;
  readonly to: TracedCard;
}

/** Proposals of one stage, sorted out. */
export interface Sorted {
  /** Those in which each card occurs once. */
  readonly sure: readonly Pair[];
  /** The cards that were proposed more than once: they are in doubt, and no weaker sign may decide. */
  readonly doubtful: ReadonlySet<CardId>;
}

/** Tells single proposals from those that contradict each other. */
export function sortOut(proposals: readonly Pair[]): Sorted {
  const timesFrom = countBy(proposals, (pair) => pair.from.card.id);
  const timesTo = countBy(proposals, (pair) => pair.to.card.id);
  const sure: Pair[] = [];
  const doubtful = new Set<CardId>();
  for (const pair of proposals) {
    const [from, to] = [pair.from.card.id, pair.to.card.id];
    if (timesFrom.get(from) === 1 && timesTo.get(to) === 1) sure.push(pair);
    else doubtful.add(from).add(to);
  }
  return { sure, doubtful };
}

function countBy(pairs: readonly Pair[], id: (pair: Pair) => CardId): ReadonlyMap<CardId, number> {
  const counts = new Map<CardId, number>();
  for (const pair of pairs) counts.set(id(pair), (counts.get(id(pair)) ?? 0) + 1);
  return counts;
}
