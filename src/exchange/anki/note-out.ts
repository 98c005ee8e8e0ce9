import { hash } from 'node:crypto';
import type { MediaNames } from '../../markdown/html-media.ts';
import type { AnkiNote, Notetype } from './collection.ts';
import type { ExportNote, ExportOrigin } from './export-note.ts';
import { fieldIndex, noteTypeOf } from './note-types.ts';
import { fieldsOf } from './fields.ts';
import { leechTag, tagsOf } from './tags.ts';

/** When the text of a note changed that nothing is known of. */
const unknownChangeSeconds = 1_767_225_600;

/** What a note's row is made with. */
export interface NoteOutContext {
  readonly id: number;
  media(): MediaNames;
  /** Epoch seconds at which content of this hash came up; null where that is not known. */
  changed(content: string): number | null;
}

/** The note type that a note is written with. */
export function noteTypeFor({ card, origin }: ExportNote): Notetype {
  return origin === null || origin.shape.kind === 'own' ? noteTypeOf(card) : origin.notetype;
}

/** A note's row: Anki's own as it came where nothing changed, with new text in its fields where it did. */
export function noteRow(note: ExportNote, context: NoteOutContext): AnkiNote {
  const { origin } = note;
  if (origin !== null && (!origin.edited || origin.shape.kind === 'drawn')) return origin.note;
  const fields = fieldsOf(note, context.media());
  const tags = tagsOf(note);
  const content = contentHash([...fields, ...tags.filter((tag) => tag !== leechTag)]);
  const changedSeconds = context.changed(content) ?? unknownChangeSeconds;
  if (origin === null)
    return {
      id: context.id,
      guid: note.guid,
      notetypeId: noteTypeOf(note.card).id,
      modifiedSeconds: changedSeconds,
      tags,
      fields,
    };
  return {
    ...origin.note,
    modifiedSeconds: Math.max(changedSeconds, origin.note.modifiedSeconds + 1),
    ...(origin.shape.kind === 'own'
      ? { fields, tags }
      : {
          fields: filledIn(origin, fields),
          tags: [...new Set([...note.card.tags, ...keptTags(origin)])],
        }),
  };
}

/** Tags with a meaning for Anki that a card's text does not hold. */
function keptTags({ note }: ExportOrigin): readonly string[] {
  return note.tags.filter((tag) => tag === leechTag || tag === 'marked');
}

/** The note's own fields with the card's text in those that it was taken from. */
function filledIn({ note, shape }: ExportOrigin, ours: readonly string[]): readonly string[] {
  const fields = [...note.fields];
  const put = (index: number | undefined, html: string | undefined) => {
    if (index !== undefined && html !== undefined) fields[index] = html;
  };
  const [front, back, below] = [
    ours[fieldIndex.front],
    ours[fieldIndex.back],
    ours[fieldIndex.note],
  ];
  if (shape.kind === 'term') {
    put(shape.term, front);
    put(shape.definition, back);
  }
  if (shape.kind === 'basic') {
    put(shape.question, front);
    put(shape.answer, back);
  }
  if (shape.kind === 'cloze') put(shape.text, front);
  // Several fields became one note: only where there was one can it be told which.
  if ((shape.kind === 'basic' || shape.kind === 'cloze') && shape.extras.length === 1)
    put(shape.extras[0], below);
  return fields;
}

function contentHash(parts: readonly string[]): string {
  return hash('sha256', parts.join('\u001f'), 'base64url').slice(0, 22);
}
