/** Texts by path, relative to a collection, with `/`. */
export type Texts = ReadonlyMap<string, string>;

export interface MergeInput {
  /** What the package had when the user's files were last brought up to date. */
  readonly base: Texts;
  /** What it has now. */
  readonly fresh: Texts;
  /** What the user has: every deck, and every document that the package has or had. */
  readonly mine: Texts;
}

/** How many cards and documents came, changed or went, and how many stayed as the user wrote them. */
export interface MergeCounts {
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  readonly kept: number;
}

/** What a merge does with some of the files. */
export interface Part {
  readonly files: ReadonlyMap<string, string | null>;
  readonly counts: MergeCounts;
}

/** A deck of a collection, by its path. */
export const isDeck = (path: string): boolean => path.startsWith('decks/') && path.endsWith('.md');
/** The ledger of generated cards. */
export const isLedger = (path: string): boolean => path.endsWith('.jsonl');

/** Line ends and the space around a text are not edits. */
export function sameText(a: string | undefined, b: string | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && plain(a) === plain(b));
}

function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
