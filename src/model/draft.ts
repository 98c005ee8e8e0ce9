import type { Role } from './card.ts';
import type { Span } from './problem.ts';

/** What a proposed card asks; the same shapes as a card's, without identity. */
export type DraftContent =
  | { readonly kind: 'basic'; readonly question: string; readonly answer: string }
  | { readonly kind: 'term'; readonly term: string; readonly definition: string }
  | { readonly kind: 'cloze'; readonly text: string }
  | { readonly kind: 'list'; readonly question: string; readonly items: readonly string[] };

/** Where a draft's claim stands: the document's own passage first, then the originals that it cites. */
export interface DraftSource {
  readonly label: string;
  readonly target: string;
  readonly anchor?: string;
}

/** A card that a drafter proposes: text, kind, origin; it gets its identity when it is let in. */
export interface CardDraft {
  readonly content: DraftContent;
  readonly role: Role;
  readonly tags: readonly string[];
  readonly note: string;
  /** Headings of the deck under which it belongs, outermost first. */
  readonly topics: readonly string[];
  readonly sources: readonly DraftSource[];
  /** The rule or model that made it: `question-heading`. */
  readonly rule: string;
  /** Which card of several that the rule makes from one sentence: `name`, `why`, `c1`. */
  readonly slot: string;
  /** The sentence of the document that it rests on, as plain text; part of its identity. */
  readonly sentence: string;
  /** That sentence (or more) in the unchanged document. */
  readonly span: Span;
  readonly speaker?: string;
  /** 0–1: how likely it is worth keeping; orders drafts. */
  readonly score: number;
  /** False for what comes from unpunctuated speech or a model: it waits in `drafts/` for a person. */
  readonly sure: boolean;
}
