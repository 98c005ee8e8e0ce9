import type { HomeView } from '../app/review/home-view.ts';
import type { Reader, SectionKey } from '../app/reading/view.ts';
import type { Reviewer } from '../app/review/view.ts';
import type { Triage } from '../app/triage/view.ts';
import type { FirstRunDoor } from './doors.ts';

/** What is on the screen, with what it shows. A new screen is a line here, and a case in `app.tsx`. */
export type Screen =
  | { readonly kind: 'first-run'; readonly door: FirstRunDoor }
  /** What `firstScreen` opens takes its time. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'home'; readonly view: HomeView }
  | { readonly kind: 'triage'; readonly triage: Triage }
  | ReviewOnScreen
  | {
      readonly kind: 'read';
      readonly reader: Reader;
      /** Null for the list of chapters. */
      readonly at: SectionKey | null;
      /** The session from one of whose cards the section was opened. */
      readonly card?: ReviewOnScreen;
    };

/** A session: of the day, or over the cards of one section. */
export interface ReviewOnScreen {
  readonly kind: 'review';
  readonly reviewer: Reviewer;
  readonly section?: { readonly reader: Reader; readonly key: SectionKey };
}
