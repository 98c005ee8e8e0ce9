import { cardRow, newCard } from './card-out.ts';
import type { CardPlace, SchedulingContext } from './card-out.ts';
import type { AnkiCard, AnkiDeck, LogRow, Notetype } from './collection.ts';
import type { DayCount } from './days.ts';
import type { ExportInput } from './export.ts';
import type { ExportNote, ExportSide } from './export-note.ts';
import type { IdMaker } from './ids.ts';
import { noteRow, noteTypeFor } from './note-out.ts';
import type { RowSink } from './write-collection.ts';

/** What the rows of an export are made with. */
export interface RowContext {
  readonly input: ExportInput;
  readonly sink: RowSink;
  readonly ids: IdMaker;
  readonly days: DayCount;
  readonly presetId: number;
}

/** Makes the rows of a collection, note by note, and remembers what they have in common. */
export class ExportRows {
  /** Several cards of decks may be one note of Anki. */
  readonly noteIds = new Set<number>();
  readonly notetypes = new Map<number, Notetype>();
  readonly decks = new Map<string, AnkiDeck>();
  cards = 0;
  readonly #input: ExportInput;
  readonly #sink: RowSink;
  readonly #ids: IdMaker;
  readonly #presetId: number;
  readonly #scheduling: SchedulingContext | null;

  constructor({ input, sink, ids, days, presetId }: RowContext) {
    this.#input = input;
    this.#sink = sink;
    this.#ids = ids;
    this.#presetId = presetId;
    this.#scheduling = input.history === null ? null : { ...input.history, days };
  }

  add(note: ExportNote): void {
    const { card, origin, madeMs } = note;
    const noteId = origin?.note.id ?? this.#ids.id(`note ${card.id}`, madeMs);
    const row = noteRow(note, {
      id: noteId,
      media: () => this.#input.media(card),
      changed: (content) => this.#input.changed(card, content),
    });
    const notetype = noteTypeFor(note);
    this.notetypes.set(notetype.id, notetype);
    this.noteIds.add(noteId);
    this.#sink.note(row);
    const deckId = this.#deckId(note);
    for (const side of note.sides) {
      const id = origin?.cardIds[String(side.ord)] ?? this.#ids.id(`card ${side.key}`, madeMs);
      this.cards += 1;
      const position = this.cards;
      const noteModifiedSeconds = row.modifiedSeconds;
      const place = { id, noteId, deckId, ord: side.ord, position, noteModifiedSeconds };
      const own = this.#card(place, side);
      this.#sink.card(note.withdrawn === null ? own : { ...own, queue: -1 });
      if (side.history !== null) this.#input.history?.log.assign(side.history.slot, id);
    }
  }

  /** The review log of all cards that were added. */
  log(): Iterable<LogRow> {
    return this.#input.history?.log.inOrder() ?? [];
  }

  #card(place: CardPlace, { history }: ExportSide): AnkiCard {
    const standing = history?.standing ?? null;
    if (this.#scheduling === null || standing === null) return newCard(place);
    return cardRow(place, standing, this.#scheduling);
  }

  #deckId({ deck: name, origin }: ExportNote): number {
    const known = this.decks.get(name);
    // A deck that came from Anki keeps the description that it has there.
    const isTheirs = origin !== null && origin.shape.kind !== 'own';
    if (known !== undefined && (!isTheirs || known.description === '')) return known.id;
    const id = known?.id ?? this.#ids.constant(`deck ${name}`);
    const description = isTheirs ? '' : this.#input.description;
    this.decks.set(name, { id, name, presetId: this.#presetId, description, filtered: false });
    return id;
  }
}
