import type { ReviewView } from '../../../app/review/view.ts';
import type { Keymap } from '../../keymap.ts';
import type { Size } from '../../layout.ts';
import type { ReviewState } from './state.ts';

/** The cards of the day, those of one section of the reader, or those that teach the keys. */
export type SessionKind = 'day' | 'section' | 'practice';

/** What a picture of the review screen depends on. */
export interface Scene {
  readonly view: ReviewView;
  readonly state: ReviewState;
  readonly size: Size;
  readonly keymap: Keymap;
  readonly buttons: 2 | 4;
  /** Code and maths keep their marks: the theme has no colour for them. */
  readonly marks: boolean;
  readonly nowMs: number;
  readonly what: SessionKind;
  /** What leaving is called: where the app goes on. */
  readonly leaveLabel: string;
}
