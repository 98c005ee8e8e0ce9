import path from 'node:path';
import type { CardId } from '../../model/card.ts';
import type { Problem, Severity } from '../../model/problem.ts';
import type { SourceView } from '../review/view.ts';

/** What a rule of the linter says of a draft. */
export interface DraftFinding {
  /** `Q08`. */
  readonly rule: string;
  /** An error keeps the draft out of the decks until it is mended or switched off. */
  readonly severity: Severity;
  /** A sentence without its full stop. */
  readonly message: string;
  readonly remedy: string;
}

/** One part of a draft, as it is written in a deck after its mark. */
export interface DraftField {
  readonly mark: FieldMark;
  /** Markdown; a cloze has all its words, the deletions between the marks of a gap. */
  readonly markdown: string;
  /** What a cloze hides; empty otherwise. */
  readonly hidden: readonly string[];
}

/** The mark under which a part of a card stands in a deck. */
export type FieldMark = 'Q' | 'A' | 'T' | 'D' | 'C';

/** A card of the decks that says nearly the same as a draft. */
export interface NearCard {
  readonly id: CardId;
  /** Its deck file, relative to the collection. */
  readonly file: string;
  readonly fields: readonly DraftField[];
}

/** A draft, with all that a person wants to see of it before deciding. */
export interface ShownDraft {
  readonly id: CardId;
  /** The file of drafts, relative to the collection, and the line of the draft in it. */
  readonly file: string;
  readonly line: number;
  readonly fields: readonly DraftField[];
  readonly note: string;
  readonly tags: readonly string[];
  /** The title of its deck, and the headings under which it would stand. */
  readonly deck: string;
  readonly topics: readonly string[];
  /** The document that it was made from, relative to the collection; where unknown, the file of drafts. */
  readonly document: string;
  /** Errors first. */
  readonly findings: readonly DraftFinding[];
  readonly near: NearCard | null;
  /** Its passage in its document and what it cites besides, read when the draft came up. */
  readonly sources: readonly SourceView[];
  /** The passage is gone from the document. */
  readonly gone: boolean;
}

/** How many drafts of this sitting are where; those put off count as done. */
export interface TriageProgress {
  readonly done: number;
  readonly total: number;
  readonly kept: number;
  readonly rejected: number;
  readonly merged: number;
  /** Put off until another sitting. */
  readonly later: number;
  /** Cards that the person wrote from passages. */
  readonly written: number;
}

/** What a triage screen draws: one immutable value for each step. */
export type TriageView = {
  readonly progress: TriageProgress;
  readonly canUndo: boolean;
  /** What the last act did; null when there is nothing to say. */
  readonly notice: string | null;
} & (
  | { readonly phase: 'draft'; readonly draft: ShownDraft }
  /** Every draft was decided on or put off. */
  | { readonly phase: 'done' }
);

/** Whose words a merged card has: those of the card that stands, or those of the draft. */
export type MergedWords = 'card' | 'draft';

/**
 * One sitting over the drafts. Every method that changes something has written it durably when it
 * returns; where it cannot, it throws `TenetError` and the view stays as it was.
 */
export interface Triage {
  /** Drafts that cannot be shown, since their files or their text cannot be read. */
  readonly problems: readonly Problem[];
  /** The same object until something changes. */
  view(): TriageView;
  subscribe(listener: () => void): () => void;
  /** Moves the draft into its deck. Throws, with the findings as problems, while the linter has an error. */
  keep(): void;
  /** Takes the draft away; it does not come back when its document is read again. */
  reject(reason: string): void;
  /** Makes one card of the draft and the near one: its id stays, and it gets the draft's sources. */
  merge(words: MergedWords): void;
  /** Switches a rule off for the draft, with a reason that stays on the card. */
  switchOff(rule: string, reason: string): void;
  /** Puts the draft off until another sitting. */
  later(): void;
  /** Puts off what is left of the draft's document. */
  leaveDocument(): void;
  /** Takes the last act of this sitting back, files and all. */
  undo(): void;
  /** The draft as deck notation, its lines ended by `\n` alone, and new text for it; throws `TenetError` with its problems. */
  draftText(): string;
  edit(text: string): void;
  /** New text for some parts of the draft; the others stay. */
  reword(fields: FieldTexts): void;
  /** A card of one's own as deck notation, the source filled in; and such a card for the deck. */
  ownText(question?: string, answer?: string): string;
  addOwn(text: string): void;
  /** Files changed on disk: read them again and stay on the same draft. */
  reload(): void;
}

/** Texts of a draft's parts by mark, as they are written in a deck. */
export type FieldTexts = Readonly<Partial<Record<FieldMark, string>>>;

/** What a draft's document is called in a row: its file, without the folders, which may lead far. */
export function documentName({ document }: Pick<ShownDraft, 'document'>): string {
  return path.posix.basename(document);
}

/** Usual reasons to reject a draft, in the order of their keys. */
export const usualReasons: readonly string[] = [
  'not what the passage says',
  'not worth remembering',
  'unclear on its own',
  'asked already',
  'written anew',
];

/** The linter's errors among the findings: what stands between a draft and its deck. */
export function errorsOf(findings: readonly DraftFinding[]): readonly DraftFinding[] {
  return findings.filter(({ severity }) => severity === 'error');
}
