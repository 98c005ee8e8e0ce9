import { textsOf } from '../../deck/texts.ts';
import type { ImportedNote } from '../../exchange/anki/import-note.ts';
import type { NoteOrigin, Origins } from '../../exchange/anki/origins.ts';
import { htmlToMarkdown } from '../../markdown/html-to-markdown.ts';
import { markdownToHtml } from '../../markdown/to-html.ts';
import type { Card } from '../../model/card.ts';
import type { WrittenCard } from './cards.ts';
import { textHash } from './cards.ts';

/** What happens to a card of a package. */
export type Decision =
  | { readonly act: 'add' }
  | { readonly act: 'same'; readonly card: Card }
  | { readonly act: 'update'; readonly card: Card }
  /** Changed both here and there: what stands here stays. */
  | { readonly act: 'keep'; readonly card: Card };

/** The card that is here, and its text as it stands in its file. */
export interface PresentText {
  readonly card: Card;
  readonly text: string;
}

/** When the text that stands here went out last; null where it never did. */
export type ExportedAt = (id: string) => number | null;

/** Decides by what stands here, what was imported before, and which of both is newer. */
export function decide(
  note: ImportedNote,
  written: WrittenCard,
  present: PresentText | undefined,
  origins: Origins,
  exportedAt: ExportedAt,
): Decision {
  if (present === undefined) return { act: 'add' };
  const { card, text } = present;
  if (textHash(text) === textHash(written.text) || saysTheSame(card, written.card))
    return { act: 'same', card };
  const origin = origins.notes.get(note.source.guid);
  const before = origin === undefined ? exportedAt(card.id) : origin.note.modifiedSeconds;
  const newerThere = note.source.modifiedSeconds > (before ?? 0);
  if (!newerThere) return { act: 'same', card };
  const editedHere = origin !== undefined && hashThen(origin, card.id) !== textHash(text);
  return editedHere ? { act: 'keep', card } : { act: 'update', card };
}

function hashThen(origin: NoteOrigin, id: string): string | undefined {
  return origin.cards.find((card) => card.id === id)?.hash;
}

/** Whether two cards read the same once they have been through HTML and back. */
function saysTheSame(a: Card, b: Card): boolean {
  if (a.kind !== b.kind || a.typed !== b.typed || !sameTags(a, b)) return false;
  const [left, right] = [textsOf(a), textsOf(b)];
  return (
    left.length === right.length &&
    left.every((part, index) => plain(part) === plain(right[index] ?? ''))
  );
}

function sameTags(a: Card, b: Card): boolean {
  const [left, right] = [new Set(a.tags), new Set(b.tags)];
  return left.size === right.size && [...left].every((tag) => right.has(tag));
}

function plain(markdown: string): string {
  const html = markdownToHtml(markdown, { name: mediaStem });
  return htmlToMarkdown(html, { name: (name) => name });
}

/** A picture is the same under the name that an export gave it. */
function mediaStem(target: string): string {
  const name = target.slice(target.lastIndexOf('/') + 1);
  return name.replace(/-[0-9a-f]{16}(?=\.[^.]*$|$)/, '');
}
