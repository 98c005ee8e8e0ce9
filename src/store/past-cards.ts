import type { Card, CardId } from '../model/card.ts';
import { cardColumns, cardOfRow } from './deck-index.ts';
import type { CardRecord, CardRow } from './deck-index.ts';
import type { Store } from './open.ts';

/** A card that was here. */
export interface PastCard {
  readonly id: CardId;
  readonly file: string;
  readonly position: number;
  /** Its file has errors, so it may still be there. */
  readonly held: boolean;
  readonly textId: CardId;
  readonly card: Card;
}

const pastColumns = 'id, file, position, held, text_id, body';
type PastRow = readonly [string, string, number, number, string, string];

function pastOfRow([id, file, position, held, textId, body]: PastRow): PastCard {
  return {
    id: id as CardId,
    file,
    position,
    held: held === 1,
    textId: textId as CardId,
    card: JSON.parse(body) as Card,
  };
}

/** Cards that may still be in a file although it could not be parsed without error. */
export function heldCards(store: Store, path: string): readonly PastCard[] {
  return store
    .rows<PastRow>(`SELECT ${pastColumns} FROM past_card WHERE file = ? AND held = 1`, path)
    .map(pastOfRow);
}

/** The card that had this id when it was last here, where it is remembered. */
export function pastCard(store: Store, id: CardId): PastCard | undefined {
  const row = store.row<PastRow>(`SELECT ${pastColumns} FROM past_card WHERE id = ?`, id);
  return row === undefined ? undefined : pastOfRow(row);
}

const withoutHeir = `NOT EXISTS (SELECT 1 FROM succession JOIN card ON card.id = succession.new
  WHERE succession.old = past_card.id)`;

/** Cards that are remembered and gone and have a history, in the order of ids; held ones are not among them. */
export function pastCardsWithHistory(store: Store): readonly PastCard[] {
  return store
    .rows<PastRow>(
      `SELECT ${pastColumns} FROM past_card WHERE held = 0 AND ${hasHistory('past_card.id')}
         AND ${withoutHeir}
       ORDER BY id`,
    )
    .map(pastOfRow);
}

/** How many cards with a history are here, and how many of them are gone and wait. */
export function countHistories(store: Store): { readonly here: number; readonly waiting: number } {
  const [here = 0, waiting = 0] =
    store.row<[number, number]>(
      `SELECT (SELECT count(*) FROM card WHERE id IS NOT NULL AND ${hasHistory('card.id')}),
         (SELECT count(*) FROM past_card WHERE held = 0 AND ${hasHistory('past_card.id')}
            AND ${withoutHeir})`,
    ) ?? [];
  return { here, waiting };
}

/** The cards none of whose sides has a history, in the order of files and positions. */
export function cardsWithoutHistory(store: Store): readonly CardRecord[] {
  return store
    .rows<CardRow>(
      `SELECT ${cardColumns} FROM card WHERE id IS NOT NULL AND NOT ${hasHistory('card.id')}
       ORDER BY file, position`,
    )
    .map(cardOfRow);
}

/** Of these ids, those that have a history. */
export function idsWithHistory(store: Store, ids: Iterable<CardId>): ReadonlySet<CardId> {
  const sql = `SELECT value FROM json_each(?) AS wanted WHERE ${hasHistory('wanted.value')}`;
  return idSet(store, sql, ids);
}

/** Of these ids, those that were here before, were linked, or have a history. */
export function idsSeen(store: Store, ids: Iterable<CardId>): ReadonlySet<CardId> {
  return idSet(
    store,
    `SELECT value FROM json_each(?) AS wanted WHERE
       EXISTS (SELECT 1 FROM past_card WHERE id = wanted.value)
       OR EXISTS (SELECT 1 FROM succession WHERE old = wanted.value OR new = wanted.value)
       OR ${hasHistory('wanted.value')}`,
    ids,
  );
}

/** SQL that is true where a side of the card has a standing; its keys are the id, or begin with `id/`. */
function hasHistory(id: string): string {
  return `(EXISTS (SELECT 1 FROM standing WHERE key = ${id})
    OR EXISTS (SELECT 1 FROM standing WHERE key > ${id} || '/' AND key < ${id} || '0'))`;
}

/**
 * All pairs of ids, old and new, that were found to be one card, here or on another machine (then the log
 * has a link), and hang together with one of these.
 */
export function successionsAround(
  store: Store,
  ids: Iterable<CardId>,
): readonly (readonly [CardId, CardId])[] {
  return store.rows<[CardId, CardId]>(
    `WITH RECURSIVE pair (old, new) AS MATERIALIZED (
       SELECT old, new FROM succession
       UNION SELECT ${cardOfKey('old')}, ${cardOfKey('new')} FROM link
     ), family (id) AS (
       SELECT value FROM json_each(?)
       UNION SELECT new FROM pair JOIN family ON old = family.id
       UNION SELECT old FROM pair JOIN family ON new = family.id
     ) SELECT old, new FROM pair WHERE old <> new AND old IN (SELECT id FROM family)`,
    JSON.stringify([...ids]),
  );
}

function cardOfKey(key: string): string {
  return `substr(${key}, 1, instr(${key} || '/', '/') - 1)`;
}

function idSet(store: Store, sql: string, ids: Iterable<CardId>): ReadonlySet<CardId> {
  const list = JSON.stringify([...ids]);
  return new Set(store.rows<[string]>(sql, list).map(([id]) => id as CardId));
}
