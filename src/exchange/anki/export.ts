import { createHash } from 'node:crypto';
import type { MediaNames } from '../../markdown/html-media.ts';
import type { Card } from '../../model/card.ts';
import type { LimitSettings } from '../../model/settings.ts';
import { cardRow, newCard } from './card-out.ts';
import type { CardPlace, SchedulingContext } from './card-out.ts';
import type {
  AnkiCard,
  AnkiCollection,
  AnkiDeck,
  AnkiNote,
  Notetype,
  Preset,
} from './collection.ts';
import type { DayCount } from './days.ts';
import { dayCount } from './days.ts';
import type { ExportNote, ExportSide } from './export-note.ts';
import { IdMaker } from './ids.ts';
import type { CardActs } from './log-out.ts';
import { logRows } from './log-out.ts';
import { noteRow, noteTypeFor } from './note-out.ts';

/** All that an export is made from. */
export interface ExportInput {
  /** In the order in which their cards are to be learned. */
  readonly notes: readonly ExportNote[];
  /** How the media that a card mentions are named. */
  media(card: Card): MediaNames;
  /**
   * Epoch seconds at which the content of a card's note, known by a hash, last changed; null where that
   * is not known.
   */
  changed(card: Card, content: string): number | null;
  /** HTML shown above each deck in Anki. */
  readonly description: string;
  /** The schedule to go along; null for a deck that is given to others. */
  readonly history: ExportHistory | null;
}

/** A learner's own numbers. */
export interface ExportHistory extends Omit<SchedulingContext, 'days'> {
  readonly limits: LimitSettings;
  readonly rolloverHour: number;
  /** Minutes east of UTC at the oldest event; 0 where there is none. */
  readonly offsetEast: number;
}

/** A day before which nobody studied with tenet: day 0 of packages without history. */
const firstDayOfAll = 20_454;

/** The notes, cards and log as Anki's collection. Equal arguments give equal values. */
export function exportCollection(input: ExportInput): AnkiCollection {
  const { history } = input;
  const days = daysOf(input);
  const ids = new IdMaker();
  const preset = history === null ? null : presetOf(history, ids);
  const decks = decksOf(input, ids, preset?.id ?? 1);
  const rows = new Rows(history === null ? null : { ...history, days });
  for (const note of input.notes)
    rows.add(note, {
      noteId: note.origin?.note.id ?? ids.id(`note ${note.card.id}`, note.madeMs),
      deckId: decks.get(note.deck)?.id ?? 1,
      cardId: ({ key, ord }) =>
        note.origin?.cardIds[String(ord)] ?? ids.id(`card ${key}`, note.madeMs),
      input,
    });
  return {
    createdSeconds: days.createdSeconds,
    creationOffsetWest: -days.offsetEast || 0,
    rolloverHour: days.rolloverHour,
    schedulerVersion: 2,
    notetypes: usedNoteTypes(input.notes),
    decks: [...decks.values()],
    presets: preset === null ? [] : [preset],
    notes: [...rows.notes.values()],
    cards: rows.cards,
    log: logRows(rows.acts),
  };
}

interface RowContext {
  readonly noteId: number;
  readonly deckId: number;
  cardId(side: ExportSide): number;
  readonly input: ExportInput;
}

/** Collects the rows note by note. */
class Rows {
  /** By id: several cards of decks may be one note of Anki. */
  readonly notes = new Map<number, AnkiNote>();
  readonly cards: AnkiCard[] = [];
  readonly acts: CardActs[] = [];
  readonly #scheduling: SchedulingContext | null;

  constructor(scheduling: SchedulingContext | null) {
    this.#scheduling = scheduling;
  }

  add(note: ExportNote, { noteId, deckId, cardId, input }: RowContext): void {
    const row = noteRow(note, {
      id: noteId,
      media: input.media(note.card),
      changed: (content) => input.changed(note.card, content),
    });
    this.notes.set(noteId, row);
    for (const side of note.sides) {
      const id = cardId(side);
      const position = this.cards.length + 1;
      const { ord } = side;
      const place = { id, noteId, deckId, ord, position, noteModifiedSeconds: row.modifiedSeconds };
      const card = this.#card(place, side);
      this.cards.push(note.withdrawn === null ? card : { ...card, queue: -1 });
      if (this.#scheduling !== null) this.acts.push({ cardId: id, acts: side.acts });
    }
  }

  #card(place: CardPlace, { standing }: ExportSide): AnkiCard {
    if (this.#scheduling === null || standing === null) return newCard(place);
    return cardRow(place, standing, this.#scheduling);
  }
}

function daysOf({ notes, history }: ExportInput): DayCount {
  if (history === null) return dayCount(firstDayOfAll, 0, 4);
  let firstDay = history.today;
  for (const note of notes)
    for (const side of note.sides)
      for (const act of side.acts) firstDay = Math.min(firstDay, act.day);
  return dayCount(Math.min(firstDay, firstDayOfAll), history.offsetEast, history.rolloverHour);
}

function usedNoteTypes(notes: readonly ExportNote[]): Notetype[] {
  const used = new Map(notes.map((note) => [noteTypeFor(note).id, noteTypeFor(note)]));
  return [...used.values()].sort((a, b) => a.id - b.id);
}

function decksOf(
  { notes, description }: ExportInput,
  ids: IdMaker,
  presetId: number,
): Map<string, AnkiDeck> {
  const names = [...new Set(notes.map(({ deck }) => deck))].sort();
  // A deck that came from Anki keeps the description that it has there.
  const theirs = new Set(
    notes.flatMap(({ deck, origin }) =>
      origin === null || origin.shape.kind === 'own' ? [] : [deck],
    ),
  );
  return new Map(
    names.map((name) => {
      const id = ids.constant(`deck ${name}`);
      const shown = theirs.has(name) ? '' : description;
      return [name, { id, name, presetId, description: shown, filtered: false }];
    }),
  );
}

/** A changed preset is another one: Anki never changes one that it has. */
function presetOf(history: ExportHistory, ids: IdMaker): Preset {
  const { schedule, limits } = history;
  const preset = {
    learningStepsMinutes: minutes(schedule.learningStepsSeconds),
    relearningStepsMinutes: minutes(schedule.relearningStepsSeconds),
    newPerDay: limits.newPerDay,
    reviewsPerDay: limits.reviewsPerDay,
    maximumIntervalDays: schedule.maximumIntervalDays,
    leechThreshold: schedule.leechThreshold,
    leechSuspends: schedule.leechAction === 'suspend',
    burySiblings: limits.burySiblings,
    desiredRetention: schedule.desiredRetention,
    parameters: schedule.parameters,
  };
  const fingerprint = createHash('sha256').update(JSON.stringify(preset)).digest('hex');
  return { id: ids.constant(`preset ${fingerprint}`), name: 'tenet', ...preset };
}

function minutes(seconds: readonly number[]): number[] {
  return seconds.map((each) => each / 60);
}
