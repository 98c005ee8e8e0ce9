import type { MediaNames } from '../../markdown/html-media.ts';
import type { ExportNote } from '../anki/export-note.ts';
import { fieldsOf } from '../anki/fields.ts';
import { fieldIndex } from '../anki/note-types.ts';
import { tagsOf } from '../anki/tags.ts';
import { printRow } from './rows.ts';

/** How the cells of a text export are parted. */
export type TextSeparator = 'tab' | 'comma' | 'semicolon';

const characters: Readonly<Record<TextSeparator, string>> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
};

/**
 * Notes as text that Anki's "Import File" takes with its own note types: GUID, note type, deck, two
 * fields, tags. Notes and sources follow the answer; progress has no place in it.
 */
export function writeText(
  notes: Iterable<ExportNote>,
  mediaOf: (note: ExportNote) => MediaNames,
  separator: TextSeparator,
): string {
  const character = characters[separator];
  let text = [
    `#separator:${separator}`,
    '#html:true',
    '#guid column:1',
    '#notetype column:2',
    '#deck column:3',
    '#tags column:6',
    '',
  ].join('\n');
  for (const note of notes) {
    const fields = fieldsOf(note, mediaOf(note));
    const field = (name: keyof typeof fieldIndex) => fields[fieldIndex[name]] ?? '';
    const [front, back, below, source] = [
      field('front'),
      field('back'),
      field('note'),
      field('source'),
    ];
    const answer = [back, below, source].filter((part) => part !== '').join('<br><br>');
    text += printRow(
      [note.guid, stockType(note), note.deck, front, answer, tagsOf(note).join(' ')].map(oneLine),
      character,
    );
  }
  return text;
}

/** The note types that every Anki has, by their English names. */
function stockType({ card }: ExportNote): string {
  if (card.kind === 'cloze' || card.kind === 'list') return 'Cloze';
  if (card.kind === 'term') return 'Basic (and reversed card)';
  return card.typed ? 'Basic (type in the answer)' : 'Basic';
}

/** Between elements a line break is white space; within code it counts, and stays in a quoted cell. */
function oneLine(html: string): string {
  return html.includes('<pre') ? html : html.replace(/\n+/g, ' ');
}
