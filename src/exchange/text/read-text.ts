import { htmlToMarkdown } from '../../markdown/html-to-markdown.ts';
import type { DraftContent } from '../../model/draft.ts';
import { TenetError } from '../../model/problem.ts';
import { markDeletions, markedNumbers, withHoles } from '../anki/cloze.ts';
import { idFrom } from '../anki/import-note.ts';
import type { TextHeaders } from './headers.ts';
import { readHeaders } from './headers.ts';
import type { TextRow } from './rows.ts';
import { parseRows } from './rows.ts';

/** A row as a card. */
interface TextCard {
  /** From the row's GUID; null where it has none. */
  readonly id: string | null;
  readonly guid: string | null;
  readonly content: DraftContent;
  readonly note: string;
  readonly typed: boolean;
  readonly tags: readonly string[];
  readonly deck: string | null;
  readonly ords: readonly number[];
}

/** What a text file holds, and the lines that are no cards. */
export interface TextCards {
  readonly cards: readonly TextCard[];
  readonly leftOut: readonly string[];
}

/**
 * Reads separated values with Anki's header lines, or without any: then the first two columns are
 * question and answer. Throws `TenetError` naming `label` where the rows cannot be told apart.
 */
export function readText(text: string, label: string): TextCards {
  const headed = readHeaders(text);
  const rows = parseRows(headed.body, headed.headers.separator, headed.firstLine);
  if (rows === null)
    throw new TenetError(`${label}: a quotation mark opens a cell and never closes.`, {
      hint: 'Double the quotation marks inside of quoted cells, or take the first one away.',
    });
  const leftOut: string[] = [];
  const cards = rows.flatMap((row) => {
    // A bare `#` makes a remark of the row.
    if (row.cells[0]?.startsWith('#') === true && !row.quoted) return [];
    const card = cardOf(row, headed.headers);
    if (typeof card !== 'string') return [card];
    leftOut.push(card);
    return [];
  });
  return { cards, leftOut };
}

function cardOf({ cells }: TextRow, headers: TextHeaders): TextCard | string {
  const special = new Set([
    headers.notetypeColumn,
    headers.deckColumn,
    headers.tagsColumn,
    headers.guidColumn,
  ]);
  const cell = (column: number | null) => (column === null ? '' : (cells[column] ?? '').trim());
  const fields = cells
    .filter((_cell, index) => !special.has(index))
    .map((each) => toMarked(each, headers));
  const [first = '', second = '', ...rest] = fields;
  if (first.trim() === '') return 'its first field is empty';
  const notetype = cell(headers.notetypeColumn) || (headers.notetype ?? '');
  const guid = cell(headers.guidColumn) || null;
  const tagCells = headers.tagsColumn === null ? '' : cell(headers.tagsColumn);
  const face = faceOf(first, second, notetype);
  return {
    ...face,
    id: guid === null ? null : idFrom(guid),
    guid: guid === null || idFrom(guid) === guid ? null : guid,
    note: noteOf(face.content.kind === 'cloze' ? [second, ...rest] : rest),
    typed: /type|typed/i.test(notetype),
    tags: [...headers.tags, ...tagCells.split(/\s+/)].filter((tag) => tag !== ''),
    deck: cell(headers.deckColumn) || headers.deck,
  };
}

/** Anki's escapes for text cells: what looks like HTML is text, and line breaks count. */
function toMarked(cell: string, { html }: TextHeaders): string {
  if (html) return cell;
  return cell
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r?\n/g, '<br>');
}

function faceOf(
  first: string,
  second: string,
  notetype: string,
): Pick<TextCard, 'content' | 'ords'> {
  const marked = markDeletions(first);
  const numbers = marked === null ? [] : markedNumbers(marked);
  const isCloze = numbers.length > 0 && numbers.every((number) => /^\d{1,3}$/.test(number));
  if (marked !== null && isCloze && (/cloze|list/i.test(notetype) || notetype === '')) {
    const text = withHoles(htmlToMarkdown(marked), 'numbered');
    const ords = [...new Set(numbers.map((number) => Number(number) - 1))].sort((a, b) => a - b);
    return { content: { kind: 'cloze', text }, ords };
  }
  const [question, answer] = [htmlToMarkdown(first), htmlToMarkdown(second)];
  if (/revers|term/i.test(notetype))
    return { content: { kind: 'term', term: question, definition: answer }, ords: [0, 1] };
  return { content: { kind: 'basic', question, answer }, ords: [0] };
}

function noteOf(fields: readonly string[]): string {
  return fields
    .map((field) => htmlToMarkdown(field))
    .filter((field) => field !== '')
    .join('\n\n');
}
