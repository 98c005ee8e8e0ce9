import type { HomeReading } from '../../../app/review/home-view.ts';
import type { Reviewer, ReviewView, ShownCard } from '../../../app/review/view.ts';
import type { Desk, Ports } from '../../control/desk.ts';
import type { ReviewState } from './state.ts';

/** What the review screen is given by the app around it. */
export interface ReviewPorts extends Ports {
  readonly reviewer: Reviewer;
  readonly buttons: 2 | 4;
  /** Lends the terminal to the person's editor, with the card's deck open; resolves when it is closed. */
  readonly openEditor: (card: ShownCard) => Promise<void>;
  /** What there is to read when the cards are done; null where there is nothing. */
  readonly reading: () => HomeReading | null;
  /** Goes on reading. */
  readonly onRead: () => void;
  /** Opens the section of the reader that a card is from; false where it is from none. */
  readonly onReadSection: (card: ShownCard) => Promise<boolean>;
}

/** What the actions of the review screen work with. */
export interface ReviewDesk extends ReviewPorts, Desk<ReviewView, ReviewState> {}

/** The card of a view, where it has one. */
export function cardOf(view: ReviewView): ShownCard | null {
  return view.phase === 'question' || view.phase === 'answer' ? view.card : null;
}
