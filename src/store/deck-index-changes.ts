import type { CardId } from '../model/card.ts';
import type { Problem } from '../model/problem.ts';
import type { CardRecord, FileRecord, SideRecord } from './deck-index.ts';
import type { Store } from './open.ts';
import type { PastCard } from './past-cards.ts';

/** A card with the sides that are scheduled of it; none where it has no id. */
export interface CardWithSides extends CardRecord {
  readonly sides: readonly SideRecord[];
}

/** Writes what was found of a file itself; its cards stay as they are. */
export function putFile(store: Store, file: FileRecord, problems: readonly Problem[]): void {
  store.run(
    `INSERT OR REPLACE INTO deck_file
       (path, size, modified, changed, settled, hash, notation, whole, problems)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    file.path,
    file.size,
    file.modifiedMs,
    file.changedMs,
    file.settled ? 1 : 0,
    file.hash,
    file.notation,
    file.whole ? 1 : 0,
    JSON.stringify(problems),
  );
}

/** A file was looked at again and says the same. */
export function touchFile(store: Store, file: FileRecord): void {
  store.run(
    'UPDATE deck_file SET size = ?, modified = ?, changed = ?, settled = ? WHERE path = ?',
    file.size,
    file.modifiedMs,
    file.changedMs,
    file.settled ? 1 : 0,
    file.path,
  );
}

export function removeFile(store: Store, path: string): void {
  store.run('DELETE FROM deck_file WHERE path = ?', path);
}

/** Takes the cards of a file out of the index, with their sides. */
export function removeCards(store: Store, path: string): void {
  const rows = store.rows<[string]>('SELECT id FROM card WHERE file = ? AND id IS NOT NULL', path);
  for (const [id] of rows) {
    store.run('DELETE FROM side WHERE key = ?', id);
    store.run("DELETE FROM side WHERE key > ? || '/' AND key < ? || '0'", id, id);
  }
  store.run('DELETE FROM card WHERE file = ?', path);
}

/** Adds cards whose places in their files are free, and whose ids no other cards have. */
export function addCards(store: Store, records: Iterable<CardWithSides>): void {
  let number = store.row<[number]>('SELECT coalesce(max(number), 0) FROM card')?.[0] ?? 0;
  for (const record of records) {
    number += 1;
    addCard(store, number, record);
    for (const [ordinal, side] of record.sides.entries()) addSide(store, number, ordinal, side);
  }
}

function addCard(store: Store, number: number, record: CardWithSides): void {
  const { file, position, claim, id, textId, fresh, card } = record;
  store.run(
    `INSERT INTO card (number, file, position, claim, id, text_id, fresh, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    number,
    file,
    position,
    claim,
    id,
    textId,
    fresh ? 1 : 0,
    JSON.stringify(card),
  );
}

function addSide(store: Store, card: number, ordinal: number, side: SideRecord): void {
  const { key, deck, section, asks, answers } = side;
  store.run(
    'INSERT INTO side (key, card, ordinal, deck, section, asks, answers) VALUES (?, ?, ?, ?, ?, ?, ?)',
    key,
    card,
    ordinal,
    deck,
    section,
    asks,
    answers,
  );
}

/** Remembers a card that is gone, or held. */
export function rememberCard(store: Store, past: PastCard): void {
  store.run(
    `INSERT OR REPLACE INTO past_card (id, file, position, held, text_id, body)
     VALUES (?, ?, ?, ?, ?, ?)`,
    past.id,
    past.file,
    past.position,
    past.held ? 1 : 0,
    past.textId,
    JSON.stringify(past.card),
  );
}

/** These cards are here again. */
export function forgetPastCards(store: Store, ids: Iterable<CardId>): void {
  store.run(
    'DELETE FROM past_card WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify([...ids]),
  );
}

/** Two ids were found to be one card. */
export function addSuccession(store: Store, old: CardId, now: CardId): void {
  if (old !== now) store.run('INSERT OR IGNORE INTO succession (old, new) VALUES (?, ?)', old, now);
}

/** Empties the index, and what is remembered with it; the log is not touched. */
export function clearDeckIndex(store: Store): void {
  for (const table of ['deck_file', 'card', 'side', 'past_card', 'succession'])
    store.run(`DELETE FROM ${table}`);
}
