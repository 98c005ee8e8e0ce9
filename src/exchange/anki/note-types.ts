import type { CardKind } from '../../model/card.ts';
import type { CardTemplate, Notetype } from './collection.ts';
import { cardStyle } from './style.ts';

/** Which of our note types a card becomes. */
export interface NoteKind {
  readonly kind: CardKind;
  readonly typed: boolean;
}

/**
 * Our note types are frozen: Anki recognises one by its id and by the ids and number of its fields and
 * templates. Other fields need a new note type with a new id; other looks only a later time here.
 */
const stylesChangedSeconds = 1_795_132_800;

const firstId = 1_700_000_000_100;

const extraFields = ['Note', 'Source', 'Topic', 'Key'];

/** Fields by position, the same for all of our note types. */
export const fieldIndex = { front: 0, back: 1, note: 2, source: 3, topic: 4, key: 5 } as const;

const topic = '{{#Topic}}<div class="topic">{{Topic}}</div>{{/Topic}}\n';

const afterAnswer =
  '{{#Note}}<div class="note">{{Note}}</div>{{/Note}}\n' +
  '{{#Source}}<div class="source">{{Source}}</div>{{/Source}}';

const rule = '\n<hr id="answer">\n';

function asking(front: string, back: string): Omit<CardTemplate, 'id' | 'name'> {
  const question = `${topic}<div class="question">{{${front}}}</div>`;
  return {
    question,
    answer: `{{FrontSide}}${rule}<div class="answer">{{${back}}}</div>\n${afterAnswer}`,
  };
}

/** The typed line stands in the answer's place, compared; the front is written out, not repeated with its field. */
function asksTyping(front: string, back: string): Omit<CardTemplate, 'id' | 'name'> {
  const question = `${topic}<div class="question">{{${front}}}</div>`;
  return {
    question: `${question}\n{{type:${back}}}`,
    answer: `${question}${rule}{{type:${back}}}\n<div class="answer">{{${back}}}</div>\n${afterAnswer}`,
  };
}

function asksGap(typed: boolean, className: string): Omit<CardTemplate, 'id' | 'name'> {
  const text = `${topic}<div class="${className}">{{cloze:Text}}</div>`;
  const line = typed ? '\n{{type:cloze:Text}}' : '';
  return {
    question: text + line,
    answer: `${text}${line}\n{{#Back}}${rule}{{Back}}{{/Back}}\n${afterAnswer}`,
  };
}

function templatesOf({ kind, typed }: NoteKind): readonly Omit<CardTemplate, 'id'>[] {
  const ask = typed ? asksTyping : asking;
  switch (kind) {
    case 'basic':
      return [{ name: 'Card', ...ask('Front', 'Back') }];
    case 'term':
      return [
        { name: 'Definition', ...ask('Front', 'Back') },
        { name: 'Term', ...ask('Back', 'Front') },
      ];
    case 'cloze':
      return [{ name: 'Gap', ...asksGap(typed, 'text') }];
    case 'list':
      return [{ name: 'Item', ...asksGap(typed, 'items') }];
  }
}

const names: Readonly<Record<CardKind, string>> = {
  basic: 'tenet Question',
  term: 'tenet Term',
  cloze: 'tenet Cloze',
  list: 'tenet List',
};

const kinds: readonly CardKind[] = ['basic', 'term', 'cloze', 'list'];

function noteType(noteKind: NoteKind): Notetype {
  const { kind, typed } = noteKind;
  const id = firstId + kinds.indexOf(kind) * 20 + (typed ? 10 : 0);
  const cloze = kind === 'cloze' || kind === 'list';
  const fields = [cloze ? 'Text' : 'Front', 'Back', ...extraFields];
  return {
    id,
    name: typed ? `${names[kind]} (typed)` : names[kind],
    cloze,
    modifiedSeconds: stylesChangedSeconds,
    sortField: 0,
    fields: fields.map((name, index) => ({ id: id * 100 + index, name })),
    templates: templatesOf(noteKind).map(({ name, question, answer }, index) => {
      return { id: id * 100 + 50 + index, name, question, answer };
    }),
    css: cardStyle,
    stockKind: 0,
  };
}

const all: ReadonlyMap<string, Notetype> = new Map(
  kinds.flatMap((kind) =>
    [false, true].map((typed) => [`${kind} ${typed}`, noteType({ kind, typed })] as const),
  ),
);

/** The note type of a card. */
export function noteTypeOf({ kind, typed }: NoteKind): Notetype {
  const found = all.get(`${kind} ${typed}`);
  if (found === undefined) throw new RangeError(`no note type for ${kind}`);
  return found;
}

/** What a note type of ours holds; null for all others. */
export function ownNoteKind(notetypeId: number): NoteKind | null {
  for (const kind of kinds)
    for (const typed of [false, true])
      if (noteTypeOf({ kind, typed }).id === notetypeId) return { kind, typed };
  return null;
}
