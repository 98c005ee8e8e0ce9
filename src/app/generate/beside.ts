import type { Beside } from '../../deck/edit.ts';
import type { Card, CardId } from '../../model/card.ts';

/** A card of a document that stands in a deck, and where its passage begins. */
export interface Neighbour {
  readonly card: Card;
  readonly start: number;
}

/**
 * Finds the card of the same topic beside which a new one goes: after the one that its document has before
 * it, else before the one that comes after it. So a deck follows its document, and what two branches add
 * in different places of it merges. Undefined where the topic has no card of the document.
 */
export function besideIn(
  neighbours: readonly Neighbour[],
): (topics: readonly string[], start: number) => Beside | undefined {
  const byTopic = Map.groupBy(neighbours, ({ card }) => JSON.stringify(card.topics));
  return (topics, start) => {
    const [above, below] = nearest(byTopic.get(JSON.stringify(topics)) ?? [], start);
    if (above !== undefined) return { side: 'after', card: above.card.id };
    return below === undefined ? undefined : { side: 'before', card: below.card.id };
  };
}

/** The card that comes next in the document, whatever its topic: a new section goes in front of its. */
export function aheadIn(neighbours: readonly Neighbour[], start: number): CardId | undefined {
  return nearest(neighbours, start)[1]?.card.id;
}

function nearest(
  neighbours: readonly Neighbour[],
  start: number,
): readonly [above: Neighbour | undefined, below: Neighbour | undefined] {
  let above: Neighbour | undefined;
  let below: Neighbour | undefined;
  for (const each of neighbours)
    if (each.start <= start) {
      if (above === undefined || each.start >= above.start) above = each;
    } else if (below === undefined || each.start < below.start) below = each;
  return [above, below];
}
