import type { CardKind } from '../model/card.ts';
import type { Span } from '../model/problem.ts';

/**
 * What became of a card: it stands as made (`kept`) or as a person changed it (`edited`), waits in
 * `drafts/` (`draft`), was turned down there (`rejected`), was taken out of its deck (`deleted`), or was
 * taken back by whoever made the collection (`withdrawn`).
 */
export type Fate = 'kept' | 'edited' | 'draft' | 'rejected' | 'deleted' | 'withdrawn';

/** Every fate. */
export const fates: readonly Fate[] = [
  'kept',
  'edited',
  'draft',
  'rejected',
  'deleted',
  'withdrawn',
];

/** All that is remembered of one generated card, apart from its text: one line of the ledger. */
export interface LedgerEntry {
  readonly id: string;
  /** The document, relative to the collection. */
  readonly source: string;
  /** What it rests on there, when the document was last read. */
  readonly span: Span;
  readonly kind: CardKind;
  readonly rule: string;
  readonly slot: string;
  /** The document's words in that place, by which it is found again. */
  readonly sentence: string;
  /** What the card asks, as it was made: a question may stay while its answer is rewritten. */
  readonly asks: string;
  /** Hash of the card's text as it was made; another in the deck means that a person edited it. */
  readonly content: string;
  /** The same for its `S:` lines. */
  readonly sources: string;
  readonly fate: Fate;
  /** Why it was rejected or withdrawn. */
  readonly reason?: string;
  /** What a rejected draft answered: its text stands nowhere else, and one that is like it is not made. */
  readonly answers?: string;
  /** The place in the document is gone; the card stays. */
  readonly gone?: true;
  /** ISO 8601, UTC. */
  readonly made: string;
  readonly changed: string;
  /** The number of each side in Anki, by the side's name; given once. */
  readonly anki?: Readonly<Record<string, number>>;
  /** Fields of a newer version, written back as they were. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** A fate after which a card is not to be made again. */
export type TurnedDown = Extract<Fate, 'rejected' | 'deleted' | 'withdrawn'>;

const turnedDown: ReadonlySet<Fate> = new Set<TurnedDown>(['rejected', 'deleted', 'withdrawn']);

/** Whether a card is not to be made again. */
export function isTurnedDown<Entry extends Pick<LedgerEntry, 'fate'>>(
  entry: Entry,
): entry is Entry & { readonly fate: TurnedDown } {
  return turnedDown.has(entry.fate);
}
