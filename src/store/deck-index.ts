import type { Card, CardId, CardKey } from '../model/card.ts';
import type { Problem } from '../model/problem.ts';
import type { Store } from './open.ts';

/** A deck file as it was when it was last looked at. */
export interface FileRecord {
  /** Relative to the collection, with `/`. */
  readonly path: string;
  readonly size: number;
  /** Milliseconds since the epoch, with fractions. */
  readonly modifiedMs: number;
  readonly changedMs: number;
  /** False where it may have been written again without a later time. */
  readonly settled: boolean;
  /** Of its bytes; null where they are no text. */
  readonly hash: string | null;
  readonly notation: string;
  /** It was parsed without error, so that a card that it lacks is gone. */
  readonly whole: boolean;
}

/** A card in its file. */
export interface CardRecord {
  readonly file: string;
  readonly position: number;
  /** The id that its file gives it. */
  readonly claim: CardId;
  /** The id that it has; null where an earlier card says the same, and is the card. */
  readonly id: CardId | null;
  readonly textId: CardId;
  /** It appeared in a file that has not been whole since, and may still turn out to be one that is gone. */
  readonly fresh: boolean;
  readonly card: Card;
}

/** What is kept of each side of a card that is here. */
export interface SideRecord {
  readonly key: CardKey;
  readonly deck: string;
  /** `document#heading` that its card cites first, relative to the collection; null where it cites none. */
  readonly section: string | null;
  /** Hashes of its question and of its answer. */
  readonly asks: number;
  readonly answers: number;
}

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

type FileRow = readonly [
  path: string,
  size: number,
  modified: number,
  changed: number,
  settled: number,
  hash: string | null,
  notation: string,
  whole: number,
];

/** Every file of the index, by path. */
export function knownFiles(store: Store): ReadonlyMap<string, FileRecord> {
  const rows = store.rows<FileRow>(
    'SELECT path, size, modified, changed, settled, hash, notation, whole FROM deck_file',
  );
  return new Map(
    rows.map(([path, size, modifiedMs, changedMs, settled, hash, notation, whole]) => [
      path,
      {
        path,
        size,
        modifiedMs,
        changedMs,
        settled: settled === 1,
        hash,
        notation,
        whole: whole === 1,
      },
    ]),
  );
}

const cardColumns = 'file, position, claim, id, text_id, fresh, body';
type CardRow = readonly [string, number, string, string | null, string, number, string];

function cardOfRow([file, position, claim, id, textId, fresh, body]: CardRow): CardRecord {
  return {
    file,
    position,
    claim: claim as CardId,
    id: id as CardId | null,
    textId: textId as CardId,
    fresh: fresh === 1,
    card: JSON.parse(body) as Card,
  };
}

/** The cards of a file, in their order. */
export function cardsOfFile(store: Store, path: string): readonly CardRecord[] {
  return store
    .rows<CardRow>(`SELECT ${cardColumns} FROM card WHERE file = ? ORDER BY position`, path)
    .map(cardOfRow);
}

/**
 * In all files but these: every card that claims one of these ids, and every card without its claim whose
 * text would have one of them, in the order of files and positions. Among them an id is decided.
 */
export function rivals(
  store: Store,
  ids: Iterable<CardId>,
  exceptFiles: Iterable<string>,
): readonly CardRecord[] {
  return store
    .rows<CardRow>(
      `WITH asked (id) AS (SELECT value FROM json_each(?))
       SELECT ${cardColumns} FROM card WHERE number IN (
         SELECT number FROM card WHERE claim IN asked
         UNION SELECT number FROM card WHERE id IS NOT claim AND text_id IN asked
       ) AND file NOT IN (SELECT value FROM json_each(?)) ORDER BY file, position`,
      JSON.stringify([...ids]),
      JSON.stringify([...exceptFiles]),
    )
    .map(cardOfRow);
}

/** Of these ids, those that a card has. */
export function idsHere(store: Store, ids: Iterable<CardId>): ReadonlySet<CardId> {
  return idSet(store, 'SELECT id FROM card WHERE id IN (SELECT value FROM json_each(?))', ids);
}

/** How many cards there are. */
export function countCards(store: Store): number {
  return store.row<[number]>('SELECT count(*) FROM card WHERE id IS NOT NULL')?.[0] ?? 0;
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

/** Cards that are remembered and gone and have a history, in the order of ids; held ones are not among them. */
export function pastCardsWithHistory(store: Store): readonly PastCard[] {
  return store
    .rows<PastRow>(
      `SELECT ${pastColumns} FROM past_card WHERE held = 0 AND ${hasHistory('past_card.id')}
         AND NOT EXISTS (SELECT 1 FROM succession JOIN card ON card.id = succession.new
           WHERE succession.old = past_card.id)
       ORDER BY id`,
    )
    .map(pastOfRow);
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
export function hasHistory(id: string): string {
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

/** Of these hashes, those that sides ask or answer in other files than these. */
export function hashesElsewhere(
  store: Store,
  hashes: readonly number[],
  files: Iterable<string>,
): ReadonlySet<number> {
  if (hashes.length === 0) return new Set();
  const rows = store.rows<[number, number]>(
    `WITH wanted (hash) AS MATERIALIZED (SELECT value FROM json_each(?))
     SELECT asks, answers FROM side WHERE (asks IN wanted OR answers IN wanted)
       AND (SELECT file FROM card WHERE number = side.card)
         NOT IN (SELECT value FROM json_each(?))`,
    JSON.stringify(hashes),
    JSON.stringify([...files]),
  );
  return new Set(rows.flat());
}

/** The problems that were found when the files were read and parsed, in the order of paths. */
export function fileProblems(store: Store): readonly Problem[] {
  return store
    .rows<[string]>("SELECT problems FROM deck_file WHERE problems <> '[]' ORDER BY path")
    .flatMap(([problems]) => JSON.parse(problems) as Problem[]);
}

/** Cards that do not have the id that their file gives them, because an earlier one has it. */
export function cardsWithoutClaim(store: Store): readonly CardRecord[] {
  return store
    .rows<CardRow>(`SELECT ${cardColumns} FROM card WHERE id IS NOT claim ORDER BY file, position`)
    .map(cardOfRow);
}

function idSet(store: Store, sql: string, ids: Iterable<CardId>): ReadonlySet<CardId> {
  const list = JSON.stringify([...ids]);
  return new Set(store.rows<[string]>(sql, list).map(([id]) => id as CardId));
}
