import type { CardId } from '../model/card.ts';
import { likenesses, offersOf } from './by-likeness.ts';
import type { Offer } from './change.ts';
import { lexiconOf } from './similarity.ts';
import type { TracedCard } from './traced-card.ts';

/**
 * For each card whose history waits, the cards without a history that may be it, likeliest first; cards
 * that look like none are left out.
 */
export function offerCards(
  waiting: readonly TracedCard[],
  fresh: readonly TracedCard[],
): readonly Offer[] {
  const unmatched = { vanished: byId(waiting), appeared: byId(fresh) };
  return offersOf(likenesses(unmatched, lexiconOf(waiting, fresh)));
}

function byId(cards: readonly TracedCard[]): Map<CardId, TracedCard> {
  return new Map(cards.map((traced) => [traced.card.id, traced]));
}
