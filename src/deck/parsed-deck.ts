import type { Card, LintSwitch } from '../model/card.ts';
import type { DeckFile, Notation } from '../model/deck.ts';
import type { DraftContent, DraftSource } from '../model/draft.ts';
import type { Span } from '../model/problem.ts';

/** A stretch of a deck's text. Every character belongs to exactly one piece, in order. */
export type Piece =
  | { readonly kind: 'front-matter' | 'prose' | 'rule'; readonly span: Span }
  | { readonly kind: 'heading'; readonly span: Span; readonly depth: number; readonly text: string }
  /** A card; one whose text another card of the file has already is a piece, but not in `cards`. */
  | { readonly kind: 'card'; readonly span: Span; readonly card: Card }
  /** A card that cannot be asked; `problems` says why. */
  | { readonly kind: 'broken'; readonly span: Span };

/** A deck file, read: its cards, its problems, and where every character of its text went. */
export interface ParsedDeck extends DeckFile {
  readonly text: string;
  readonly notation: Notation;
  readonly pieces: readonly Piece[];
}

/** A card as it is to be written: what it says and what tenet keeps about it, without a place. */
export interface CardText {
  readonly content: DraftContent;
  readonly sources: readonly DraftSource[];
  readonly note: string;
  readonly tags: readonly string[];
  readonly id?: string;
  readonly guid?: string;
  readonly typed?: boolean;
  readonly off?: readonly LintSwitch[];
}
