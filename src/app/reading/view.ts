import type { CardKey } from '../../model/card.ts';
import type { Reviewer } from '../review/view.ts';

/** Names a section as `read` events and the index of cards do: `document#heading`. */
export type SectionKey = string;

/** A section in the list of chapters. */
export interface ReadSection {
  readonly key: SectionKey;
  readonly title: string;
  readonly read: boolean;
  /** What reading it takes, at least one. */
  readonly minutes: number;
  readonly cards: number;
}

/** A chapter with how far it has been read. */
export interface ReadChapter {
  /** Its file, relative to the collection. */
  readonly document: string;
  /** Its place among the files, from 1. */
  readonly number: number;
  readonly title: string;
  /** On the path that everyone is meant to read. */
  readonly core: boolean;
  readonly sections: readonly ReadSection[];
  readonly sectionsRead: number;
  /** What reading all of it takes, and what is left of it. */
  readonly minutes: number;
  readonly minutesLeft: number;
  readonly cards: number;
}

/** The reader with all progress: one immutable value for each time it is asked for. */
export interface ReaderView {
  readonly title: string;
  /** The core path first, then the others; each in the order of the files. */
  readonly chapters: readonly ReadChapter[];
  readonly sections: number;
  readonly sectionsRead: number;
  readonly minutesLeft: number;
  /** Where to go on: behind what was read last, else at the first section that was not; null at the end. */
  readonly next: SectionKey | null;
}

/** A source that a footnote names. */
export interface FootnoteSource {
  readonly label: string;
  /** Words by which the place can be found in it; empty where none are given. */
  readonly anchor: string;
  /** The original's title; empty where the list of originals does not have it. */
  readonly title: string;
  /** "Jan Leike, 2022, https://…", as far as the list tells, or the address itself. */
  readonly details: string;
}

/** A footnote of one section. */
export interface Footnote {
  /** By the order in which the section calls them, from 1. */
  readonly number: number;
  /** What it says besides its sources. */
  readonly text: string;
  readonly sources: readonly FootnoteSource[];
}

/** How the cards of a section are spread over days. */
export interface SectionCards {
  /** So many a sitting asks now. */
  readonly now: number;
  /** So many more, never seen, are left for the coming days by the day's limit. */
  readonly later: number;
  /** The day's limit of new cards. */
  readonly newPerDay: number;
}

/** A section to be read. */
export interface SectionPage {
  readonly chapter: ReadChapter;
  readonly section: ReadSection;
  /** Its place in the chapter, from 1. */
  readonly place: number;
  /** Markdown without its heading; calls of footnotes stand in it as `[^1]`, `[^2]`, …. */
  readonly markdown: string;
  readonly footnotes: readonly Footnote[];
  readonly cards: SectionCards;
  readonly previous: SectionKey | null;
  /** In the same chapter. */
  readonly next: SectionKey | null;
}

/** The reader of one collection. Methods that write have written durably when they return. */
export interface Reader {
  view(): ReaderView;
  /** The section as its document has it now. Throws `TenetError` where it cannot be read. */
  page(key: SectionKey): SectionPage;
  /** The section was read: its cards are in the schedule from now on. */
  markRead(key: SectionKey): void;
  /** A sitting over the cards of one section that are to be asked now; missed ones come again at its end. */
  cards(key: SectionKey): Reviewer;
  /** How many cards today asks besides those that reading on would bring. */
  due(): number;
  /** The explanations of words as Markdown; null where there are none. */
  glossary(): string | null;
  /** The section that a card is from; null where it is from none. */
  sectionOfCard(key: CardKey): SectionKey | null;
}
