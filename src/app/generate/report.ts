import type { Problem } from '../../model/problem.ts';
import type { DocumentKind } from '../../model/source.ts';

/** A proposed card that did not become one, and why. */
export interface DroppedDraft {
  readonly rule: string;
  /** What it would have asked. */
  readonly asks: string;
  /** The line of the document, from 1. */
  readonly line: number;
  readonly reason: string;
}

/** A card that is new, or whose text follows its document again. */
interface WrittenCard {
  readonly id: string;
  /** In deck notation, as the document makes it. */
  readonly text: string;
  /** Why it waits among the drafts; empty where it is in a deck. */
  readonly waits: string;
}

/** What happened to the proposals of one document. */
export interface DocumentReport {
  readonly path: string;
  readonly kind: DocumentKind;
  /** 0–1: how sure the kind is. */
  readonly confidence: number;
  readonly title: string;
  /** The deck file that new cards of it go to, relative to the collection. */
  readonly deck: string;
  /** Cards that are new in the deck, or among the drafts. */
  readonly made: number;
  readonly drafts: number;
  /** Cards whose text follows the document again. */
  readonly updated: number;
  readonly same: number;
  /** Left alone because a person edited them; of these, `stale` differ from what the document says now. */
  readonly edited: number;
  readonly stale: readonly string[];
  /** Not made because a person deleted or rejected them, or they were withdrawn. */
  readonly turnedDown: number;
  /** Not made because a deck could not be read, and they may be in it. */
  readonly unknown: number;
  readonly dropped: readonly DroppedDraft[];
  /** What `made`, `drafts` and `updated` count, in the document's order. */
  readonly cards: readonly WrittenCard[];
}

/** A card that stands although its place in its document is gone. */
interface GoneCard {
  readonly id: string;
  readonly source: string;
  readonly asks: string;
}

/** All that a run of the generator did, or would do. */
export interface GenerateReport {
  readonly documents: readonly DocumentReport[];
  /** Files that were written, or would be, relative to the collection. */
  readonly files: readonly string[];
  readonly gone: readonly GoneCard[];
  /** Documents and decks that could not be read, and what was passed over in folders. */
  readonly problems: readonly Problem[];
  /** Decks and documents do not belong together any more: a deck would change, or a card lost its place. */
  readonly drifted: boolean;
}

/** How far a run is. */
export interface GenerateProgress {
  readonly done: number;
  readonly total: number;
  /** The document that is next; empty at the end. */
  readonly path: string;
  /** How many of its drafts were looked at, once that has begun. */
  readonly drafts?: { readonly done: number; readonly total: number };
}
