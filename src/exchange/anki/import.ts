import type { MediaNames } from '../../markdown/html-media.ts';
import { htmlToMarkdown } from '../../markdown/html-to-markdown.ts';
import type { DraftContent } from '../../model/draft.ts';
import type { AnkiCard, AnkiCollection, AnkiNote, LogRow, Notetype } from './collection.ts';
import { clozeNumbers, markDeletions, withHoles } from './cloze.ts';
import { common, isMediaOnly } from './import-note.ts';
import type { ImportedNote, ImportedSide, LeftOut, NoteContext } from './import-note.ts';
import { ownNote } from './import-own.ts';
import { shapeOf } from './note-shape.ts';
import type { NoteShape } from './note-shape.ts';
import { parseTemplate, renderTemplate } from './template.ts';

/** What a collection becomes. */
export interface ImportResult {
  readonly notes: readonly ImportedNote[];
  readonly leftOut: readonly LeftOut[];
  /** Log rows of cards that are gone. */
  readonly strayRows: number;
  /** Notes with more or fewer fields than their note type has; they were cut or filled up. */
  readonly misfits: number;
  /** What decks say of themselves, as Markdown, by their names. */
  readonly descriptions: ReadonlyMap<string, string>;
}

/**
 * The notes of a collection as cards of decks, in the order in which they are learned. `mediaOf` tells where the media of a note
 * are to be found from the deck that its cards go into.
 */
export function importCollection(
  collection: AnkiCollection,
  mediaOf: (note: AnkiNote, deck: string) => MediaNames,
): ImportResult {
  const notetypes = new Map(collection.notetypes.map((notetype) => [notetype.id, notetype]));
  const decks = new Map(collection.decks.map((deck) => [deck.id, deck.name]));
  const sides = sidesByNote(collection);
  const notes: ImportedNote[] = [];
  const leftOut: LeftOut[] = [];
  let misfits = 0;
  for (const raw of inPlace(collection.notes, sides)) {
    const notetype = notetypes.get(raw.notetypeId);
    const note = notetype === undefined ? raw : fitted(raw, notetype);
    if (note !== raw) misfits += 1;
    const own = sides.get(note.id) ?? [];
    const deck = decks.get(homeDeck(own[0]?.card)) ?? 'Default';
    if (notetype === undefined) leftOut.push({ note, why: 'its note type is missing' });
    else if (own.length === 0) leftOut.push({ note, why: 'it has no cards' });
    else {
      const media = mediaOf(note, deck);
      const taken = importNote({ note, notetype, sides: own, deck, media });
      if ('why' in taken) leftOut.push(taken);
      else notes.push(...taken);
    }
  }
  const cardIds = new Set(collection.cards.map(({ id }) => id));
  return {
    notes,
    leftOut,
    strayRows: collection.log.filter(({ cardId }) => !cardIds.has(cardId)).length,
    misfits,
    descriptions: descriptionsOf(collection),
  };
}

/** With as many fields as its note type has: what is missing is empty, what is too much is gone. */
function fitted(note: AnkiNote, { fields: { length } }: Notetype): AnkiNote {
  if (note.fields.length === length) return note;
  return { ...note, fields: Array.from({ length }, (_, index) => note.fields[index] ?? '') };
}

function descriptionsOf({ decks }: AnkiCollection): ReadonlyMap<string, string> {
  return new Map(
    decks.flatMap(({ name, description }) =>
      description.trim() === '' ? [] : [[name, htmlToMarkdown(description)] as const],
    ),
  );
}

/** In the order in which they were to be learned, as far as their cards remember it. */
function inPlace(
  notes: readonly AnkiNote[],
  sides: ReadonlyMap<number, readonly ImportedSide[]>,
): readonly AnkiNote[] {
  const places = new Map(
    notes.map(({ id }) => {
      const own = (sides.get(id) ?? []).map(({ card }) =>
        card.type === 0 && card.originalDeckId === 0 ? card.due : card.data.position,
      );
      return [id, Math.min(...own.map((place) => place ?? Number.POSITIVE_INFINITY))];
    }),
  );
  const placeOf = ({ id }: AnkiNote) => places.get(id) ?? Number.POSITIVE_INFINITY;
  return notes.toSorted((a, b) => {
    const [left, right] = [placeOf(a), placeOf(b)];
    return left === right ? a.id - b.id : left - right;
  });
}

