import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Card } from '../../model/card.ts';
import { TenetError } from '../../model/problem.ts';
import { cardsOfFile, knownFiles } from '../../store/deck-index.ts';
import type { Store } from '../../store/open.ts';
import { titledFiles } from '../../store/titled-files.ts';
import type { Collection } from '../collection/collection.ts';
import { didYouMean } from '../did-you-mean.ts';
import { readTextFile } from '../files.ts';

/**
 * The cards of the named decks (all decks where none is named), in the order of files and places. Each
 * round over them reads them anew from the index, which must be up to date, file by file: a large
 * collection never lies in memory as a whole. Throws `TenetError` for a deck that is not there.
 */
export function cardsToExport(store: Store, decks: readonly string[]): Iterable<Card> {
  const titles = new Set(titledFiles(store).map(({ title }) => title));
  for (const deck of decks) if (!titles.has(deck)) throw unknownDeck(deck, [...titles]);
  const wanted = decks.length === 0 ? titles : new Set(decks);
  return { [Symbol.iterator]: () => cardsOfDecks(store, wanted) };
}

function* cardsOfDecks(store: Store, decks: ReadonlySet<string>): Generator<Card, void> {
  for (const file of [...knownFiles(store).keys()].sort())
    for (const { card, id } of cardsOfFile(store, file))
      if (id !== null && decks.has(card.deck)) yield card.id === id ? card : { ...card, id };
}

function unknownDeck(deck: string, titles: readonly string[]): TenetError {
  const near = didYouMean(deck, titles);
  return new TenetError(`There is no deck "${deck}" with cards.`, {
    hint: near === undefined ? 'See the decks with "tenet due".' : `Did you mean "${near}"?`,
    exitCode: 2,
  });
}

/** Gives a card's text as it stands in its file; files are read once. */
export function cardTexts({ root }: Collection): (card: Card) => string {
  const texts = new Map<string, string>();
  return ({ place, span }) => {
    const absolute = path.join(root, place.file);
    const text = texts.get(place.file) ?? (existsSync(absolute) ? readTextFile(absolute) : '');
    texts.set(place.file, text);
    return text.slice(span.start, span.end);
  };
}
