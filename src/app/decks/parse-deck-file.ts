import { type ParsedDeck, parseDeck } from '../../deck/parse.ts';
import type { Collection } from '../collection/collection.ts';

/**
 * The text of a deck file (its path relative to the collection) as the collection reads it, with the notation
 * that is set there. All who look for cards read them so: by other marks a card has another text, and another id.
 */
export function parseDeckFile(
  { notationOf }: Pick<Collection, 'notationOf'>,
  file: string,
  text: string,
): ParsedDeck {
  return parseDeck(text, { path: file, notation: notationOf(file) });
}
