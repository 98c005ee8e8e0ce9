import type { CardKey } from '../model/card.ts';
import type { Standing } from '../model/schedule.ts';
import type { Store } from './open.ts';
import { standingColumns, standingOfRow } from './standing-rows.ts';
import type { StandingRow } from './standing-rows.ts';

/** The file that a side's card stands in; undefined where no deck has it. */
export function fileOfSide(store: Store, key: CardKey): string | undefined {
  return store.row<[string]>(
    'SELECT card.file FROM side JOIN card ON card.number = side.card WHERE side.key = ?',
    key,
  )?.[0];
}

/** The titles of all decks that have cards, in the order of their first files. */
export function deckTitles(store: Store): readonly string[] {
  return store
    .rows<[string]>(
      `SELECT side.deck FROM side JOIN card ON card.number = side.card
       GROUP BY side.deck ORDER BY min(card.file), min(card.position)`,
    )
    .map(([deck]) => deck);
}

/** How many sides each deck has. */
export function sideCounts(store: Store): ReadonlyMap<string, number> {
  return new Map(store.rows<[string, number]>('SELECT deck, count(*) FROM side GROUP BY deck'));
}

/** The standings of all answered sides that are in a deck, with its title. */
export function* answeredByDeck(
  store: Store,
): Generator<{ readonly deck: string; readonly standing: Standing }, void> {
  const columns = standingColumns.replaceAll(/\w+/g, 'standing.$&');
  const rows = store.each<readonly [...StandingRow, string]>(
    `SELECT ${columns}, side.deck FROM standing JOIN side ON side.key = standing.key
     WHERE standing.state <> 'new'`,
  );
  for (const row of rows) {
    const deck = row.at(-1) as string;
    yield { deck, standing: standingOfRow(row as unknown as StandingRow) };
  }
}
