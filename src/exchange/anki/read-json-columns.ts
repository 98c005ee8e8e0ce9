import type Database from 'better-sqlite3';
import type {
  AnkiDeck,
  CardTemplate,
  CollectionHead,
  Notetype,
  NotetypeField,
  Preset,
} from './collection.ts';
import { exactId, listOf, numberOf, numbersOf, recordOf, textOf } from './json-values.ts';

type ColRow = readonly [number, string, string, string, string];

/** Schemas 11 to 13: settings, notetypes, decks and presets are JSON in the one row of `col`. */
export function readJsonColumns(db: Database.Database): CollectionHead {
  const [created, conf, models, decks, presets] = colRow(db);
  const settings = recordOf(JSON.parse(conf));
  return {
    ...calendarOf(created, settings),
    notetypes: valuesOf(models).map(notetypeOf),
    decks: valuesOf(decks).map(deckOf),
    presets: valuesOf(presets).map(presetOf),
  };
}

/** Schema 14: settings and presets have tables, but are JSON there too. */
export function readSchema14(db: Database.Database): CollectionHead {
  const [created, , models, decks] = colRow(db);
  const presets = db.prepare('select config from deck_config').pluck().all() as Uint8Array[];
  return {
    ...calendarOf(created, readConfig(db)),
    notetypes: valuesOf(models).map(notetypeOf),
    decks: valuesOf(decks).map(deckOf),
    presets: presets.map((preset) => presetOf(recordOf(parsedBlob(preset)))),
  };
}

/** The settings that have a table of their own from schema 14 on. */
export function readConfig(db: Database.Database): Readonly<Record<string, unknown>> {
  const rows = db.prepare('select KEY, val from config').raw().all() as [string, Uint8Array][];
  return Object.fromEntries(
    rows.flatMap(([key, value]) => (known.has(key) ? [[key, parsedBlob(value)]] : [])),
  );
}

const known = new Set(['creationOffset', 'rollover', 'schedVer']);

/** How the days of a collection are counted, and by which scheduler, from its settings. */
export function calendarOf(
  createdSeconds: number,
  settings: Readonly<Record<string, unknown>>,
): Pick<
  CollectionHead,
  'createdSeconds' | 'creationOffsetWest' | 'rolloverHour' | 'schedulerVersion'
> {
  return {
    createdSeconds,
    creationOffsetWest: numberOf(settings['creationOffset']),
    rolloverHour: numberOf(settings['rollover']) ?? 4,
    schedulerVersion: numberOf(settings['schedVer']) === 2 ? 2 : 1,
  };
}

function colRow(db: Database.Database): ColRow {
  return db.prepare('select crt, conf, models, decks, dconf from col').raw().get() as ColRow;
}

function parsedBlob(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}

function valuesOf(json: string): Readonly<Record<string, unknown>>[] {
  return Object.values(recordOf(JSON.parse(json))).map(recordOf);
}

function notetypeOf(model: Readonly<Record<string, unknown>>): Notetype {
  return {
    id: numberOf(model['id']) ?? 0,
    name: textOf(model['name']),
    cloze: numberOf(model['type']) === 1,
    modifiedSeconds: numberOf(model['mod']) ?? 0,
    sortField: numberOf(model['sortf']) ?? 0,
    fields: byOrd(model['flds']).map(fieldOf),
    templates: byOrd(model['tmpls']).map(templateOf),
    css: textOf(model['css']),
    stockKind: numberOf(model['originalStockKind']) ?? 0,
  };
}

function byOrd(list: unknown): Readonly<Record<string, unknown>>[] {
  return listOf(list)
    .map(recordOf)
    .sort((a, b) => (numberOf(a['ord']) ?? 0) - (numberOf(b['ord']) ?? 0));
}

function fieldOf(field: Readonly<Record<string, unknown>>): NotetypeField {
  return { id: exactId(field['id']), name: textOf(field['name']) };
}

function templateOf(template: Readonly<Record<string, unknown>>): CardTemplate {
  return {
    id: exactId(template['id']),
    name: textOf(template['name']),
    question: textOf(template['qfmt']),
    answer: textOf(template['afmt']),
  };
}

function deckOf(deck: Readonly<Record<string, unknown>>): AnkiDeck {
  return {
    id: numberOf(deck['id']) ?? 0,
    name: textOf(deck['name']),
    presetId: numberOf(deck['conf']) ?? 1,
    description: textOf(deck['desc']),
    filtered: numberOf(deck['dyn']) === 1,
  };
}

function presetOf(preset: Readonly<Record<string, unknown>>): Preset {
  const fresh = recordOf(preset['new']);
  const review = recordOf(preset['rev']);
  const lapse = recordOf(preset['lapse']);
  const generations = [preset['fsrsParams6'], preset['fsrsParams5'], preset['fsrsWeights']];
  return {
    id: numberOf(preset['id']) ?? 0,
    name: textOf(preset['name']),
    learningStepsMinutes: numbersOf(fresh['delays']),
    relearningStepsMinutes: numbersOf(lapse['delays']),
    newPerDay: numberOf(fresh['perDay']) ?? 20,
    reviewsPerDay: numberOf(review['perDay']) ?? 200,
    maximumIntervalDays: numberOf(review['maxIvl']) ?? 36_500,
    leechThreshold: numberOf(lapse['leechFails']) ?? 8,
    leechSuspends: (numberOf(lapse['leechAction']) ?? 0) === 0,
    burySiblings: fresh['bury'] === true || review['bury'] === true,
    desiredRetention: numberOf(preset['desiredRetention']) || 0.9,
    parameters: generations.map(numbersOf).find((numbers) => numbers.length > 0) ?? [],
  };
}
