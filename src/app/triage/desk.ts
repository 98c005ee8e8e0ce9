import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ParsedDeck } from '../../deck/parse.ts';
import { foldLedger, type LedgerEntry, ledgerPath, parseLedger } from '../../ledger/ledger.ts';
import type { Card, CardId } from '../../model/card.ts';
import { type Problem, TenetError } from '../../model/problem.ts';
import type { Collection } from '../collection/collection.ts';
import { parseDeckFile } from '../decks/parse-deck-file.ts';
import { textNow } from '../files.ts';
import { type DeckFolder, type FoundCard, readDeckFolder } from '../generate/cards.ts';
import { relativePath } from '../relative-path.ts';

/** A ledger file as it is now. */
interface LedgerNow {
  /** Null where there is no ledger. */
  readonly text: string | null;
  readonly entries: ReadonlyMap<string, LedgerEntry>;
}

/** The parts of a collection that triage needs. */
export type TriageCollection = Pick<
  Collection,
  'root' | 'decks' | 'drafts' | 'sourceDocs' | 'allows' | 'notationOf'
>;

/**
 * Drafts, decks and ledger of one collection. All are read once; a file is read again whenever it is
 * about to be changed, so that what others wrote meanwhile is neither missed nor overwritten.
 */
export class TriageDesk {
  readonly collection: TriageCollection;
  readonly #decks = new Map<string, ParsedDeck>();
  readonly #drafts = new Map<string, ParsedDeck>();
  readonly #standing = new Map<CardId, FoundCard>();
  /** What is wrong with the files of drafts: what cannot be read is not shown. */
  readonly problems: readonly Problem[];
  #ledger: LedgerNow = { text: null, entries: new Map() };
  #coming: LedgerNow | null = null;

  /** Throws `TenetError` for a ledger that cannot be read. */
  constructor(collection: TriageCollection) {
    this.collection = collection;
    const { decks, drafts } = collection;
    const here = folderOf(collection, decks, drafts);
    const waiting = folderOf(collection, drafts);
    for (const [file, deck] of here?.decks ?? []) this.#takeDeck(file, deck);
    for (const [file, deck] of waiting?.decks ?? []) this.#drafts.set(file, deck);
    this.problems = waiting?.problems ?? [];
    this.ledger();
  }

  /** The files of drafts, by path. */
  get drafts(): ReadonlyMap<string, ParsedDeck> {
    return this.#drafts;
  }

  /** The cards of the decks; of those with one id, the first. */
  get cards(): ReadonlyMap<CardId, FoundCard> {
    return this.#standing;
  }

  absolute(file: string): string {
    return path.join(this.collection.root, file);
  }

  /** The ledger as its file is now. */
  ledger(): LedgerNow {
    const file = this.ledgerFile;
    const text = textNow(file);
    if (text === this.#ledger.text) return this.#ledger;
    if (text === this.#coming?.text) return (this.#ledger = this.#coming);
    const { entries, problems } = parseLedger(text ?? '', this.relative(file));
    if (problems.length > 0)
      throw new TenetError('The ledger of generated cards cannot be read.', { problems });
    this.#ledger = { text, entries: foldLedger(entries) };
    return this.#ledger;
  }

  /** Tells what the ledger says once this text is written, so that it is not taken apart again. */
  expectLedger(text: string, entries: ReadonlyMap<string, LedgerEntry>): void {
    this.#coming = { text, entries };
  }

  get ledgerFile(): string {
    return path.join(this.collection.decks, ledgerPath);
  }

  /** A file of drafts as it is now; undefined where there is none any more. */
  draftsNow(file: string): ParsedDeck | undefined {
    const deck = this.#readNow(file, this.#drafts.get(file));
    if (deck === undefined) this.#drafts.delete(file);
    else this.#drafts.set(file, deck);
    return deck;
  }

  /** A deck as it is now; undefined where there is none. */
  deckNow(file: string): ParsedDeck | undefined {
    const known = this.#decks.get(file);
    const deck = this.#readNow(file, known);
    if (deck !== known) this.#takeDeck(file, deck);
    return deck;
  }

  /** The card of a deck as it is now; undefined where it is gone. */
  cardNow(id: CardId): FoundCard | undefined {
    const known = this.#standing.get(id);
    if (known === undefined) return undefined;
    this.deckNow(known.deck.path);
    return this.#standing.get(id);
  }

  /** Takes in that a file, absolute, was changed. */
  lookAgain(absolute: string): void {
    const file = this.relative(absolute);
    if (absolute === this.ledgerFile) this.ledger();
    else if (file.startsWith(`${this.relative(this.collection.drafts)}/`)) this.draftsNow(file);
    else this.deckNow(file);
  }

  relative(absolute: string): string {
    return relativePath(this.collection.root, absolute);
  }

  /** The deck that a file of drafts belongs to by its name; links in it are seen from there. */
  deckOfDrafts(file: string): string {
    const { decks, drafts } = this.collection;
    const inside = path.posix.relative(this.relative(drafts), file);
    return path.posix.join(this.relative(decks), inside);
  }

  #readNow(file: string, known: ParsedDeck | undefined): ParsedDeck | undefined {
    const text = textNow(this.absolute(file));
    if (text === null) return undefined;
    if (known?.text === text) return known;
    return parseDeckFile(this.collection, file, text);
  }

  #takeDeck(file: string, deck: ParsedDeck | undefined): void {
    for (const { card } of cardsOf(this.#decks.get(file))) {
      if (this.#standing.get(card.id)?.deck.path === file) this.#standing.delete(card.id);
    }
    if (deck === undefined) this.#decks.delete(file);
    else this.#decks.set(file, deck);
    for (const found of cardsOf(deck))
      if (!this.#standing.has(found.card.id)) this.#standing.set(found.card.id, found);
  }
}

function folderOf(
  { root, notationOf }: TriageCollection,
  folder: string,
  skipped?: string,
): DeckFolder | undefined {
  return existsSync(folder) ? readDeckFolder(folder, root, notationOf, skipped) : undefined;
}

/** The cards that stand in a deck's text, in their order. */
export function cardsOf(deck: ParsedDeck | undefined): readonly FoundCard[] {
  if (deck === undefined) return [];
  return deck.pieces.flatMap((piece) =>
    piece.kind === 'card' ? [{ card: piece.card, deck }] : [],
  );
}

/** The draft with this id in a file as it is now. Throws `TenetError` where it is gone. */
export function draftNow(desk: TriageDesk, file: string, id: CardId): FoundCard {
  const deck = desk.draftsNow(file);
  const found = cardsOf(deck).find(({ card }) => card.id === id);
  if (found !== undefined) return found;
  throw new TenetError(`${file}: the draft is not there any more`, {
    hint: 'The file changed meanwhile; start again to see the drafts as they are.',
  });
}

/** The card's text in its file, byte for byte. */
export function rawText({ card, deck }: { card: Card; deck: ParsedDeck }): string {
  return deck.text.slice(card.span.start, card.span.end).trim();
}
