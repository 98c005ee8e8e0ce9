import type Database from 'better-sqlite3';
import type { AnkiCard, AnkiNote, CardData, LogRow } from './collection.ts';
import { isRecord, numberOf } from './json-values.ts';

type NoteRow = readonly [number, string, number, number, string, string];

/** The notes as they stand there, whatever their notetypes say of their fields. */
export function readNotes(db: Database.Database): AnkiNote[] {
  const rows = db.prepare('select id, guid, mid, mod, tags, flds from notes order by id').raw();
  return Array.from(rows.iterate() as Iterable<NoteRow>, (row) => {
    const [id, guid, notetypeId, modifiedSeconds, tags, text] = row;
    return {
      id,
      guid: String(guid),
      notetypeId,
      modifiedSeconds,
      tags: String(tags)
        .split(/[ \u3000]+/)
        .filter((tag) => tag !== ''),
      fields: String(text).split('\u001f'),
    };
  });
}

type CardRow = readonly [...numbers: number[], data: string];

/** The cards; old files hold fractions in columns of whole numbers, which are rounded. */
export function readCards(db: Database.Database): AnkiCard[] {
  const rows = db
    .prepare(
      `select id, nid, did, ord, mod, type, queue, due, ivl, factor, reps, lapses, left, odue, odid,
         flags, data from cards order by id`,
    )
    .raw();
  return Array.from(rows.iterate() as Iterable<CardRow>, (row) => {
    const at = (index: number) => Math.round(Number(row[index] ?? 0));
    return {
      id: at(0),
      noteId: at(1),
      deckId: at(2),
      ord: at(3),
      modifiedSeconds: at(4),
      type: at(5),
      queue: at(6),
      due: at(7),
      intervalDays: at(8),
      factor: at(9),
      reps: at(10),
      lapses: at(11),
      stepsLeft: at(12) % 1000,
      originalDue: at(13),
      originalDeckId: at(14),
      flag: at(15) & 7,
      data: cardData(String(row[16] ?? '')),
    };
  });
}

/** Nothing in `data` is worth failing for: what is not understood is not there. */
function cardData(text: string): CardData {
  if (!text.startsWith('{')) return {};
  const json = parsed(text);
  const pick = (key: string, name: keyof CardData) => {
    const value = numberOf(json[key]);
    return value === null ? {} : { [name]: value };
  };
  return {
    ...pick('pos', 'position'),
    ...pick('s', 'stability'),
    ...pick('d', 'difficulty'),
    ...pick('dr', 'desiredRetention'),
    ...pick('decay', 'decay'),
    ...pick('lrt', 'lastReviewSeconds'),
  };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

type LogColumns = readonly number[];

/** The review log in the order of time. */
export function readLog(db: Database.Database): LogRow[] {
  const rows = db
    .prepare('select id, cid, ease, ivl, lastIvl, factor, time, type from revlog order by id')
    .raw();
  return Array.from(rows.iterate() as Iterable<LogColumns>, (row) => ({
    id: row[0] ?? 0,
    cardId: row[1] ?? 0,
    ease: row[2] ?? 0,
    interval: Math.round(row[3] ?? 0),
    lastInterval: Math.round(row[4] ?? 0),
    factor: row[5] ?? 0,
    takenMs: row[6] ?? 0,
    type: row[7] ?? 0,
  }));
}
