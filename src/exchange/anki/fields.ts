import type { MediaNames } from '../../markdown/html-media.ts';
import { escapeHtml, markdownToHtml } from '../../markdown/to-html.ts';
import type { Card, ClozeCard, ListCard } from '../../model/card.ts';
import type { ExportNote, SourceLine } from './export-note.ts';
import { markHoles, markWhole, withDeletions, withoutDeletions } from './cloze.ts';

/** The fields of a note of ours, as HTML in the order of its note type. */
export function fieldsOf(note: ExportNote, media: MediaNames): readonly string[] {
  const { card } = note;
  const [front, back] = faceFields(note, media);
  const topic = escapeHtml(card.topics.map(plainTopic).join(' › '));
  const fields = [
    front,
    back,
    noteField(note, media),
    note.sources.map(sourceHtml).join(''),
    topic,
    keyField(card),
  ];
  const clean = fields.map(cleaned);
  const gaps = card.kind === 'cloze' || card.kind === 'list';
  return gaps
    ? clean.map((field, index) => (index === 0 ? field : withoutDeletions(field)))
    : clean;
}

function faceFields(note: ExportNote, media: MediaNames): readonly [string, string] {
  const { card } = note;
  if (note.withdrawn !== null) return withdrawnFields(note, media, note.withdrawn);
  switch (card.kind) {
    case 'basic':
      return [markdownToHtml(card.question, media), markdownToHtml(card.answer, media)];
    case 'term':
      return [markdownToHtml(card.term, media), markdownToHtml(card.definition, media)];
    case 'cloze':
      return [clozeHtml(card, note.holeOrds, media), ''];
    case 'list':
      return [listHtml(card, note.sides, media), ''];
  }
}

/** The id, and whether the holes have numbers of their own: they could not be told from given ones. */
function keyField(card: Card): string {
  const numbered = card.kind === 'cloze' && card.holes.some((hole) => hole.number !== undefined);
  return numbered ? `${card.id} ${numberedMark}` : card.id;
}

/** In the Key field, after the id: the holes are written `{{c1::…}}` in the deck. */
export const numberedMark = 'numbered';

/** The text stays readable, but says first that it should not be learned. */
function withdrawnFields(
  note: ExportNote,
  media: MediaNames,
  reason: string,
): readonly [string, string] {
  const [front, back] = faceFields({ ...note, withdrawn: null }, media);
  const why = escapeHtml(reason === '' ? 'no reason given' : reason);
  return [`<p><strong>Withdrawn: ${why}.</strong> Delete or suspend this note.</p>${front}`, back];
}

function clozeHtml(card: ClozeCard, ords: readonly number[], media: MediaNames): string {
  const numbers = ords.map((ord) => ord + 1);
  return withDeletions(markdownToHtml(markHoles(card.text, card.holes, numbers), media));
}

function listHtml(card: ListCard, sides: ExportNote['sides'], media: MediaNames): string {
  const items = card.items.map((item, index) => {
    const number = (sides[index]?.ord ?? index) + 1;
    return `<li>${withDeletions(markdownToHtml(markWhole(item, number), media))}</li>`;
  });
  const question = withoutDeletions(markdownToHtml(card.question, media));
  return `<div class="question">${question}</div><ol>${items.join('')}</ol>`;
}

function noteField({ card }: ExportNote, media: MediaNames): string {
  return card.note === '' ? '' : markdownToHtml(card.note, media);
}

/**
 * "Title, Author, Year · “anchor”" with a link where there is an address; the deck's own words stand in
 * attributes, so that the line can be read back as it was written.
 */
function sourceHtml(source: SourceLine): string {
  const text = escapeHtml(source.text);
  const shown =
    source.address === null ? text : `<a href="${attribute(source.address)}">${text}</a>`;
  const anchor = source.anchor === null ? '' : ` · <q>${escapeHtml(source.anchor)}</q>`;
  const data = [
    ['label', source.label],
    ['target', source.target],
    ['anchor', source.anchor ?? ''],
  ]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` data-${name}="${attribute(value ?? '')}"`);
  return `<div${data.join('')}>${shown}${anchor}</div>`;
}

function attribute(text: string): string {
  return escapeHtml(text).replaceAll('"', '&quot;');
}

/** Headings are Markdown; as a topic only their words count. */
export function plainTopic(heading: string): string {
  return heading.replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim();
}

/** What Anki forbids in a field: control characters, among them the one between fields. */
function cleaned(field: string): string {
  return field.normalize('NFC').replace(/[^\P{Cc}\t\n]/gu, '');
}
