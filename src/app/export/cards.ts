import { existsSync } from 'node:fs';
import path from 'node:path';
import { sidesOf } from '../../deck/sides.ts';
import type { Card, CardId, CardKey } from '../../model/card.ts';
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

/** What must be known of all cards before the first of them is written. */
export interface Survey {
  readonly ids: ReadonlySet<CardId>;
  /** Of all their sides. */
  readonly keys: ReadonlySet<CardKey>;
  /** Cards whose id is made from their text. */
  readonly withoutId: number;
}

/** Goes over the cards once. */
export function surveyed(cards: Iterable<Card>): Survey {
  const ids = new Set<CardId>();
  const keys = new Set<CardKey>();
  let withoutId = 0;
  for (const card of cards) {
    ids.add(card.id);
    for (const { key } of sidesOf(card)) keys.add(key);
    if (!card.idWritten) withoutId += 1;
  }
  return { ids, keys, withoutId };
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
