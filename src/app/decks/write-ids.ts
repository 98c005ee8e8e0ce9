import { printComment, readComment } from '../../deck/comment.ts';
import type { ParsedDeck } from '../../deck/parse.ts';
import { textId } from '../../deck/sides.ts';
import type { Card, CardId } from '../../model/card.ts';
import { TenetError } from '../../model/problem.ts';
import { cardsOfFile } from '../../store/deck-index.ts';
import type { Collection } from '../collection/collection.ts';
import { listDeckFiles } from './deck-files.ts';
import type { ListedFile } from './deck-files.ts';
import { readable, refuseChanged, replaceFile } from '../files.ts';
import { indexDecks } from './index-decks.ts';
import { parseDeckFile } from './parse-deck-file.ts';
import { readDeckFile } from './read-deck-file.ts';
import type { Study } from '../log/study.ts';
import { relativePath } from '../relative-path.ts';

/** What was written into one deck file. */
export interface WrittenIds {
  /** Relative to the collection. */
  readonly file: string;
  readonly written: number;
  /** Cards that had their id written already. */
  readonly had: number;
  /** Cards that got none, because an earlier card says the same and is the card. */
  readonly doubles: number;
}

interface NewIds {
  readonly ids: ReadonlyMap<Card, CardId>;
  readonly had: number;
  readonly doubles: number;
}

/**
 * Writes into deck files (absolute paths) the ids that their cards have now, and nothing else; histories stay
 * where they are. Throws `TenetError` for what is no deck of the collection, cannot be read, or changed
 * meanwhile; the files before it are then written.
 */
export function writeIds(
  collection: Collection,
  study: Study,
  files: readonly string[],
): readonly WrittenIds[] {
  indexDecks(collection, study);
  const { decks, root, drafts } = collection;
  const listed = new Map(listDeckFiles(decks, root, drafts).files.map((file) => [file.path, file]));
  const found = files.map((file) => deckNamed(file, collection, listed));
  const written = found.map((file) => writeFile(collection, study, file));
  indexDecks(collection, study);
  return written;
}

function deckNamed(
  file: string,
  { root, decks }: Collection,
  listed: ReadonlyMap<string, ListedFile>,
): ListedFile {
  const found = listed.get(relativePath(root, file));
  if (found !== undefined) return found;
  throw new TenetError(`${file}: this is no deck of the collection`, {
    hint: `Name a file that ends in ".md" below ${decks}, or another collection with --decks.`,
    exitCode: 2,
  });
}

function writeFile(collection: Collection, study: Study, file: ListedFile): WrittenIds {
  const text = readText(file);
  const deck = parseDeckFile(collection, file.path, text);
  refuseForeign(deck);
  const { ids, had, doubles } = newIds(study, deck);
  if (ids.size > 0) {
    const edited = withIds(deck, ids);
    refuseOtherChanges(deck, parseDeckFile(collection, file.path, edited), ids);
    refuseChanged([{ file: file.absolute, before: text }], {
      during: 'its ids were written',
      so: 'it was left alone',
      hint: 'Try again when nothing else writes to it.',
    });
    replaceFile(file.absolute, edited);
  }
  return { file: file.path, written: ids.size, had, doubles };
}

function readText(file: ListedFile): string {
  const reading = readDeckFile(file);
  if (reading.kind === 'text') return reading.text;
  const { message, remedy } = reading.problem;
  throw readable(new TenetError(`${file.path}: ${message}`, { hint: remedy }), file.path);
}

function refuseForeign({ path: file, notation }: ParsedDeck): void {
  if (notation !== 'hashcards' && notation !== 'repeater') return;
  throw new TenetError(`${file} was not changed: ${notation} has no card comments`, {
    hint: 'Set notation = "shared" for this deck to write ids into it.',
  });
}

/** The ids as the index has them: of equal cards only the first has one. */
function newIds(study: Study, deck: ParsedDeck): NewIds {
  const indexed = new Map(
    cardsOfFile(study.store, deck.path).map(({ claim, id }) => [claim, id] as const),
  );
  const ids = new Map<Card, CardId>();
  let had = 0;
  let doubles = 0;
  for (const card of deck.cards) {
    const id = indexed.get(card.id) ?? null;
    if (id === null) doubles += 1;
    else if (card.idWritten && card.id === id) had += 1;
    else ids.set(card, id);
  }
  const twice = deck.pieces.filter(({ kind }) => kind === 'card').length - deck.cards.length;
  return { ids, had, doubles: doubles + twice };
}

/** The deck's text with each id in its card's comment, or in a comment of its own after the card. */
function withIds(deck: ParsedDeck, ids: ReadonlyMap<Card, CardId>): string {
  const lineEnd = deck.text.includes('\r\n') ? '\r\n' : '\n';
  const parts: string[] = [];
  let at = 0;
  for (const [card, id] of ids) {
    parts.push(deck.text.slice(at, card.span.start), cardWithId(deck.text, card, id, lineEnd));
    at = card.span.end;
  }
  return parts.join('') + deck.text.slice(at);
}

function cardWithId(text: string, { span }: Card, id: CardId, lineEnd: string): string {
  const card = text.slice(span.start, span.end);
  const body = card.trimEnd();
  const after = card.slice(body.length);
  const lastLine = body.lastIndexOf('\n') + 1;
  const reading = readComment(body.slice(lastLine));
  if (reading.kind !== 'card') return `${body}${lineEnd}${printComment({ id })}${after}`;
  return body.slice(0, lastLine) + printComment({ ...reading.comment, id }) + after;
}

/** Every card says what it said, and has the id that it was to get. */
function refuseOtherChanges(
  before: ParsedDeck,
  after: ParsedDeck,
  ids: ReadonlyMap<Card, CardId>,
): void {
  const changed = before.cards.find((card, index) => {
    const now = after.cards[index];
    return (
      now === undefined || now.id !== (ids.get(card) ?? card.id) || textId(now) !== textId(card)
    );
  });
  if (changed === undefined && before.cards.length === after.cards.length) return;
  const line = changed?.place.line ?? 1;
  throw new TenetError(`${before.path}:${line}: an id cannot be written without changing a card`, {
    hint: 'Write it by hand, as <!-- id: … --> on a line of its own after the card.',
  });
}
