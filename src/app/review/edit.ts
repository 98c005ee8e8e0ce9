import path from 'node:path';
import { replaceCard } from '../../deck/edit.ts';
import type { ParsedDeck } from '../../deck/parse.ts';
import type { Card, CardId } from '../../model/card.ts';
import { TenetError } from '../../model/problem.ts';
import type { CardHere } from '../../store/queue-sides.ts';
import type { Collection } from '../collection/collection.ts';
import { parseDeckFile } from '../decks/parse-deck-file.ts';
import { readTextFile, replaceFile } from '../files.ts';

/** A card in the text of its file as the file is now. */
interface InFile {
  readonly absolute: string;
  readonly deck: ParsedDeck;
  readonly card: Card;
}

/** The card as deck notation, as it stands in its file now, its lines ended by `\n` alone. */
export function textInFile(collection: Collection, here: CardHere): string {
  const { deck, card } = cardInFile(collection, here);
  return deck.text.slice(card.span.start, card.span.end).trim().replaceAll('\r\n', '\n');
}

/**
 * Puts new text in the place of a card in its file; the result is the id it had there and the one it has
 * now. Throws `TenetError`, with the problems, where the text is not one card that can be asked.
 */
export function editInFile(
  collection: Collection,
  here: CardHere,
  text: string,
): readonly [before: CardId, after: CardId] {
  const { absolute, deck, card } = cardInFile(collection, here);
  const edited = replaceCard(deck, card, text);
  if (edited !== deck.text) replaceFile(absolute, edited);
  const after = parseDeckFile(collection, deck.path, edited).pieces.find(
    ({ kind, span }) => kind === 'card' && span.start === card.span.start,
  );
  return [card.id, after?.kind === 'card' ? after.card.id : card.id];
}

function cardInFile(collection: Collection, { claim, card, file }: CardHere): InFile {
  const absolute = path.join(collection.root, file);
  const deck = parseDeckFile(collection, file, readTextFile(absolute));
  const claiming = deck.cards.filter(({ id }) => id === claim);
  const found = claiming.find(({ place }) => place.line === card.place.line) ?? claiming[0];
  if (found === undefined) {
    throw new TenetError(`${file}: the card is not there any more`, {
      hint: 'The file changed meanwhile. Go on, or look at the file.',
    });
  }
  return { absolute, deck, card: found };
}
