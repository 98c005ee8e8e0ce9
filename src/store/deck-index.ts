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

/** The columns of a card in the order of `CardRow`. */
export const cardColumns = 'file, position, claim, id, text_id, fresh, body';
export type CardRow = readonly [string, number, string, string | null, string, number, string];

/** The card that a row holds. */
export function cardOfRow([file, position, claim, id, textId, fresh, body]: CardRow): CardRecord {
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
 * In all files but these: every card that claims one of these ids or whose text would have it, in the order
 * of files and positions. Among them an id is decided.
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
         SELECT number FROM card WHERE id IN asked
         UNION SELECT number FROM card WHERE id IS NOT claim AND claim IN asked
         UNION SELECT number FROM card WHERE id IS NOT text_id AND text_id IN asked
       ) AND file NOT IN (SELECT value FROM json_each(?)) ORDER BY file, position`,
      JSON.stringify([...ids]),
      JSON.stringify([...exceptFiles]),
    )
    .map(cardOfRow);
}

/** Every card that is in a deck, in the order of files and positions. */
export function cardsHere(store: Store): readonly CardRecord[] {
  return store
    .rows<CardRow>(`SELECT ${cardColumns} FROM card WHERE id IS NOT NULL ORDER BY file, position`)
    .map(cardOfRow);
}

/** How many cards there are. */
export function countCards(store: Store): number {
  return store.row<[number]>('SELECT count(*) FROM card WHERE id IS NOT NULL')?.[0] ?? 0;
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

/** The files whose text could not be read, in the order of paths: their cards wait. */
export function unreadFiles(store: Store): readonly string[] {
  return store
    .rows<[string]>('SELECT path FROM deck_file WHERE hash IS NULL ORDER BY path')
    .map(([path]) => path);
}

/** Cards that do not have the id that their file gives them, because an earlier one has it. */
export function cardsWithoutClaim(store: Store): readonly CardRecord[] {
  return store
    .rows<CardRow>(`SELECT ${cardColumns} FROM card WHERE id IS NOT claim ORDER BY file, position`)
    .map(cardOfRow);
}
