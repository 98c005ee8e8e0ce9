import type { Ground, LintCard } from '../../lint/card.ts';
import type { Card } from '../../model/card.ts';
import { contentOf } from '../generate/cards.ts';

/** A card of a deck as the linter takes it; `name` is what others call it in a finding. */
export function lintCardOf(
  card: Card,
  grounds: readonly Ground[] = [],
  name: string = card.id,
): LintCard {
  const { note, tags, deck, topics, off } = card;
  return {
    content: contentOf(card),
    ...(card.kind === 'cloze' ? { holes: card.holes } : {}),
    note,
    tags,
    deck,
    topics,
    off,
    grounds,
    name,
  };
}
