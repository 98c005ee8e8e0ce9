/** One deck on the home screen. */
export interface DeckRow {
  readonly title: string;
  readonly due: number;
  readonly new: number;
  /** 0–1: the mean chance of recall today, unseen cards counting as none. */
  readonly known: number;
}

/** Decks that belong together, under the heading that they share; the heading may be empty. */
export interface DeckGroup {
  readonly title: string;
  readonly decks: readonly DeckRow[];
}

/** What there is to read; sections that were read are behind it. */
export interface HomeReading {
  /** Nothing has been read yet, and nothing is to be reviewed: reading is what there is to do. */
  readonly starts: boolean;
  /** The chapter to go on with. */
  readonly chapter: string;
  /** What is left of it to read takes. */
  readonly minutes: number;
}

/** What home draws: one immutable value for each time it is opened. */
export interface HomeView {
  /** The study day in words: "Friday 20 November". */
  readonly date: string;
  /** Days in a row with an answer; 0 in the first two weeks, when there is little to be told. */
  readonly run: number;
  readonly due: number;
  readonly new: number;
  /** What today's cards take at this person's pace. */
  readonly minutes: number;
  readonly groups: readonly DeckGroup[];
  /** What happened since the last time, a sentence each: linked histories, decks that an upgrade brought. */
  readonly news: readonly string[];
  /** Drafts that wait for a decision. */
  readonly drafts: number;
  /** Null where there is no reader, or all of it has been read. */
  readonly reading: HomeReading | null;
}
