import type { Store } from './open.ts';

/** The decks that have cards, with the files that they are made of, in the order of the files. */
export function titledFiles(
  store: Store,
): readonly { readonly title: string; readonly file: string }[] {
  return store
    .rows<[string, string]>(
      `SELECT DISTINCT side.deck, card.file FROM side JOIN card ON card.number = side.card
       ORDER BY card.file`,
    )
    .map(([title, file]) => ({ title, file }));
}
