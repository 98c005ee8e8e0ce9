import type { Card } from './card.ts';
import type { Problem } from './problem.ts';

/** Whose marks a deck file is read with. */
export type Notation = 'tenet' | 'shared' | 'hashcards' | 'repeater';

/** One Markdown file of cards. Files with the same title are one deck. */
export interface DeckFile {
  /** Relative to the collection, with `/`. */
  readonly path: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly cards: readonly Card[];
  readonly problems: readonly Problem[];
}
