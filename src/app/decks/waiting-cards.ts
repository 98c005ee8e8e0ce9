import { sidesOf } from '../../deck/sides.ts';
import { offerCards } from '../../identity/offers.ts';
import type { TracedCard } from '../../identity/traced-card.ts';
import type { Card, CardId } from '../../model/card.ts';
import type { Problem } from '../../model/problem.ts';
import {
  cardsWithoutHistory,
  countHistories,
  pastCardsWithHistory,
} from '../../store/past-cards.ts';
import type { Store } from '../../store/open.ts';
import { excerpt } from './card-excerpt.ts';

/** A card that is gone and has a history, and the cards without one that may be it, likeliest first. */
export interface WaitingCard {
  readonly card: Card;
  readonly candidates: readonly { readonly card: Card; readonly similarity: number }[];
}

/** Cards whose history waits for a person to say where it belongs. Those that look like none are left out. */
export function waitingCards(store: Store): readonly WaitingCard[] {
  const waiting = pastCardsWithHistory(store).map(traced);
  if (waiting.length === 0) return [];
  const fresh = cardsWithoutHistory(store).map(traced);
  const cardOf = new Map([...waiting, ...fresh].map(({ card }) => [card.id, card]));
  return offerCards(waiting, fresh).flatMap(({ from, candidates }) => {
    const card = cardOf.get(from);
    const found = candidates.flatMap(({ to, similarity }) => {
      const candidate = cardOf.get(to);
      return candidate === undefined ? [] : [{ card: candidate, similarity }];
    });
    return card === undefined ? [] : [{ card, candidates: found }];
  });
}

/** Whether more histories wait than belong to a card: a folder is missing, or another one was named. */
export function mostHistoriesWait(store: Store): boolean {
  const { here, waiting } = countHistories(store);
  return waiting > 1 && waiting > here;
}

/**
 * The same for `check`: at each likeliest candidate, what to write if it is the card of before. A card that
 * was reworded more than once left a history each time; it can be one of them, so the likeliest is named.
 */
export function waitingProblems(store: Store): readonly Problem[] {
  const likeliest = new Map<
    CardId,
    { readonly past: Card; readonly now: Card; readonly similarity: number }
  >();
  for (const { card: past, candidates } of waitingCards(store)) {
    const [best] = candidates;
    if (best === undefined) continue;
    const { card: now, similarity } = best;
    if (similarity > (likeliest.get(now.id)?.similarity ?? -1))
      likeliest.set(now.id, { past, now, similarity });
  }
  return [...likeliest.values()].map(({ past, now }) => waitingProblem(past, now));
}

function waitingProblem(past: Card, now: Card): Problem {
  return {
    ...now.place,
    rule: 'history-waits',
    severity: 'info',
    message: `this may be an earlier card reworded, whose history waits: "${excerpt(past)}"`,
    remedy: `If it is, write <!-- id: ${past.id} --> after it.`,
    card: now.id,
  };
}

function traced({ card, textId }: { readonly card: Card; readonly textId: CardId }): TracedCard {
  return { card, sides: sidesOf(card), textId };
}
