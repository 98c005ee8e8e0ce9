import { mergeDecks } from './merge-decks.ts';
import { mergeDocuments, mergeLedger } from './merge-documents.ts';
import type { MergeCounts, MergeInput } from './merge-parts.ts';

/** What the files of a collection become. */
export interface Merged {
  /** New texts by path; null for a file that goes. Files that stay as they are do not appear. */
  readonly files: ReadonlyMap<string, string | null>;
  readonly cards: MergeCounts;
  readonly documents: MergeCounts;
}

/**
 * The newer package's decks and documents in the user's collection: what the user edited stands, what the
 * user deleted stays gone, what is new comes, what the user left alone follows the package.
 */
export function mergeShipped(input: MergeInput): Merged {
  const decks = mergeDecks(input);
  const documents = mergeDocuments(input);
  return {
    files: new Map([...decks.files, ...documents.files, ...mergeLedger(input)]),
    cards: decks.counts,
    documents: documents.counts,
  };
}
