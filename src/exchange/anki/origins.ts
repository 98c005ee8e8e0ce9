import type { AnkiNote, Notetype } from './collection.ts';
import { isRecord, listOf, numberOf, recordOf, textOf } from './json-values.ts';
import type { NoteShape } from './note-shape.ts';

/** A note of Anki's that was taken in, kept whole so that it can be given back as it was. */
export interface NoteOrigin {
  /** The cards of decks that it became, with the hash of what each said then. */
  readonly cards: readonly OriginCard[];
  readonly note: AnkiNote;
  readonly shape: NoteShape;
}

/** A card that a note became. */
export interface OriginCard {
  readonly id: string;
  /** Of its text at the import; another one says that it was edited here. */
  readonly hash: string;
  /** Anki's card ids by their numbers. */
  readonly cardIds: Readonly<Record<string, number>>;
}

/** All that is kept of Anki's own in a collection. */
export interface Origins {
  readonly notetypes: ReadonlyMap<number, Notetype>;
  /** By GUID. */
  readonly notes: ReadonlyMap<string, NoteOrigin>;
  /** Files of the collection, relative to it, by the names that notes mention. */
  readonly media: ReadonlyMap<string, string>;
}

export const noOrigins: Origins = { notetypes: new Map(), notes: new Map(), media: new Map() };

/** One JSON object a line, in an order that depends on the content alone. */
export function printOrigins(origins: Origins): string {
  const lines = [
    ...[...origins.notetypes.values()]
      .sort((a, b) => a.id - b.id)
      .map((notetype) => JSON.stringify({ notetype })),
    ...[...origins.media]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([media, file]) => JSON.stringify({ media, file })),
    ...[...origins.notes.values()]
      .sort((a, b) => (a.note.guid < b.note.guid ? -1 : 1))
      .map((origin) => JSON.stringify(origin)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Reads `printOrigins`; lines that are not of it are left out, and a later line counts for an earlier. */
export function parseOrigins(text: string): Origins {
  const notetypes = new Map<number, Notetype>();
  const notes = new Map<string, NoteOrigin>();
  const media = new Map<string, string>();
  for (const line of text.split('\n')) {
    const value = parsedLine(line);
    if (isRecord(value['notetype'])) {
      const notetype = value['notetype'] as unknown as Notetype;
      notetypes.set(notetype.id, notetype);
    } else if (isRecord(value['note']) && isRecord(value['shape'])) {
      const origin = originOf(value);
      notes.set(origin.note.guid, origin);
    } else if (typeof value['media'] === 'string') media.set(value['media'], textOf(value['file']));
  }
  return { notetypes, notes, media };
}

function parsedLine(line: string): Readonly<Record<string, unknown>> {
  try {
    return recordOf(JSON.parse(line));
  } catch {
    return {};
  }
}

function originOf(value: Readonly<Record<string, unknown>>): NoteOrigin {
  const note = recordOf(value['note']);
  return {
    cards: listOf(value['cards']).map((card) => {
      const { id, hash, cardIds } = recordOf(card);
      return { id: textOf(id), hash: textOf(hash), cardIds: numbersByName(cardIds) };
    }),
    note: {
      id: numberOf(note['id']) ?? 0,
      guid: textOf(note['guid']),
      notetypeId: numberOf(note['notetypeId']) ?? 0,
      modifiedSeconds: numberOf(note['modifiedSeconds']) ?? 0,
      tags: listOf(note['tags']).map(textOf),
      fields: listOf(note['fields']).map(textOf),
    },
    shape: value['shape'] as unknown as NoteShape,
  };
}

function numbersByName(value: unknown): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(recordOf(value)).flatMap(([name, number]) => {
      const known = numberOf(number);
      return known === null ? [] : [[name, known]];
    }),
  );
}
