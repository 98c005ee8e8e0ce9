import { createHash } from 'node:crypto';
import type { MediaNames } from '../../markdown/html-media.ts';
import { replaceClosed } from '../../markdown/replace-closed.ts';
import type { DraftContent, DraftSource } from '../../model/draft.ts';
import type { AnkiCard, AnkiNote, LogRow, Notetype } from './collection.ts';
import type { NoteShape } from './note-shape.ts';
import { decoded, withoutMarkup } from './stripped.ts';
import { flagNoteOf, leechTag } from './tags.ts';

/** One card of Anki with its rows of the log. */
export interface ImportedSide {
  readonly ord: number;
  readonly card: AnkiCard;
  /** Oldest first. */
  readonly log: readonly LogRow[];
}

/** A card that a note, or one card of a note, becomes. */
export interface ImportedNote {
  readonly id: string;
  /** Anki's GUID where it is not the id. */
  readonly guid: string | null;
  readonly content: DraftContent;
  /** For a cloze of ours whose holes had no numbers in the deck; else null. */
  readonly bracketed: BracketedCloze | null;
  readonly note: string;
  readonly typed: boolean;
  readonly tags: readonly string[];
  readonly topics: readonly string[];
  readonly sources: readonly DraftSource[];
  /** The name of its deck in Anki, levels between `::`. */
  readonly deck: string;
  /** By the order of the sides that the card will have: Anki's number of each. */
  readonly ords: readonly number[];
  readonly sides: readonly ImportedSide[];
  /** The question is only a picture or a sound, which a terminal cannot ask. */
  readonly mediaOnly: boolean;
  /** What its tags say that a flag says here; empty for nothing. */
  readonly flagNote: string;
  /** The note that it comes from, whole. */
  readonly source: AnkiNote;
  readonly shape: NoteShape;
}

/** A cloze text written with brackets, and the Anki number of each of its holes in order. */
export interface BracketedCloze {
  readonly text: string;
  readonly ords: readonly number[];
}

/** A note that was left out, and why. */
export interface LeftOut {
  readonly note: AnkiNote;
  readonly why: string;
  /** Set where nothing here can ask it, but a later version may. */
  readonly shape?: NoteShape;
}

/** A note with all that its reading depends on. */
export interface NoteContext {
  readonly note: AnkiNote;
  readonly notetype: Notetype;
  /** By the order of their numbers. */
  readonly sides: readonly ImportedSide[];
  readonly deck: string;
  readonly media: MediaNames;
}

/** What every kind of note has; `name` is what its id is made from. */
export function common(
  { note, deck }: NoteContext,
  shape: NoteShape,
  name: string,
): Pick<
  ImportedNote,
  | 'id'
  | 'guid'
  | 'tags'
  | 'topics'
  | 'sources'
  | 'deck'
  | 'flagNote'
  | 'source'
  | 'bracketed'
  | 'shape'
> {
  const id = idFrom(name);
  return {
    id,
    guid: id === note.guid || name !== note.guid ? null : note.guid,
    tags: note.tags,
    topics: [],
    sources: [],
    deck,
    // A leech of ours is one by its own log.
    flagNote: flagNoteOf(
      shape.kind === 'own' ? note.tags.filter((tag) => tag !== leechTag) : note.tags,
    ),
    source: note,
    shape,
    bracketed: null,
  };
}

const idSyntax = /^[A-Za-z0-9][A-Za-z0-9_-]{3,63}$/;

/** The GUID itself where it can be an id, so that no table is needed to find the way back. */
export function idFrom(guid: string): string {
  if (idSyntax.test(guid)) return guid;
  const digest = createHash('sha256').update(guid).digest('hex');
  return BigInt(`0x${digest.slice(0, 17)}`)
    .toString(32)
    .padStart(13, '0')
    .slice(-13);
}

/** Whether nothing is left of a field without its pictures and sounds, but there are some. */
export function isMediaOnly(html: string): boolean {
  let media = false;
  const silent = replaceClosed(html, ']', /\[sound:[^\]]*\]/gi, () => {
    media = true;
    return '';
  });
  const text = withoutMarkup(silent, (tag) => {
    media ||= /^<(?:img|video|audio)\b/i.test(tag);
    return '';
  });
  return media && decoded(text).trim() === '';
}
