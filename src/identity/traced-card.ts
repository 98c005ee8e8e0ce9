import type { Card, CardId, CardKey, Side } from '../model/card.ts';

/** A card as matching sees it: its text, what is scheduled of it, and the hash of its text. */
export interface TracedCard {
  readonly card: Card;
  readonly sides: readonly Side[];
  /** The id that it has, or would have if none were written. */
  readonly textId: CardId;
}

/** The history of `from` goes on under `to`. */
export interface KeyLink {
  readonly from: CardKey;
  readonly to: CardKey;
}
