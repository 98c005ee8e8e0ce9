import type Database from 'better-sqlite3';
import type {
  AnkiDeck,
  CardTemplate,
  CollectionHead,
  Notetype,
  NotetypeField,
  Preset,
} from './collection.ts';
import { exactId } from './json-values.ts';
import { Message } from './protobuf.ts';
import { calendarOf, readConfig } from './read-json-columns.ts';

/** Schemas 15 to 18: tables of their own, with protobuf messages (anki:proto/anki/*.proto). */
export function readTables(db: Database.Database): CollectionHead {
  const created = db.prepare<[], number>('select crt from col').pluck().get() ?? 0;
  return {
    ...calendarOf(created, readConfig(db)),
    notetypes: readNotetypes(db),
    decks: readDecks(db),
    presets: readPresets(db),
  };
}

type NamedBlob = readonly [owner: number, name: string, config: Uint8Array];

function readNotetypes(db: Database.Database): Notetype[] {
  const rows = db.prepare('select id, name, config, mtime_secs from notetypes').raw().all() as [
    ...NamedBlob,
    number,
  ][];
  // Rows of notetypes that were removed stay behind; they find no owner here.
  const fields = grouped(db, 'select ntid, name, config from fields order by ntid, ord');
  const templates = grouped(db, 'select ntid, name, config from templates order by ntid, ord');
  return rows.map(([id, name, blob, modifiedSeconds]) => {
    const config = new Message(blob);
    return {
      id,
      name,
      cloze: config.number(1) === 1,
      modifiedSeconds,
      sortField: config.number(2),
      fields: (fields.get(id) ?? []).map(fieldOf),
      templates: (templates.get(id) ?? []).map(templateOf),
      css: config.text(3),
      stockKind: config.number(9),
    };
  });
}

function grouped(db: Database.Database, sql: string): Map<number, NamedBlob[]> {
  const groups = new Map<number, NamedBlob[]>();
  for (const row of db.prepare(sql).raw().all() as NamedBlob[]) {
    const group = groups.get(row[0]);
    if (group === undefined) groups.set(row[0], [row]);
    else group.push(row);
  }
  return groups;
}

function fieldOf([, name, blob]: NamedBlob): NotetypeField {
  return { id: exactId(new Message(blob).number(9)), name };
}

function templateOf([, name, blob]: NamedBlob): CardTemplate {
  const config = new Message(blob);
  return {
    id: exactId(config.number(8)),
    name,
    question: config.text(1),
    answer: config.text(2),
  };
}

function readDecks(db: Database.Database): AnkiDeck[] {
  const rows = db.prepare('select id, name, kind from decks').raw().all() as NamedBlob[];
  return rows.map(([id, name, blob]) => {
    const kind = new Message(blob);
    const normal = kind.message(1);
    return {
      id,
      name: name.replaceAll('\u001f', '::'),
      presetId: normal?.number(1) || 1,
      description: normal?.text(4) ?? '',
      filtered: normal === null,
    };
  });
}

function readPresets(db: Database.Database): Preset[] {
  const rows = db.prepare('select id, name, config from deck_config').raw().all() as NamedBlob[];
  return rows.map(([id, name, blob]) => {
    const config = new Message(blob);
    const generations = [config.floats(6), config.floats(5), config.floats(3)];
    return {
      id,
      name,
      learningStepsMinutes: config.floats(1),
      relearningStepsMinutes: config.floats(2),
      newPerDay: config.number(9),
      reviewsPerDay: config.number(10),
      maximumIntervalDays: config.number(16) || 36_500,
      leechThreshold: config.number(22) || 8,
      leechSuspends: config.number(21) === 0,
      burySiblings: config.number(27) === 1 || config.number(28) === 1,
      desiredRetention: config.float(37) || 0.9,
      parameters: generations.find((numbers) => numbers.length > 0) ?? [],
    };
  });
}
