import type { Card, CardId, CardKey } from '../model/card.ts';
import type { Standing, StudyDay } from '../model/schedule.ts';
import type { SqlValue, Store } from './open.ts';
import { standingColumns, standingOfRow, type StandingRow } from './standing-rows.ts';

/** Which sides are meant: those of some decks, by title, or with a tag; absent for all. */
export interface SideFilter {
  readonly decks?: readonly string[] | undefined;
  readonly tag?: string | undefined;
}

/** A side that is in a deck now. */
export interface SideHere {
  readonly key: CardKey;
  readonly deck: string;
}

/** A card that is in a deck now. */
export interface CardHere {
  /** With the id that it has. */
  readonly card: Card;
  /** The id that its file gives it, which an earlier card may have. */
  readonly claim: CardId;
  readonly file: string;
}

/** Answered sides that are in a deck, not suspended, and due by a day or before an instant. */
export function dueSides(
  store: Store,
  due: { readonly throughDay: StudyDay; readonly beforeMs: number },
  filter: SideFilter = {},
): readonly (SideHere & { readonly standing: Standing })[] {
  const { sql, values } = condition(filter);
  return store
    .rows<readonly [...StandingRow, string]>(
      `SELECT ${standingColumns}, (SELECT deck FROM side WHERE side.key = standing.key) AS in_deck
       FROM standing
       WHERE (due_day <= ? OR due_at < ?) AND state <> 'new' AND suspended = 0
         AND EXISTS (SELECT 1 FROM side WHERE side.key = standing.key ${sql})`,
      due.throughDay,
      due.beforeMs,
      ...values,
    )
    .map((row) => {
      const standing = standingOfRow(row as unknown as StandingRow);
      return { key: standing.key, deck: row.at(-1) as string, standing };
    });
}

/** Sides that were never answered and are not suspended, in the order of files, cards and sides. */
export function* newSides(
  store: Store,
  filter: SideFilter = {},
): Generator<SideHere & { readonly hasStanding: boolean }, void> {
  const { sql, values } = condition(filter);
  const rows = store.each<[string, string, number]>(
    `SELECT side.key, side.deck, standing.key IS NOT NULL
     FROM side JOIN card ON card.number = side.card LEFT JOIN standing ON standing.key = side.key
     WHERE coalesce(standing.state, 'new') = 'new' AND coalesce(standing.suspended, 0) = 0 ${sql}
     ORDER BY card.file, card.position, side.ordinal`,
    ...values,
  );
  for (const [key, deck, has] of rows) yield { key: key as CardKey, deck, hasStanding: has === 1 };
}

/** Every side that is in a deck and not suspended, in no order. */
export function unsuspendedSides(store: Store, filter: SideFilter = {}): readonly SideHere[] {
  const { sql, values } = condition(filter);
  return store
    .rows<[string, string]>(
      `SELECT side.key, side.deck FROM side LEFT JOIN standing ON standing.key = side.key
       WHERE coalesce(standing.suspended, 0) = 0 ${sql}`,
      ...values,
    )
    .map(([key, deck]) => ({ key: key as CardKey, deck }));
}

/** How many answered sides that are in a deck and not suspended are due on each day up to `to`. */
export function dueCountsHere(store: Store, to: StudyDay): Map<StudyDay, number> {
  return new Map(
    store.rows<[number, number]>(
      `SELECT due_day, count(*) FROM standing
       WHERE due_day <= ? AND state <> 'new' AND suspended = 0
         AND EXISTS (SELECT 1 FROM side WHERE side.key = standing.key)
       GROUP BY due_day`,
      to,
    ),
  );
}

/** The card with this id, where one is in a deck. */
export function cardHere(store: Store, id: CardId): CardHere | undefined {
  const row = store.row<[string, string, string]>(
    'SELECT body, claim, file FROM card WHERE id = ?',
    id,
  );
  if (row === undefined) return undefined;
  const [body, claim, file] = row;
  return { card: { ...(JSON.parse(body) as Card), id }, claim: claim as CardId, file };
}

/** The times of the newest answers, in ms. */
export function recentAnswerMs(store: Store, count: number): readonly number[] {
  return store
    .rows<[number]>(
      "SELECT ms FROM event INDEXED BY event_id WHERE kind = 'answer' ORDER BY id DESC LIMIT ?",
      count,
    )
    .map(([ms]) => ms);
}

/** What narrows a query over `side`, as a tail of its WHERE. */
function condition({ decks, tag }: SideFilter): {
  readonly sql: string;
  readonly values: readonly SqlValue[];
} {
  const ofDecks = ' AND side.deck IN (SELECT value FROM json_each(?))';
  const tagged = ` AND EXISTS (SELECT 1 FROM card, json_each(card.body, '$.tags')
    WHERE card.number = side.card AND json_each.value = ?)`;
  return {
    sql: (decks === undefined ? '' : ofDecks) + (tag === undefined ? '' : tagged),
    values: [
      ...(decks === undefined ? [] : [JSON.stringify(decks)]),
      ...(tag === undefined ? [] : [tag]),
    ],
  };
}
