import type { HomeReading, HomeView } from '../app/review/home-view.ts';
import type { Reader, SectionKey } from '../app/reading/view.ts';
import type { Reviewer } from '../app/review/view.ts';
import type { Triage } from '../app/triage/view.ts';
import type { DailyMinutes } from '../app/welcome/welcome.ts';

/** Opens a session: of all that is due, or of one deck. */
export type OpenReviewer = (deck?: string) => Promise<Reviewer>;

/** Opens the reader as its documents are now. */
export type OpenReader = () => Promise<Reader>;

/** What there is to read now; null where all of it was read. */
export type ReadingNow = () => HomeReading | null;

/** What precedes everything else on the first day. */
export interface FirstRunDoor {
  /** The practice cards. */
  readonly practice: () => Reviewer;
  /** Keeps the choice (null where it was skipped); the result is how many grades there are to choose from. */
  readonly keep: (minutes: DailyMinutes | null) => Promise<2 | 4>;
}

/** What the app can open, and where it begins. */
export type Doors = {
  readonly reader?: OpenReader | undefined;
  /** What there is to read now; absent where there is no reader. */
  readonly reading?: ReadingNow | undefined;
  readonly firstRun?: FirstRunDoor | undefined;
} & (
  | { readonly first: 'review'; readonly review: OpenReviewer; readonly home?: undefined }
  | {
      readonly first: 'home';
      readonly review: OpenReviewer;
      readonly home: () => Promise<HomeView>;
    }
  | {
      readonly first: 'read';
      readonly reader: OpenReader;
      readonly from: (reader: Reader) => SectionKey | undefined;
      readonly review?: undefined;
      readonly home?: undefined;
    }
  | {
      readonly first: 'triage';
      readonly triage: () => Promise<Triage>;
      readonly review?: undefined;
      readonly home?: undefined;
    }
);
