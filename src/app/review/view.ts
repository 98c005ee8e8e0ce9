import type { CardId, CardKey, CardKind, SourceRef } from '../../model/card.ts';
import type { Face } from '../../model/face.ts';
import type { Due, Grade } from '../../model/schedule.ts';
import type { SessionProgress } from '../../review/session.ts';

/** The side on the screen. */
export interface ShownCard {
  readonly key: CardKey;
  readonly id: CardId;
  readonly kind: CardKind;
  readonly face: Face;
  readonly deck: string;
  readonly topics: readonly string[];
  readonly tags: readonly string[];
  readonly note: string;
  /** The answer is typed; `expected` is what it is compared with, as plain text. */
  readonly typed: { readonly expected: string } | null;
  readonly sources: readonly SourceRef[];
  /** The deck file, relative to the collection, and the line of the card in it. */
  readonly file: string;
  readonly line: number;
  readonly flag: number;
  readonly flagNote: string;
  /** First showing ever, coming back in its learning steps, or a review. */
  readonly state: 'new' | 'learning' | 'review' | 'relearning';
}

/** A grade that can be given now, and when the card would come back. */
export interface GradeChoice {
  readonly grade: Grade;
  readonly due: Due;
  /** Seconds from now for steps, whole days × 86,400 for days. */
  readonly inSeconds: number;
}

/** What a session amounted to. */
export interface SessionSummary {
  /** Answers given, undone ones not counted. */
  readonly answers: number;
  readonly cards: number;
  readonly minutes: number;
  /** 0–1 over review cards and relearning, null when there was none. */
  readonly recalled: number | null;
  readonly tomorrow: number;
  readonly tomorrowMinutes: number;
  /** The question that was missed most often, as plain text. */
  readonly hardest: string | null;
}

/** What a review screen draws: one immutable value for each step of the session. */
export type ReviewView = {
  readonly progress: SessionProgress;
  readonly canUndo: boolean;
  /** A line that reports the last action ("Suspended. u brings it back."); null when there is none. */
  readonly notice: string | null;
} & (
  | { readonly phase: 'question'; readonly card: ShownCard }
  | { readonly phase: 'answer'; readonly card: ShownCard; readonly choices: readonly GradeChoice[] }
  /** Only learning cards are left, and the next one is not due before `untilMs`. */
  | { readonly phase: 'waiting'; readonly untilMs: number }
  | { readonly phase: 'done'; readonly summary: SessionSummary }
);

/** A passage in its document, for the `s` key. */
export interface SourceView {
  readonly title: string;
  /** "Jan Leike, 2022, https://…" where the document or the originals list tells. */
  readonly details: string;
  /** Text of the document around the passage, untrusted. */
  readonly before: string;
  readonly passage: string;
  readonly after: string;
  /** Where in `passage` the anchor stands; null where it is not found, with `problem` saying so. */
  readonly anchor: { readonly start: number; readonly end: number } | null;
  readonly problem: string | null;
}

/**
 * One sitting. Screens and plain mode drive it and see nothing else of the program. Every method that
 * changes something has written it durably when it returns; a failing disk throws `TenetError` and
 * leaves the view as it was.
 */
export interface Reviewer {
  /** The same object until something changes, as `useSyncExternalStore` wants. */
  view(): ReviewView;
  subscribe(listener: () => void): () => void;
  /**
   * From the question to the answer; the time to answer starts at the question. While waiting: the next
   * learning card's question, before its time.
   */
  show(): void;
  grade(grade: Grade): void;
  undo(): void;
  bury(): void;
  suspend(): void;
  flag(flag: number, note: string): void;
  /** Time passed: a waiting card may be due now. */
  tick(): void;
  /** The sources of the card on the screen, read from their documents now. */
  sources(): Promise<readonly SourceView[]>;
  /** New text for the card on the screen, as deck notation; throws `TenetError` with its problems. */
  edit(text: string): Promise<void>;
  /** The card's text as deck notation, for editing. */
  cardText(): string;
  /** The deck files changed on disk: read them again and stay on the same card. */
  reload(): Promise<void>;
  summary(): SessionSummary;
}
