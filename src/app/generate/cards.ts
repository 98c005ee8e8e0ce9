import { createHash } from 'node:crypto';
import { type CardText, type ParsedDeck, parseDeck } from '../../deck/parse.ts';
import { printCard } from '../../deck/print.ts';
import type { Card, CardId } from '../../model/card.ts';
import type { Notation } from '../../model/deck.ts';
import type { DraftContent } from '../../model/draft.ts';
import type { Problem } from '../../model/problem.ts';
import { listDeckFiles } from '../decks/deck-files.ts';
import { parseDeckFile } from '../decks/parse-deck-file.ts';
import { readDeckFile } from '../decks/read-deck-file.ts';

/** What a card asks, without its identity: the shape that drafts have. */
export function contentOf(card: Card): DraftContent {
  switch (card.kind) {
    case 'basic':
      return { kind: 'basic', question: card.question, answer: card.answer };
    case 'term':
      return { kind: 'term', term: card.term, definition: card.definition };
    case 'cloze':
      return { kind: 'cloze', text: card.text };
    case 'list':
      return { kind: 'list', question: card.question, items: card.items };
  }
}

/** Which text is on a card's front, for knowing it again. */
export function asksOf(content: DraftContent): string {
  if (content.kind === 'term') return content.term;
  return content.kind === 'cloze' ? content.text : content.question;
}

/** The other side of `asksOf`, as text; empty for a cloze, which asks all that it says. */
export function answersOf(content: DraftContent): string {
  switch (content.kind) {
    case 'basic':
      return content.answer;
    case 'term':
      return content.definition;
    case 'list':
      return content.items.join('\n');
    case 'cloze':
      return '';
  }
}

/** What a card says as two hashes: its content with its note, and its `S:` lines. */
export interface CardHashes {
  readonly content: string;
  readonly sources: string;
}

/** Hashes of a card as it was read; wrapping lines anew changes nothing. */
export function hashCard(card: Card): CardHashes {
  const sources = card.sources.map(({ label, target, anchor }) => [label, target, anchor ?? null]);
  return { content: hash([contentOf(card), card.note]), sources: hash(sources) };
}

function hash(value: unknown): string {
  const text = JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'string' ? each.replaceAll(/\s+/g, ' ').trim() : each,
  );
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** A card as it would be read back; undefined where its text would not be one card. */
export function readBack(text: CardText): Card | undefined {
  const deck = parseDeck(`${printCard({ ...text, id: text.id ?? 'unnamed' })}\n`, {
    path: 'draft.md',
    notation: 'tenet',
  });
  const whole = deck.pieces.every(({ kind }) => kind === 'card' || kind === 'prose');
  return whole && deck.cards.length === 1 ? deck.cards[0] : undefined;
}

/** A card as text again, with changes; tags that its whole deck has are not its own. */
export function textOf({ card, deck }: FoundCard, change: Partial<CardText> = {}): CardText {
  return {
    content: contentOf(card),
    sources: card.sources.map(sourceText),
    note: card.note,
    tags: card.tags.filter((tag) => !deck.tags.includes(tag)),
    id: card.id,
    ...(card.guid === undefined ? {} : { guid: card.guid }),
    typed: card.typed,
    off: card.off,
    ...change,
  };
}

function sourceText({ label, target, anchor }: Card['sources'][number]) {
  return anchor === undefined ? { label, target } : { label, target, anchor };
}

/** A card where it stands. */
export interface FoundCard {
  readonly card: Card;
  readonly deck: ParsedDeck;
}

/** The decks of a folder, read for generating: their texts, and every card with a written id. */
export interface DeckFolder {
  /** By path, relative to the collection. */
  readonly decks: ReadonlyMap<string, ParsedDeck>;
  readonly cards: ReadonlyMap<CardId, FoundCard>;
  /** Every file was read and every card in it can be asked. */
  readonly complete: boolean;
  readonly problems: readonly Problem[];
}

/** Reads the decks below a folder; `skipped` is never looked into. */
export function readDeckFolder(
  folder: string,
  root: string,
  notationOf: (file: string) => Notation | undefined,
  skipped?: string,
): DeckFolder {
  const listing = listDeckFiles(folder, root, skipped);
  const decks = new Map<string, ParsedDeck>();
  const cards = new Map<CardId, FoundCard>();
  const problems = [...listing.problems];
  for (const file of listing.files) {
    const reading = readDeckFile(file);
    if (reading.kind === 'problem') {
      problems.push(reading.problem);
      continue;
    }
    const deck = parseDeckFile({ notationOf }, file.path, reading.text);
    decks.set(file.path, deck);
    problems.push(...deck.problems.filter(({ severity }) => severity === 'error'));
    for (const piece of deck.pieces)
      if (piece.kind === 'card' && piece.card.idWritten && !cards.has(piece.card.id))
        cards.set(piece.card.id, { card: piece.card, deck });
  }
  const broken = [...decks.values()].some(({ pieces }) =>
    pieces.some(({ kind }) => kind === 'broken'),
  );
  return { decks, cards, complete: problems.length === 0 && !broken, problems };
}
