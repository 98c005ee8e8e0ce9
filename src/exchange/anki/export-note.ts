import type { Card, CardKey } from '../../model/card.ts';
import type { Standing } from '../../model/schedule.ts';
import type { AnkiNote, Notetype } from './collection.ts';
import type { LogSlot } from './log-out.ts';
import type { NoteShape } from './note-shape.ts';

/** A source as Anki shows it, and as tenet reads it back. */
export interface SourceLine {
  /** "Title, Author, 2022", or the label where nothing more is known. */
  readonly text: string;
  /** An address that opens anywhere; null for a file of the collection. */
  readonly address: string | null;
  readonly anchor: string | null;
  /** The `S:` line's own words, for reading back. */
  readonly label: string;
  readonly target: string;
}

/** One side of a card with all that goes over about it. */
export interface ExportSide {
  readonly key: CardKey;
  /** Anki's number of the card within its note, from 0; given once, and kept. */
  readonly ord: number;
  /** Null for a side that was never studied, and where histories stay at home. */
  readonly history: SideHistory | null;
}

/** What the log says of one side. */
export interface SideHistory {
  readonly standing: Standing;
  /** Its rows in the log book of the export. */
  readonly slot: LogSlot;
}

/** A card to be exported. */
export interface ExportNote {
  readonly card: Card;
  readonly guid: string;
  /** The Anki deck that its cards go into: levels between `::`. */
  readonly deck: string;
  readonly madeMs: number | null;
  readonly sides: readonly ExportSide[];
  /** For a cloze: the ord of each hole, in order. */
  readonly holeOrds: readonly number[];
  readonly sources: readonly SourceLine[];
  /** The note of Anki's own that it was taken from; null for all others. */
  readonly origin: ExportOrigin | null;
  /** Why nobody should study it any more; null for a live card. */
  readonly withdrawn: string | null;
}

/** A note that is to be given back to Anki as its own. */
export interface ExportOrigin {
  readonly note: AnkiNote;
  readonly notetype: Notetype;
  readonly shape: NoteShape;
  /** Anki's card ids by their numbers. */
  readonly cardIds: Readonly<Record<string, number>>;
  /** The card was changed here since it was taken in. */
  readonly edited: boolean;
}
