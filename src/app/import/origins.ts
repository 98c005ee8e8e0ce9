import { existsSync } from 'node:fs';
import path from 'node:path';
import type { AnkiCollection } from '../../exchange/anki/collection.ts';
import type { ExportOrigin } from '../../exchange/anki/export-note.ts';
import type { LeftOut } from '../../exchange/anki/import-note.ts';
import type { NoteShape } from '../../exchange/anki/note-shape.ts';
import { parseOrigins, printOrigins } from '../../exchange/anki/origins.ts';
import type { NoteOrigin, OriginCard, Origins } from '../../exchange/anki/origins.ts';
import { parseRecords, printRecords, recordsPath } from '../../exchange/anki/records.ts';
import type { ExportRecord } from '../../exchange/anki/records.ts';
import type { Card, CardKind } from '../../model/card.ts';
import type { Collection } from '../collection/collection.ts';
import { readTextFile, replaceFile } from '../files.ts';
import { mentionedMedia } from './media.ts';
import type { PlannedCard } from './anki.ts';
import { textHash } from './cards.ts';

/** Where notes of Anki are kept as they came, relative to the folder of decks. */
export const originsPath = '.tenet/anki-notes.jsonl';

/** A whole collection's notes are larger than any deck. */
const largestBytes = 512 * 1024 * 1024;

/** What a collection remembers of earlier imports and exports. */
export interface Remembered {
  readonly origins: Origins;
  /** Epoch seconds at which the text that went out last had changed; null for what never went out. */
  exportedAt(id: string): number | null;
}

export function readOrigins({ decks }: Collection): Remembered {
  const recordsFile = path.join(decks, recordsPath);
  const records = parseRecords(existsSync(recordsFile) ? readTextFile(recordsFile) : '');
  return {
    origins: originsOf(decks),
    exportedAt: (id) => records.get(id)?.changedSeconds ?? null,
  };
}

function originsOf(decks: string): Origins {
  const file = path.join(decks, originsPath);
  return parseOrigins(existsSync(file) ? readTextFile(file, largestBytes) : '');
}

/** What a package came to. */
export interface Imported {
  readonly cards: readonly PlannedCard[];
  readonly leftOut: readonly LeftOut[];
}

/** Notes that nothing here can ask, as far as they are new or newer: they are kept as they came. */
function unasked(leftOut: readonly LeftOut[], before: Origins): readonly NoteOrigin[] {
  return leftOut.flatMap(({ note, shape }) => {
    const known = before.notes.get(note.guid)?.note.modifiedSeconds ?? -1;
    return shape === undefined || note.modifiedSeconds <= known ? [] : [{ cards: [], note, shape }];
  });
}

/** Writes down the notes that were taken in, for giving them back. */
export function saveImported(
  { decks }: Collection,
  collection: AnkiCollection,
  { cards: planned, leftOut }: Imported,
  media: ReadonlyMap<string, string>,
): void {
  const before = originsOf(decks);
  const notes = new Map(before.notes);
  const taken = planned.filter(
    ({ decision }) => decision.act === 'add' || decision.act === 'update',
  );
  const kept = unasked(leftOut, before);
  if (taken.length + kept.length === 0) return;
  for (const origin of kept) notes.set(origin.note.guid, origin);
  for (const [guid, cards] of Map.groupBy(taken, ({ note }) => note.source.guid)) {
    const [first] = cards;
    if (first === undefined) continue;
    const others = (notes.get(guid)?.cards ?? []).filter(
      ({ id }) => !cards.some((card) => idOf(card) === id),
    );
    const origin: NoteOrigin = {
      cards: [...others, ...cards.map(originCard)],
      note: first.note.source,
      shape: first.note.shape,
    };
    notes.set(guid, origin);
  }
  if (taken.length > 0) saveRecords(decks, taken);
  const used = new Set([
    ...taken.map(({ note }) => note.source.notetypeId),
    ...kept.map(({ note }) => note.notetypeId),
  ]);
  const notetypes = new Map(before.notetypes);
  for (const notetype of collection.notetypes)
    if (used.has(notetype.id)) notetypes.set(notetype.id, notetype);
  replaceFile(
    path.join(decks, originsPath),
    printOrigins({ notetypes, notes, media: new Map([...before.media, ...media]) }),
  );
}

/** The numbers that Anki knows the sides by stay theirs. */
function saveRecords(decks: string, taken: readonly PlannedCard[]): void {
  const file = path.join(decks, recordsPath);
  const records = new Map(parseRecords(existsSync(file) ? readTextFile(file) : ''));
  for (const planned of taken) {
    const { note, written } = planned;
    const id = idOf(planned);
    const { kind, typed } = written.card;
    const ords = Object.fromEntries(
      [...written.keyOf].map(([ord, key]) => [key.slice(written.card.id.length + 1), ord]),
    );
    const record: ExportRecord = {
      id,
      deck: note.deck,
      kind,
      typed,
      ords,
      hash: records.get(id)?.hash ?? '',
      changedSeconds: note.source.modifiedSeconds,
    };
    records.set(id, record);
  }
  replaceFile(file, printRecords(records.values()));
}

function idOf({ note, decision }: PlannedCard): string {
  return 'card' in decision ? decision.card.id : note.id;
}

function originCard(planned: PlannedCard): OriginCard {
  const { note, written } = planned;
  return {
    id: idOf(planned),
    hash: textHash(written.text),
    cardIds: Object.fromEntries(note.sides.map(({ ord, card }) => [String(ord), card.id])),
  };
}

/** How cards that came from Anki are given back to it. */
export interface GivenBack {
  originOf(card: Card): ExportOrigin | null;
  /** Files of the collection by the names that such a note mentions. */
  mediaOf(origin: ExportOrigin): readonly (readonly [name: string, file: string])[];
}

function kindOf(shape: NoteShape): CardKind {
  switch (shape.kind) {
    case 'own':
      return shape.own.kind;
    case 'term':
    case 'cloze':
      return shape.kind;
    default:
      return 'basic';
  }
}

/** Reads what is kept of the notes; `textOf` gives a card's text as it stands in its file. */
export function givenBack({ decks }: Collection, textOf: (card: Card) => string): GivenBack {
  const { notes, notetypes, media } = originsOf(decks);
  const byCard = new Map(
    [...notes.values()].flatMap((origin) => origin.cards.map(({ id }) => [id, origin] as const)),
  );
  return {
    originOf(card) {
      const origin = byCard.get(card.id);
      const mine = origin?.cards.find(({ id }) => id === card.id);
      const notetype = origin === undefined ? undefined : notetypes.get(origin.note.notetypeId);
      if (origin === undefined || mine === undefined || notetype === undefined) return null;
      const { note, shape } = origin;
      // A card that became another kind is another note for Anki.
      if (kindOf(shape) !== card.kind) return null;
      const edited = mine.hash !== textHash(textOf(card));
      return { note, notetype, shape, cardIds: mine.cardIds, edited };
    },
    mediaOf: ({ note }) =>
      mentionedMedia(note.fields).flatMap((name) => {
        const file = media.get(name);
        return file === undefined ? [] : [[name, file] as const];
      }),
  };
}
