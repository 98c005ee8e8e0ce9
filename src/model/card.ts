import type { Brand } from './brand.ts';
import type { Place, Span } from './problem.ts';

/** Names a card: written in the deck, or `t` + a hash of its kind and text. */
export type CardId = Brand<'CardId'>;

/** Names one side of a card, the unit that is scheduled: the id alone, or `id/side`. */
export type CardKey = Brand<'CardKey'>;

export type CardKind = 'basic' | 'term' | 'cloze' | 'list';

/** What a card is about, written as a tag: `#reason`. */
export type Role =
  | 'argument'
  | 'question'
  | 'reason'
  | 'objection'
  | 'definition'
  | 'quote'
  | 'fact';

export const roles: readonly Role[] = [
  'argument',
  'question',
  'reason',
  'objection',
  'definition',
  'quote',
  'fact',
];

/** One `S:` line: `[label](target) "anchor"`. */
export interface SourceRef {
  readonly label: string;
  /** As written: a path relative to the deck file, with `#heading`, or an address. */
  readonly target: string;
  /** At most 8 words that occur exactly once under the target; absent where none is written. */
  readonly anchor?: string;
  readonly place: Place;
}

/** A lint rule silenced for one card, with the reason that its author wrote. */
export interface LintSwitch {
  readonly rule: string;
  readonly reason: string;
}

interface CardBase {
  readonly id: CardId;
  /** False where the id is derived from the text, and changes with it. */
  readonly idWritten: boolean;
  /** Anki's GUID where it differs from the id. */
  readonly guid?: string;
  /** The title of the deck that it belongs to. */
  readonly deck: string;
  /** The headings above it, outermost first, as Markdown. */
  readonly topics: readonly string[];
  /** The deck's tags, then its own, each once, without `#`. */
  readonly tags: readonly string[];
  readonly sources: readonly SourceRef[];
  /** Markdown shown after the answer; empty where there is none. */
  readonly note: string;
  /** The answer is typed before it is shown. */
  readonly typed: boolean;
  readonly off: readonly LintSwitch[];
  /** Where its first mark stands. */
  readonly place: Place;
  /** Its bytes in the file: from the first mark to the end of its comment. */
  readonly span: Span;
}

export interface BasicCard extends CardBase {
  readonly kind: 'basic';
  readonly question: string;
  readonly answer: string;
}

interface TermCard extends CardBase {
  readonly kind: 'term';
  readonly term: string;
  readonly definition: string;
}

/** A deletion in a cloze's text. */
export interface Hole {
  /** The number of `{{cN::…}}`; absent for `[…]`. */
  readonly number?: number;
  readonly text: string;
  readonly hint?: string;
  /** The whole deletion with its marks, in `ClozeCard.text`. */
  readonly span: Span;
}

export interface ClozeCard extends CardBase {
  readonly kind: 'cloze';
  /** Markdown with the deletions still marked. */
  readonly text: string;
  readonly holes: readonly Hole[];
}

export interface ListCard extends CardBase {
  readonly kind: 'list';
  readonly question: string;
  /** One Markdown text an item, without its number. */
  readonly items: readonly string[];
}

/** A piece of deck text that asks something; its sides are what is asked. */
export type Card = BasicCard | TermCard | ClozeCard | ListCard;

/** One thing that is asked and scheduled. Sides of one card are siblings: not asked on one day. */
export interface Side {
  readonly key: CardKey;
  readonly card: CardId;
  /** What follows the `/` in the key; empty for a basic card. */
  readonly name: string;
  /** The text that the name was made from (a hole's or an item's), for matching when it is reworded. */
  readonly text: string;
}
