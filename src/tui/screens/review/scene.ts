import type { HomeReading } from '../../../app/review/home-view.ts';
import type { ReviewView } from '../../../app/review/view.ts';
import type { PictureScene } from '../../components/pictured-screen.tsx';
import type { Keymap } from '../../keymap.ts';
import type { ReviewState } from './state.ts';

/** The cards of the day, those of one section of the reader, or those that teach the keys. */
export type SessionKind = 'day' | 'section' | 'practice';

/** What a picture of the review screen depends on. */
export interface Scene extends PictureScene<ReviewView, ReviewState> {
  readonly keymap: Keymap;
  readonly buttons: 2 | 4;
  readonly nowMs: number;
  readonly what: SessionKind;
  /** What there is to read now that the cards are done; null where there is nothing, and before. */
  readonly reading: HomeReading | null;
  /** What leaving is called: where the app goes on. */
  readonly leaveLabel: string;
}
