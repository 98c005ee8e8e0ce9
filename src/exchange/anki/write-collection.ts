import Database from 'better-sqlite3';
import type { AnkiCard, WritableCollection, AnkiNote, CardData, LogRow } from './collection.ts';
import { confJson, decksJson, notetypesJson, presetsJson } from './json-columns.ts';
import { schema11, schema11Indexes } from './schema.ts';
import { checksum, stripped } from './stripped.ts';

/**
 * The collection as an SQLite file of schema 11 in rollback-journal mode, with nothing in it that
 * depends on when or where it is written: equal values give equal bytes.
 */
export function writeCollection(collection: WritableCollection): Uint8Array {
  const db = new Database('');
  try {
    db.pragma('page_size = 4096');
    db.pragma('cache_size = 500');
    db.pragma('journal_mode = off');
    db.pragma('encoding = "UTF-8"');
    db.exec(schema11);
    db.transaction(() => {
      insertHeader(db, collection);
      insertNotes(db, collection.notes);
      insertCards(db, collection.cards);
      insertLog(db, collection.log);
    })();
    db.exec(schema11Indexes);
    return db.serialize();
  } finally {
    db.close();
  }
}

function insertHeader(db: Database.Database, collection: WritableCollection): void {
  const modifiedMs = collection.createdSeconds * 1000;
  db.prepare(
    `insert into col (id, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags)
     values (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')`,
  ).run(
    collection.createdSeconds,
    modifiedMs,
    modifiedMs,
    confJson(collection),
    notetypesJson(collection.notetypes),
    decksJson(collection.decks),
    presetsJson(collection.presets),
  );
}

function insertNotes(db: Database.Database, notes: readonly AnkiNote[]): void {
  const insert = db.prepare(
    `insert into notes (id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data)
     values (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')`,
  );
  for (const note of notes) {
    const sortText = stripped(note.fields[0] ?? '');
    insert.run(
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
}

function insertCards(db: Database.Database, cards: readonly AnkiCard[]): void {
  const insert = db.prepare(
    `insert into cards (id, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses,
       left, odue, odid, flags, data)
     values (?, ?, ?, ?, ?, -1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const card of cards)
    insert.run(
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

function insertLog(db: Database.Database, log: Iterable<LogRow>): void {
  const insert = db.prepare(
    `insert into revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type)
     values (?, ?, -1, ?, ?, ?, ?, ?, ?)`,
  );
  for (const row of log) {
    insert.run(
      row.id,
      row.cardId,
      row.ease,
      row.interval,
      row.lastInterval,
      row.factor,
      row.takenMs,
      row.type,
    );
  }
}
