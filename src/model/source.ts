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
  /** Where its mark stands in the passage's text. */
  readonly at: number;
}

/** From `text` on, a passage's text and the document run in step, until the next such point. */
export interface TextStep {
  readonly text: number;
  readonly document: number;
}

/** What is set apart in a passage's text, as offsets into it; `math` includes its dollars. */
export interface InlineMark extends Span {
  readonly kind: 'strong' | 'emphasis' | 'code' | 'math';
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
  /** The one who reads it out, where the words are not his own: then `speaker` names what he reads. */
  readonly readBy?: string;
  /** Plain text, white space folded, marks of emphasis and of footnotes removed. */
  readonly text: string;
  /** Leads from the text back to the unchanged document; never empty, starts at 0, ascending. */
  readonly steps: readonly TextStep[];
  readonly marks: readonly InlineMark[];
  readonly citations: readonly Citation[];
}

/** A piece of a document that a card can come from. */
export type Passage =
  | (PassageBase & { readonly kind: 'heading'; readonly depth: number })
  | (PassageBase & { readonly kind: 'paragraph' })
  | (PassageBase & {
      readonly kind: 'item';
      readonly ordered: boolean;
      /** As written in an ordered list; position in a bulleted one. */
      readonly number: number;
      /** Which list of the document it belongs to, counted from 0. */
      readonly list: number;
      /** How many lists it is nested in, counted from 1. */
      readonly level: number;
    })
  | (PassageBase & {
      readonly kind: 'definition';
      readonly term: string;
      /** The end of `text`. */
      readonly definition: string;
    })
  | (PassageBase & {
      readonly kind: 'quote';
      /** Empty where the list names none. */
      readonly topic: string;
      /** Without its quotation marks; a stretch of `text`. */
      readonly quote: string;
      /** As the list gives it: a person, or the publication after "Source:". */
      readonly attributedTo: string;
      /** The list names a publication, not a person. */
      readonly fromPublication: boolean;
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
  /** From its front matter, without `#`. */
  readonly tags?: readonly string[];
  /** The unchanged text that all spans refer to. */
  readonly text: string;
  readonly passages: readonly Passage[];
}
