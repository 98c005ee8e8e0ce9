import type { Card } from '../model/card.ts';
import { TenetError } from '../model/problem.ts';
import { parseDeck } from './parse.ts';
import type { ParsedDeck } from './parsed-deck.ts';

/**
 * What of a card must stay as it is when another card is edited: all but its place, and its id, which it
 * may get back when the other bearer of that id goes.
 */
function substance(card: Card): string {
  const { place: _place, span: _span, id: _id, idWritten: _written, sources, ...rest } = card;
  const bare = sources.map(({ label, target, anchor }) => ({ label, target, anchor }));
  return JSON.stringify({ ...rest, sources: bare });
}

/** All cards that stand in a deck's text, also those that repeat another. */
export function cardsOfPieces(deck: ParsedDeck): readonly Card[] {
  return deck.pieces.flatMap((piece) => (piece.kind === 'card' ? [piece.card] : []));
}

/** An edited text, read as the deck was. */
export function again(deck: ParsedDeck, text: string): ParsedDeck {
  const { path, notation } = deck;
  return parseDeck(text, { path, notation });
}

/** Counts of equal cards by substance, so that two decks are compared whatever their order. */
function tally(cards: readonly Card[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const card of cards) {
    const key = substance(card);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** True where every card of the old deck but `except` is in the new text, unchanged. */
export function keepsOthers(
  deck: ParsedDeck,
  after: ParsedDeck,
  except: Card | undefined,
): boolean {
  const now = tally(cardsOfPieces(after));
  return cardsOfPieces(deck).every((card) => {
    if (card === except) return true;
    const key = substance(card);
    const left = now.get(key) ?? 0;
    now.set(key, left - 1);
    return left > 0;
  });
}

/** New text with the line ends of the file that it goes into. */
export function withLineEnds(deck: ParsedDeck, text: string): string {
  const plain = text.replaceAll('\r\n', '\n');
  return deck.text.includes('\r\n') ? plain.replaceAll('\n', '\r\n') : plain;
}

/** What ends the lines of a deck. */
export function lineEndOf(deck: ParsedDeck): string {
  return deck.text.includes('\r\n') ? '\r\n' : '\n';
}

/** Throws the error that an edit was not made, with the problems that it would have brought. */
export function refuse(deck: ParsedDeck, after: ParsedDeck, what: string): never {
  const known = new Set(deck.problems.map(({ rule, message }) => `${rule} ${message}`));
  const problems = after.problems.filter(
    ({ rule, message, severity }) => severity === 'error' && !known.has(`${rule} ${message}`),
  );
  throw new TenetError(`${deck.path} was not changed: ${what}`, {
    hint:
      problems.length > 0
        ? 'Mend that, then try again.'
        : 'Check for marks at the start of a line, open code fences, and headings.',
    problems,
  });
}
