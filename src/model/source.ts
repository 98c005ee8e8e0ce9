import type { Span } from './problem.ts';

/** Kinds of document that tenet reads. */
export type DocumentKind =
  | 'markdown'
  | 'html'
  | 'plain-text'
  | 'transcript'
  | 'subtitles'
  | 'quote-list'
  | 'web-capture';

/** `furniture` is what a page has around its matter: menus, credits, ratings, other episodes. */
export type Region = 'body' | 'furniture';

/** A footnote or citation that a passage points to: the original that it rests on. */
export interface Citation {
  /** The footnote's label, or the number in a list. */
  readonly label: string;
  /** As in a card's `S:` line. */
  readonly title: string;
  readonly target: string;
  readonly anchor?: string;
}

interface PassageBase {
  /** Where it stands in the unchanged document, in UTF-16 offsets. */
  readonly span: Span;
  /** The headings above it, outermost first, as plain text. */
  readonly headings: readonly string[];
  /** The fragment under which it can be linked: the id of the nearest heading, else empty. */
  readonly fragment: string;
  readonly region: Region;
  /** Who says it, where the document tells. */
  readonly speaker?: string;
  /** Plain text, white space folded, marks of emphasis and of footnotes removed. */
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** A piece of a document that a card can come from. */
export type Passage =
  | (PassageBase & { readonly kind: 'heading'; readonly depth: number })
  | (PassageBase & {
      readonly kind: 'paragraph';
      /** The phrases that stand in bold or italics, in order, as in `text`. */
      readonly emphasised: readonly string[];
      /** The Markdown of the paragraph without footnote marks, for showing. */
      readonly markdown: string;
    })
  | (PassageBase & {
      readonly kind: 'item';
      readonly ordered: boolean;
      /** As written in an ordered list; position in a bulleted one. */
      readonly number: number;
      /** Which list of the document it belongs to, counted from 0. */
      readonly list: number;
      readonly emphasised: readonly string[];
      readonly markdown: string;
    })
  | (PassageBase & {
      readonly kind: 'definition';
      readonly term: string;
      readonly definition: string;
    })
  | (PassageBase & {
      readonly kind: 'quote';
      readonly topic: string;
      readonly quote: string;
      readonly attributedTo: string;
      readonly part: string;
      readonly number: number;
    })
  | (PassageBase & {
      readonly kind: 'row';
      readonly header: readonly string[];
      readonly cells: readonly string[];
    })
  | (PassageBase & { readonly kind: 'turn'; readonly startSeconds?: number });

/** A document, read. */
export interface Source {
  /** As the user named it: relative to the collection where it lies inside, with `/`. */
  readonly path: string;
  readonly kind: DocumentKind;
  readonly title: string;
  /** Who speaks or writes where a passage names nobody. */
  readonly author?: string;
  /** The unchanged text that all spans refer to. */
  readonly text: string;
  readonly passages: readonly Passage[];
}
