import type {
  AnkiCard,
  AnkiCollection,
  AnkiNote,
  LogRow,
} from '../../../src/exchange/anki/collection.ts';
import { exportCollection } from '../../../src/exchange/anki/export.ts';
import type { ExportHistory } from '../../../src/exchange/anki/export.ts';
import type { ExportNote } from '../../../src/exchange/anki/export-note.ts';
import { CollectionFile } from '../../../src/exchange/anki/write-collection.ts';
import { writePackage } from '../../../src/exchange/anki/write-package.ts';
import type { PackageFormat } from '../../../src/exchange/anki/write-package.ts';
import { whole } from '../../../src/exchange/parts.ts';
import { ZipWriter } from '../../../src/exchange/zip/write.ts';
import type { ZipTarget } from '../../../src/exchange/zip/write.ts';
import type { Card, CardId, CardKey } from '../../../src/model/card.ts';

/** A card of a deck, with what a test does not care about filled in. */
export function card(content: Partial<Card> & Pick<Card, 'kind'>): Card {
  return {
    id: 'card000000001' as CardId,
    idWritten: true,
    deck: 'Deck',
    topics: [],
    tags: [],
    sources: [],
    note: '',
    typed: false,
    off: [],
    place: { file: 'decks/a.md', line: 1, column: 1 },
    span: { start: 0, end: 0 },
    ...content,
  } as Card;
}

/** A note to be exported, one side for each ord. */
export function exported(
  from: Card,
  more: Partial<ExportNote> = {},
  ords: readonly number[] = [0],
): ExportNote {
  return {
    card: from,
    guid: from.id,
    deck: from.deck,
    madeMs: null,
    sides: ords.map((ord) => ({
      key: `${from.id}/${ord}` as CardKey,
      ord,
      history: null,
    })),
    holeOrds: from.kind === 'cloze' ? from.holes.map((_hole, index) => ords[index] ?? index) : [],
    sources: [],
    origin: null,
    withdrawn: null,
    ...more,
  };
}

export function collectionOf(
  notes: readonly ExportNote[],
  history: ExportHistory | null = null,
  changed: number | null = null,
): AnkiCollection {
  const rows = new Map<number, AnkiNote>();
  const cards: AnkiCard[] = [];
  const { head, log } = exportCollection(
    {
      notes,
      media: () => ({ name: (target) => target }),
      changed: () => changed,
      description: '',
      history,
    },
    { note: (row) => rows.set(row.id, row), card: (row) => cards.push(row) },
  );
  return { ...head, notes: [...rows.values()], cards, log: [...log] };
}

/** The collection as an SQLite file of Anki's. */
export function databaseOf({ notes, cards, log, ...head }: AnkiCollection): Uint8Array {
  const file = new CollectionFile();
  try {
    for (const note of notes) file.note(note);
    for (const each of cards) file.card(each);
    file.finish(head, log);
    return whole(file.parts());
  } finally {
    file.close();
  }
}

/** A package in memory, of a database and media by their names. */
export function packageOf(
  database: Uint8Array,
  media: Readonly<Record<string, Uint8Array | string>> = {},
  format: PackageFormat = 'legacy',
): Uint8Array {
  const files = Object.entries(media).map(([name, content]) => {
    return { name, parts: () => [Buffer.from(content)] };
  });
  return archived((target) => {
    writePackage(target, { database: [database], media: files }, format);
  });
}

/** A zip archive in memory, every entry compressed. */
export function zipOf(entries: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  return archived((target) => {
    const zip = new ZipWriter(target);
    for (const [name, content] of Object.entries(entries))
      zip.add(name, [Buffer.from(content)], true);
    zip.end();
  });
}

/** What is written to a target, as bytes. */
export function archived(write: (target: ZipTarget) => void): Uint8Array {
  let bytes = Buffer.alloc(0);
  write({
    write(part, at) {
      const length = Math.max(bytes.length, at + part.length);
      bytes = Buffer.concat([bytes], length);
      bytes.set(part, at);
    },
    read: (at, length) => bytes.subarray(at, at + length),
  });
  return bytes;
}

export function ankiNote(note: Partial<AnkiNote>): AnkiNote {
  return {
    id: 1,
    guid: 'guid1',
    notetypeId: 10,
    modifiedSeconds: 5,
    tags: [],
    fields: ['front', 'back'],
    ...note,
  };
}

export function ankiCard(row: Partial<AnkiCard>): AnkiCard {
  return {
    id: 100,
    noteId: 1,
    deckId: 1,
    ord: 0,
    modifiedSeconds: 5,
    type: 0,
    queue: 0,
    due: 1,
    intervalDays: 0,
    factor: 0,
    reps: 0,
    lapses: 0,
    stepsLeft: 0,
    originalDue: 0,
    originalDeckId: 0,
    flag: 0,
    data: {},
    ...row,
  };
}

export function logRow(row: Partial<LogRow>): LogRow {
  return {
    id: 1000,
    cardId: 100,
    ease: 3,
    interval: 1,
    lastInterval: 0,
    factor: 0,
    takenMs: 0,
    type: 0,
    ...row,
  };
}

/** A collection of one note type with two fields and these templates. */
export function ankiCollection(
  templates: readonly (readonly [question: string, answer: string])[],
  more: Partial<AnkiCollection> = {},
  fields: readonly string[] = ['Front', 'Back'],
): AnkiCollection {
  return {
    createdSeconds: 0,
    creationOffsetWest: 0,
    rolloverHour: 4,
    schedulerVersion: 2,
    notetypes: [
      {
        id: 10,
        name: 'Type',
        cloze: templates.some(([question]) => question.includes('cloze:')),
        modifiedSeconds: 1,
        sortField: 0,
        fields: fields.map((name) => ({ id: null, name })),
        templates: templates.map(([question, answer], index) => ({
          id: null,
          name: `Card ${index + 1}`,
          question,
          answer,
        })),
        css: '',
        stockKind: 0,
      },
    ],
    decks: [{ id: 1, name: 'Default', presetId: 1, description: '', filtered: false }],
    presets: [],
    notes: [ankiNote({})],
    cards: [ankiCard({})],
    log: [],
    ...more,
  };
}