/** A card of a filtered deck belongs to another one. */
function homeDeck(card: AnkiCard | undefined): number {
  return card === undefined ? 0 : card.originalDeckId || card.deckId;
}

function sidesByNote({ cards, log }: AnkiCollection): Map<number, ImportedSide[]> {
  const rows = new Map<number, LogRow[]>();
  for (const row of log) {
    const own = rows.get(row.cardId);
    if (own === undefined) rows.set(row.cardId, [row]);
    else own.push(row);
  }
  const byNote = new Map<number, ImportedSide[]>();
  for (const card of [...cards].sort((a, b) => a.ord - b.ord)) {
    const side = { ord: card.ord, card, log: rows.get(card.id) ?? [] };
    const own = byNote.get(card.noteId);
    if (own === undefined) byNote.set(card.noteId, [side]);
    else own.push(side);
  }
  return byNote;
}

/** The cards that a note becomes, or why none. */
function importNote(context: NoteContext): readonly ImportedNote[] | LeftOut {
  const { note, notetype, sides } = context;
  const ords = sides.map(({ ord }) => ord);
  const shape = shapeOf(note, notetype, ords);
  switch (shape.kind) {
    case 'unsupported':
      return { note, why: shape.why, shape };
    case 'own':
      return ownNote(context, shape);
    case 'drawn':
      return drawnNotes(context, shape);
    default:
      return [simpleNote(context, shape)];
  }
}

type SimpleShape = Extract<NoteShape, { readonly kind: 'basic' | 'term' | 'cloze' }>;

function simpleNote(context: NoteContext, shape: SimpleShape): ImportedNote {
  const { note, sides } = context;
  const field = (index: number) => note.fields[index] ?? '';
  const markdown = (index: number) => htmlToMarkdown(field(index), context.media);
  const extras = shape.kind === 'term' ? [] : shape.extras.map(markdown);
  const base = {
    ...common(context, shape, note.guid),
    note: extras.filter((text) => text !== '').join('\n\n'),
    typed: shape.kind !== 'term' && shape.typed,
    sides,
  };
  switch (shape.kind) {
    case 'basic': {
      const question = markdown(shape.question);
      const content: DraftContent = { kind: 'basic', question, answer: markdown(shape.answer) };
      return { ...base, content, ords: [shape.ord], mediaOnly: isMediaOnly(field(shape.question)) };
    }
    case 'term': {
      const content: DraftContent = {
        kind: 'term',
        term: markdown(shape.term),
        definition: markdown(shape.definition),
      };
      return { ...base, content, ords: [0, 1], mediaOnly: isMediaOnly(field(shape.term)) };
    }
    case 'cloze': {
      const html = field(shape.text);
      const marked = markDeletions(html) ?? html;
      const text = withHoles(htmlToMarkdown(marked, context.media), 'numbered');
      const ords = clozeNumbers(html).map((number) => number - 1);
      return { ...base, content: { kind: 'cloze', text }, ords, mediaOnly: isMediaOnly(html) };
    }
  }
}

/** One basic card for each card of the note, from what its template draws. */
function drawnNotes(context: NoteContext, shape: NoteShape): readonly ImportedNote[] {
  const { note, notetype, sides, media } = context;
  const fields = new Map(
    notetype.fields.map(({ name }, index) => [name, note.fields[index] ?? '']),
  );
  return sides.flatMap((side) => {
    const template = notetype.templates[notetype.cloze ? 0 : side.ord];
    if (template === undefined) return [];
    const draw = (source: string, face: 'question' | 'answer') =>
      renderTemplate(parseTemplate(source), { fields, cloze: side.ord + 1, side: face });
    const question = draw(template.question, 'question');
    const answer = draw(template.answer, 'answer').replace(
      /<hr\b[^>]*\bid\s*=\s*["']?answer\b[^>]*>/gi,
      '',
    );
    return [
      {
        ...common(context, shape, `${note.guid}\0${side.ord}`),
        content: {
          kind: 'basic',
          question: htmlToMarkdown(question, media),
          answer: htmlToMarkdown(answer, media),
        },
        note: '',
        typed: false,
        ords: [side.ord],
        sides: [side],
        mediaOnly: isMediaOnly(question),
      } satisfies ImportedNote,
    ];
  });
}
