import { newCardId } from '../../deck/ids.ts';
import type { CardText } from '../../deck/parsed-deck.ts';
import { readSource } from '../../deck/source-line.ts';
import type { DraftContent, DraftSource } from '../../model/draft.ts';
import { TenetError } from '../../model/problem.ts';

/** A card as a form, arguments or JSON give it; exactly one way of asking must be filled in. */
export interface CardFields {
  readonly question?: string | undefined;
  readonly answer?: string | undefined;
  readonly items?: readonly string[] | undefined;
  readonly term?: string | undefined;
  readonly definition?: string | undefined;
  readonly cloze?: string | undefined;
  readonly note?: string | undefined;
  /** As written after `S:`. */
  readonly sources?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly topics?: readonly string[] | undefined;
}

const fieldNames: readonly (keyof CardFields)[] = [
  'question',
  'answer',
  'items',
  'term',
  'definition',
  'cloze',
  'note',
  'sources',
  'tags',
  'topics',
];
const listFields = new Set<string>(['items', 'sources', 'tags', 'topics']);

/** The card that the fields describe, with a fresh id. Throws a usage error that says what is missing. */
export function newCard(fields: CardFields, entropy: Uint8Array): CardText {
  return {
    content: contentOf(fields),
    sources: (fields.sources ?? []).map(sourceOf),
    note: fields.note ?? '',
    tags: (fields.tags ?? []).map((tag) => tag.replace(/^#/, '')),
    id: newCardId(entropy),
  };
}

function contentOf({ question, answer, items, term, definition, cloze }: CardFields): DraftContent {
  if (filled(cloze)) return only({ kind: 'cloze', text: cloze }, question, term);
  if (filled(term) && filled(definition)) return only({ kind: 'term', term, definition }, question);
  if (filled(question) && items !== undefined && items.length > 1)
    return only({ kind: 'list', question, items }, answer, term);
  if (filled(question) && filled(answer)) return only({ kind: 'basic', question, answer }, term);
  throw new TenetError('this is not a whole card', {
    hint: 'Give a question and its answer, a term and its definition, or a cloze with [holes].',
    exitCode: 2,
  });
}

function only(content: DraftContent, ...others: readonly (string | undefined)[]): DraftContent {
  if (!others.some(filled)) return content;
  throw new TenetError('one card asks in one way', {
    hint: 'Give a question, a term or a cloze, and make another card of the rest.',
    exitCode: 2,
  });
}

function filled(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

function sourceOf(written: string): DraftSource {
  const source = readSource(written);
  if (source !== undefined && source.stray === undefined) return source;
  throw new TenetError(`this is no source: ${written}`, {
    hint: 'Write [label](target) "anchor", the anchor being at most 8 words of the source.',
    exitCode: 2,
  });
}

/** Cards from JSON: one object or a list of them. Throws a usage error that names the wrong field. */
export function cardsFromJson(text: string): readonly CardFields[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (failure) {
    throw new TenetError(`standard input is not JSON: ${(failure as Error).message}`, {
      hint: 'Give one card as an object, or several as a list of objects.',
      exitCode: 2,
    });
  }
  return (Array.isArray(value) ? value : [value]).map(fieldsOf);
}

function fieldsOf(value: unknown, index: number): CardFields {
  const at = `card ${index + 1}`;
  if (typeof value !== 'object' || value === null) throw wrongField(`${at} is no object`);
  for (const [name, field] of Object.entries(value)) {
    if (!(fieldNames as readonly string[]).includes(name))
      throw wrongField(`${at} has an unknown field "${name}"`);
    const good = listFields.has(name)
      ? Array.isArray(field) && field.every((entry) => typeof entry === 'string')
      : typeof field === 'string';
    if (!good)
      throw wrongField(
        `${at}: "${name}" must be ${listFields.has(name) ? 'a list of texts' : 'a text'}`,
      );
  }
  return value as CardFields;
}

function wrongField(message: string): TenetError {
  return new TenetError(message, { hint: `The fields are ${fieldNames.join(', ')}.`, exitCode: 2 });
}
