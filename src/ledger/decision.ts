import type { LedgerEntry, TurnedDown } from './entry.ts';
import type { DraftFacts } from './match-drafts.ts';

/** A draft as the merge sees it: what it rests on, what it says as hashes, where it may go. */
export interface ProposedCard extends DraftFacts {
  readonly content: string;
  readonly sources: string;
  /** A draft that was refused is not made, but a card that it once became stands. */
  readonly admitted: 'deck' | 'draft' | 'refused';
}

/** A generated card that stands in a deck or in a file of drafts now. */
export interface PresentCard {
  readonly where: 'deck' | 'draft';
  readonly content: string;
  readonly sources: string;
}

/** All that is decided on. */
export interface MergeInput<Draft extends ProposedCard> {
  readonly drafts: readonly Draft[];
  readonly ledger: ReadonlyMap<string, LedgerEntry>;
  /** All cards with written ids, by id. */
  readonly present: ReadonlyMap<string, PresentCard>;
  /** Documents that were read in this run, and those that the ledger names and that are no more. */
  readonly settled: ReadonlySet<string>;
  /** Those of them of which it is known that what was not found is gone, not only out of reach. */
  readonly covered: ReadonlySet<string>;
  /** Every deck was read and parsed: what is in none of them was taken out. */
  readonly complete: boolean;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/**
 * What happens to a draft: it is put in (`new`), stands already (`same`), replaces the text that it once
 * made (`update`: its content, its sources, or both), or leaves alone what a person did.
 */
export type Decision<Draft> =
  | { readonly act: 'new'; readonly draft: Draft; readonly id: string }
  | { readonly act: 'same'; readonly draft: Draft; readonly id: string }
  | {
      readonly act: 'update';
      readonly draft: Draft;
      readonly id: string;
      readonly content: boolean;
      readonly sources: boolean;
    }
  /** Edited by a person; `stale` where the document says something else by now. */
  | { readonly act: 'edited'; readonly draft: Draft; readonly id: string; readonly stale: boolean }
  | { readonly act: TurnedDown; readonly draft: Draft; readonly id: string }
  /** In no deck that could be read; one could not. */
  | { readonly act: 'unknown'; readonly draft: Draft; readonly id: string }
  | { readonly act: 'refused'; readonly draft: Draft };
