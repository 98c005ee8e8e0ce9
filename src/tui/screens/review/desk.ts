import type { Reviewer, ReviewView, ShownCard } from '../../../app/review/view.ts';
import type { Keymap } from '../../keymap.ts';
import type { Extent, ReviewState } from './state.ts';

/** How a screen is left: one step back, for good, or at once with Ctrl-C. */
export type Leaving = 'back' | 'leave' | 'quit';

/** What the review screen is given by the app around it. */
export interface ReviewPorts {
  readonly reviewer: Reviewer;
  readonly keymap: Keymap;
  readonly buttons: 2 | 4;
  /** Lends the terminal to the person's editor, with the card's deck open; resolves when it is closed. */
  readonly openEditor: (card: ShownCard) => Promise<void>;
  /** Opens the section of the reader that a card is from; false where it is from none. */
  readonly onReadSection: (card: ShownCard) => Promise<boolean>;
  readonly onLeave: (how: Leaving) => void;
  /** Gets what nobody can act on: a bug. */
  readonly onBug: (failure: unknown) => void;
  /** Milliseconds that only ever grow, for the time between two keys. */
  readonly monotonicMs: () => number;
}

/** What the actions of the screen work with. */
export interface Desk extends ReviewPorts {
  state(): ReviewState;
  change(patch: Partial<ReviewState>): void;
  extent(): Extent;
  /** The view that the person sees: the session may be ahead of the screen. */
  seen(): ReviewView | null;
  /** Runs slow work, its failure reported like that of an action; keys wait until it is done. */
  background(work: () => Promise<void>): void;
  /** The same, and the keys go on. */
  meanwhile(work: () => Promise<void>): void;
}

/** The card of a view, where it has one. */
export function cardOf(view: ReviewView): ShownCard | null {
  return view.phase === 'question' || view.phase === 'answer' ? view.card : null;
}
