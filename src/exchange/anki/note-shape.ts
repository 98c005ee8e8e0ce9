import type { AnkiNote, Notetype } from './collection.ts';
import { markDeletions, markedNumbers } from './cloze.ts';
import type { NoteKind } from './note-types.ts';
import { noteTypeOf, ownNoteKind } from './note-types.ts';
import { fieldsShown, parseTemplate } from './template.ts';

/** What a note of Anki is as a card of a deck; indexes are those of its fields. */
export type NoteShape =
  | { readonly kind: 'own'; readonly own: NoteKind }
  | {
      readonly kind: 'basic';
      readonly question: number;
      readonly answer: number;
      /** Fields that the answer shows besides. */
      readonly extras: readonly number[];
      readonly typed: boolean;
      readonly ord: number;
    }
  | { readonly kind: 'term'; readonly term: number; readonly definition: number }
  | {
      readonly kind: 'cloze';
      readonly text: number;
      readonly extras: readonly number[];
      readonly typed: boolean;
    }
  /** No kind fits: each card is drawn from its template. */
  | { readonly kind: 'drawn' }
  /** Nothing that a text can ask. */
  | { readonly kind: 'unsupported'; readonly why: string };

/** What one template asks, where it is as simple as a question and an answer. */
interface Simple {
  readonly question: number;
  readonly answer: number;
  readonly extras: readonly number[];
  readonly typed: boolean;
}

const imageOcclusion = 6;

/** Decides how a note is taken in, by its note type and by which of its cards exist. */
export function shapeOf(note: AnkiNote, notetype: Notetype, ords: readonly number[]): NoteShape {
  const own = ownKind(notetype);
  if (own !== null) return { kind: 'own', own };
  if (notetype.stockKind === imageOcclusion || /image-occlusion:/.test(note.fields[0] ?? ''))
    return { kind: 'unsupported', why: 'image occlusion' };
  if (notetype.cloze) return clozeShape(note, notetype);
  const simple = ords.map((ord) => simpleTemplate(note, notetype, ord));
  const [first, second] = simple;
  if (first !== undefined && first !== null && simple.length === 1)
    return { kind: 'basic', ...first, ord: ords[0] ?? 0 };
  if (first && second && simple.length === 2 && isMirror(first, second))
    return { kind: 'term', term: first.question, definition: first.answer };
  return { kind: 'drawn' };
}

/** Ours, also where Anki made a copy of it under another id. */
function ownKind(notetype: Notetype): NoteKind | null {
  const byId = ownNoteKind(notetype.id);
  if (byId !== null) return byId;
  for (const kind of ['basic', 'term', 'cloze', 'list'] as const)
    for (const typed of [false, true]) {
      const ours = noteTypeOf({ kind, typed });
      const sameFields =
        ours.fields.map(({ name }) => name).join() ===
        notetype.fields.map(({ name }) => name).join();
      if (sameFields && notetype.name.replace(/\++$/, '') === ours.name) return { kind, typed };
    }
  return null;
}

function clozeShape(note: AnkiNote, notetype: Notetype): NoteShape {
  const template = notetype.templates[0];
  if (template === undefined) return { kind: 'unsupported', why: 'a note type without a template' };
  const asked = fieldsShown(parseTemplate(template.question));
  const clozes = asked.filter(({ filters }) => filters.includes('cloze'));
  const text = notetype.fields.findIndex(({ name }) => name === clozes[0]?.name);
  const marked = markDeletions(note.fields[text] ?? '');
  // A deletion that counts for several cards has no form in a deck.
  const plain =
    marked !== null && markedNumbers(marked).every((number) => /^\d{1,3}$/.test(number));
  const others = asked.filter(
    ({ name, filters }) => !filters.includes('cloze') && isFilled(note, notetype, name),
  );
  if (clozes.length !== 1 || !plain || others.length > 0) return { kind: 'drawn' };
  const extras = fieldsShown(parseTemplate(template.answer))
    .filter(({ filters }) => !filters.includes('cloze'))
    .map(({ name }) => notetype.fields.findIndex((field) => field.name === name))
    .filter((index) => index >= 0 && index !== text && (note.fields[index] ?? '').trim() !== '');
  return {
    kind: 'cloze',
    text,
    extras: [...new Set(extras)],
    typed: asked.some(({ filters }) => filters.includes('type')),
  };
}

function isMirror(first: Simple, second: Simple): boolean {
  const bare = first.extras.length === 0 && second.extras.length === 0;
  return bare && first.question === second.answer && first.answer === second.question;
}

/** A question of exactly one field, and an answer of one other, perhaps with more below it. */
function simpleTemplate(note: AnkiNote, notetype: Notetype, ord: number): Simple | null {
  const template = notetype.templates[ord];
  if (template === undefined) return null;
  const filled = (nodes: string) =>
    fieldsShown(parseTemplate(nodes)).filter(
      ({ name }) => name === 'FrontSide' || isFilled(note, notetype, name),
    );
  const index = (name: string) => notetype.fields.findIndex((field) => field.name === name);
  const asked = filled(template.question);
  const shown = asked.filter(({ filters }) => !filters.includes('type'));
  const [question] = shown;
  if (question === undefined || shown.length !== 1 || !isPlain(question.filters)) return null;
  const answers = filled(template.answer).filter(
    ({ name }) => name !== 'FrontSide' && name !== question.name,
  );
  if (answers.some(({ filters }) => !isPlain(filters.filter((filter) => filter !== 'type'))))
    return null;
  const [answer, ...extras] = [...new Set(answers.map(({ name }) => index(name)))];
  if (answer === undefined || index(question.name) < 0) return null;
  const typed = asked.length > shown.length;
  return { question: index(question.name), answer, extras, typed };
}

/** Filters that only decide how a field looks. */
function isPlain(filters: readonly string[]): boolean {
  return filters.every((filter) => filter === 'text' || filter === 'hint' || filter === 'edit');
}

function isFilled(note: AnkiNote, notetype: Notetype, name: string): boolean {
  const index = notetype.fields.findIndex((field) => field.name === name);
  return index >= 0 && (note.fields[index] ?? '').replace(/<br\s*\/?>|&nbsp;|\s/g, '') !== '';
}
