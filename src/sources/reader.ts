import type { DocumentKind, Source } from '../model/source.ts';

/**
 * Reads one kind of document. A new kind is a file with such a value and a line in `index.ts`; it
 * yields passages in document order whose spans and steps refer to the text as it was given.
 */
export interface SourceReader {
  readonly kind: DocumentKind;
  /** 0–1: how sure it is, from the structure and the path, that this is its kind. */
  detect(text: string, path: string): number;
  /** Throws `TenetError` where the text cannot be read in bounded time. */
  read(text: string, path: string): Source;
}
