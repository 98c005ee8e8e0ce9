import type { Card } from '../model/card.ts';
import { TenetError } from '../model/problem.ts';
import { cardsOfFile, knownFiles } from '../store/deck-index.ts';
import type { Store } from '../store/open.ts';
import { didYouMean } from './did-you-mean.ts';

/**
 * The cards of the named decks (all decks where none is named), in the order of files and places. The
 * index must be up to date. Throws `TenetError` for a deck that is not there.
 */
export function cardsToExport(store: Store, decks: readonly string[]): readonly Card[] {
  const cards = [...knownFiles(store).keys()]
    .sort()
    .flatMap((file) =>
      cardsOfFile(store, file).flatMap(({ card, id }) =>
        id === null ? [] : [card.id === id ? card : { ...card, id }],
      ),
    );
  if (decks.length === 0) return cards;
  const titles = new Set(cards.map(({ deck }) => deck));
  for (const deck of decks) if (!titles.has(deck)) throw unknownDeck(deck, [...titles]);
  const wanted = new Set(decks);
  return cards.filter(({ deck }) => wanted.has(deck));
}

function unknownDeck(deck: string, titles: readonly string[]): TenetError {
  const near = didYouMean(deck, titles);
  return new TenetError(`There is no deck "${deck}" with cards.`, {
    hint: near === undefined ? 'See the decks with "tenet due".' : `Did you mean "${near}"?`,
    exitCode: 2,
  });
}
