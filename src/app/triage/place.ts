import path from 'node:path';
import { type Beside, insertCards } from '../../deck/edit.ts';
import { printCard, printDeckHead } from '../../deck/print.ts';
import type { Card, CardId } from '../../model/card.ts';
import type { DraftSource } from '../../model/draft.ts';
import { isRemote } from '../documents/source-documents.ts';
import { parseDeckFile } from '../decks/parse-deck-file.ts';
import { besideIn } from '../generate/beside.ts';
import { type FoundCard, textOf } from '../generate/cards.ts';
import { cardsOf, rawText, type TriageDesk } from './desk.ts';
import type { FileChange } from './files.ts';

/** The deck that a draft would go into. */
export function deckFor(desk: TriageDesk, { card, deck }: FoundCard): string {
  const document = desk.ledger().entries.get(card.id)?.source;
  return homeOf(desk, document, desk.deckOfDrafts(deck.path));
}

/** The draft as it is to stand in a deck: byte for byte, unless its links must lead from another folder. */
export function textIn(desk: TriageDesk, draft: FoundCard, file: string): string {
  const sources = sourcesFor(desk, draft, file);
  const same = sources.every(({ target }, at) => target === draft.card.sources[at]?.target);
  return same ? rawText(draft) : printCard({ ...textOf(draft), sources });
}

/** The sources of a draft as a deck names them. */
export function sourcesFor(
  desk: TriageDesk,
  draft: FoundCard,
  file: string,
): readonly DraftSource[] {
  const from = desk.deckOfDrafts(draft.deck.path);
  return textOf(draft).sources.map((source) =>
    Object.assign({}, source, { target: rebasedTarget(source.target, from, file) }),
  );
}

/** The text put into a deck under the draft's topics; the deck is made where there is none. */
export function insertInto(
  desk: TriageDesk,
  file: string,
  { card, deck: drafts }: FoundCard,
  text: string,
): FileChange {
  const deck = desk.deckNow(file);
  const base =
    deck ?? parseDeckFile(desk.collection, file, printDeckHead(drafts.title, drafts.tags));
  const { topics } = card;
  const after = insertCards(base, [{ topics, text, beside: besideInDeck(desk, file, card) }]);
  return { file: desk.absolute(file), before: deck?.text ?? null, after };
}

/** Where the card goes in the deck, by the passages of its document that cards of the deck are from. */
function besideInDeck(desk: TriageDesk, file: string, { id, topics }: Card): Beside | undefined {
  const { entries } = desk.ledger();
  const own = entries.get(id);
  if (own === undefined) return undefined;
  const neighbours = cardsOf(desk.deckNow(file)).flatMap(({ card }) => {
    const entry = entries.get(card.id);
    return entry?.source === own.source ? [{ card, start: entry.span.start }] : [];
  });
  return besideIn(neighbours)(topics, own.span.start);
}

/** The deck that cards of a document stand in: where most of them are, else the one that `otherwise` names. */
function homeOf(desk: TriageDesk, document: string | undefined, otherwise: string): string {
  if (document === undefined) return otherwise;
  const counts = new Map<string, number>();
  for (const { id, source } of desk.ledger().entries.values()) {
    const deck = source === document ? desk.cards.get(id as CardId)?.deck.path : undefined;
    if (deck !== undefined) counts.set(deck, (counts.get(deck) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? otherwise;
}

/** A link of a card in `from` as a link in `to`; both are decks, relative to the collection. */
function rebasedTarget(target: string, from: string, to: string): string {
  const [here, there] = [path.posix.dirname(from), path.posix.dirname(to)];
  if (here === there || isRemote(target) || target.startsWith('#')) return target;
  const [file = '', ...fragment] = target.split('#');
  const moved = path.posix.relative(there, path.posix.join(here, file));
  return [moved, ...fragment].join('#');
}
