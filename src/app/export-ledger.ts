import type { Card, Side } from '../model/card.ts';
import { sideOrds } from './export-notes.ts';
import type { CardFacts } from './export-notes.ts';
import type { OpenCollection } from './open-collection.ts';

/** What the ledger knows of the cards that are exported. */
export interface ExportFacts {
  of(card: Card, sides: readonly Side[]): CardFacts;
  /** Cards that were given out once and should be studied no more. */
  readonly withdrawnCards: readonly Card[];
  /** Writes down the numbers that were given for the first time. */
  save(): void;
}

export function factsFor(
  _open: OpenCollection,
  _cards: readonly Card[],
  _decks: readonly string[],
): ExportFacts {
  return {
    of: (card, sides) => ({
      guid: card.guid ?? card.id,
      madeMs: null,
      changedSeconds: null,
      ords: sideOrds(sides, new Map()),
      withdrawn: null,
    }),
    withdrawnCards: [],
    save: () => {},
  };
}
