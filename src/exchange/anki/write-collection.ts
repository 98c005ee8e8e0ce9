import Database from 'better-sqlite3';
import type { AnkiCard, AnkiNote, CardData, CollectionHead, LogRow } from './collection.ts';
import { confJson, decksJson, notetypesJson, presetsJson } from './json-columns.ts';
import { schema11, schema11Indexes } from './schema.ts';
import { checksum, stripped } from './stripped.ts';
import { TemporaryFile } from './temporary-file.ts';
import type { Parts } from '../parts.ts';

/** Takes the rows of a collection as they are made. */
export interface RowSink {
  /** A note with an id that was there before takes its place. */
  note(note: AnkiNote): void;
  card(card: AnkiCard): void;
}

const noteInsert = `insert or replace into notes
  (id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data)
  values (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')`;
const cardInsert = `insert into cards (id, nid, did, ord, mod, usn, type, queue, due, ivl, factor,
  reps, lapses, left, odue, odid, flags, data)
  values (?, ?, ?, ?, ?, -1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const cacheKibibytes = 2048;

/**
 * A collection that is written as an SQLite file of schema 11 in rollback-journal mode. Rows go into a
 * temporary file as they come, so that a large collection needs little memory. Nothing in the result
 * depends on when or where it is written: equal rows give equal bytes.
 */
export class CollectionFile implements RowSink {
  readonly #file = new TemporaryFile();
  readonly #db: Database.Database;
  readonly #insertNote: Database.Statement;
  readonly #insertCard: Database.Statement;
  #cards = 0;

  constructor() {
    this.#db = new Database(this.#file.path);
    this.#db.pragma('page_size = 4096');
    this.#db.pragma('encoding = "UTF-8"');
    // Nobody else sees the file, and after a failure it is thrown away.
    this.#db.pragma('journal_mode = off');
    this.#db.pragma('synchronous = off');
    this.#db.pragma('locking_mode = exclusive');
    this.#db.pragma(`cache_size = ${-cacheKibibytes}`);
    this.#db.exec(schema11);
    this.#file.hide();
    this.#db.exec('begin');
    this.#insertNote = this.#db.prepare(noteInsert);
    this.#insertCard = this.#db.prepare(cardInsert);
  }

  note(note: AnkiNote): void {
    const sortText = stripped(note.fields[0] ?? '');
    this.#insertNote.run(
      note.id,
      note.guid,
      note.notetypeId,
      note.modifiedSeconds,
      note.tags.length === 0 ? '' : ` ${note.tags.join(' ')} `,
      note.fields.join('\u001f'),
      sortText,
      checksum(sortText),
    );
  }

  card(card: AnkiCard): void {
    this.#cards += 1;
    this.#insertCard.run(
      card.id,
      card.noteId,
      card.deckId,
      card.ord,
      card.modifiedSeconds,
      card.type,
      card.queue,
      card.due,
      card.intervalDays,
      card.factor,
      card.reps,
      card.lapses,
      // Old clients read the thousands as the steps left today.
      card.stepsLeft * 1001,
      card.originalDue,
      card.originalDeckId,
      card.flag,
      dataJson(card.data),
    );
  }

  /** Adds what belongs to no single note or card; the collection is then complete. */
  finish(head: CollectionHead, log: Iterable<LogRow>): void {
    insertHead(this.#db, head, this.#cards);
    insertLog(this.#db, log);
    this.#db.exec('commit');
    this.#db.exec(schema11Indexes);
    this.#db.close();
  }

  /** The bytes of the file, once it is complete. */
  parts(): Parts {
    return this.#file.parts();
  }

  /** Throws the file away. */
  close(): void {
    this.#db.close();
    this.#file.remove();
  }
}

function insertHead(db: Database.Database, head: CollectionHead, cards: number): void {
  const modifiedMs = head.createdSeconds * 1000;
  db.prepare(
    `insert into col (id, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags)
     values (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')`,
  ).run(
    head.createdSeconds,
    modifiedMs,
    modifiedMs,
    confJson(head, cards + 1),
    notetypesJson(head.notetypes),
    decksJson(head.decks),
    presetsJson(head.presets),
  );
}

/** Most of a large collection: SQLite takes many rows at once in two thirds of the time. */
const logRowsAtOnce = 50;

function insertLog(db: Database.Database, log: Iterable<LogRow>): void {
  const many = db.prepare(logInsert(logRowsAtOnce));
  let values: number[] = [];
  for (const { id, cardId, ease, interval, lastInterval, factor, takenMs, type } of log) {
    values.push(id, cardId, ease, interval, lastInterval, factor, takenMs, type);
    if (values.length < logRowsAtOnce * logColumns) continue;
    many.run(values);
    values = [];
  }
  if (values.length > 0) db.prepare(logInsert(values.length / logColumns)).run(values);
}

const logColumns = 8;

function logInsert(rows: number): string {
  const row = '(?, ?, -1, ?, ?, ?, ?, ?, ?)';
  return `insert into revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type)
    values ${Array<string>(rows).fill(row).join()}`;
}

/** Keys as in anki:rslib/src/storage/card/data.rs, rounded as Anki rounds them. */
function dataJson(data: CardData): string {
  return JSON.stringify({
    pos: data.position,
    s: rounded(data.stability, 4),
    d: rounded(data.difficulty, 3),
    dr: rounded(data.desiredRetention, 2),
    decay: rounded(data.decay, 4),
    lrt: data.lastReviewSeconds,
  });
}

function rounded(value: number | undefined, digits: number): number | undefined {
  return value === undefined ? undefined : Number(value.toFixed(digits));
}
