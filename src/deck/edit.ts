import type { Card } from '../model/card.ts';
import { TenetError } from '../model/problem.ts';
import type { Span } from '../model/problem.ts';
import { type CardComment, printComment, readComment } from './comment.ts';
import { again, cardsOfPieces, keepsOthers, refuse, withLineEnds } from './edit-check.ts';
import type { ParsedDeck } from './parsed-deck.ts';

function splice(text: string, { start, end }: Span, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** The card of the deck that was meant: same place, same text, so that a changed file is noticed. */
function cardOf(deck: ParsedDeck, card: Card): Card {
  const found = cardsOfPieces(deck).find(
    ({ id, span }) =>
      id === card.id && span.start === card.span.start && span.end === card.span.end,
  );
  if (found === undefined)
    throw new TenetError(`${deck.path}:${card.place.line} does not have the card any more`, {
      hint: 'The file changed meanwhile: read it again.',
    });
  return found;
}

/**
 * The deck's text with one card's text, as notation, in place of the old. Throws `TenetError` where the
 * new text is not one card that can be asked, or would change another.
 */
export function replaceCard(deck: ParsedDeck, card: Card, text: string): string {
  const old = cardOf(deck, card);
  const edited = splice(deck.text, old.span, withLineEnds(deck, text.trim()));
  const after = again(deck, edited);
  const [before, now] = [cardsOfPieces(deck).length, cardsOfPieces(after).length];
  if (before !== now) refuse(deck, after, 'the new text is not one card');
  if (!keepsOthers(deck, after, old)) refuse(deck, after, 'the new text would change another card');
  return edited;
}

/**
 * The deck's text with one card's comment changed; an empty comment takes the line away. Throws
 * `TenetError` in a notation without comments, and where another card would change.
 */
export function rewriteComment(
  deck: ParsedDeck,
  card: Card,
  change: (comment: CardComment) => CardComment,
): string {
  if (deck.notation === 'hashcards' || deck.notation === 'repeater')
    throw new TenetError(`${deck.path} was not changed: ${deck.notation} has no card comments`, {
      hint: 'Set notation = "shared" for this deck to write ids and switches into it.',
    });
  const old = cardOf(deck, card);
  const text = deck.text.slice(old.span.start, old.span.end);
  const at = text.lastIndexOf('\n') + 1;
  const reading = readComment(text.slice(at));
  const known = reading.kind === 'card';
  const body = (known ? text.slice(0, at) : text).trimEnd();
  const comment = printComment(change(known ? reading.comment : {}));
  return replaceCard(deck, old, comment === '' ? body : `${body}\n${comment}`);
}

/** The deck's text without one card and the blank lines after it; no other card changes. */
export function removeCard(deck: ParsedDeck, card: Card): string {
  const old = cardOf(deck, card);
  const { start, end } = old.span;
  const blank = /^[ \t]*\r?\n(?:[ \t]*\r?\n)*/.exec(deck.text.slice(end))?.[0].length ?? 0;
  const plain = splice(deck.text, { start, end: end + blank }, '');
  if (keepsOthers(deck, again(deck, plain), old)) return plain;
  // What followed the card would become part of the one before: a rule keeps them apart.
  const apart = splice(deck.text, { start, end }, '---');
  const after = again(deck, apart);
  if (!keepsOthers(deck, after, old)) refuse(deck, after, 'removing the card would change another');
  return apart;
}

export { type Beside, insertCards, lastTopics } from './insert.ts';
