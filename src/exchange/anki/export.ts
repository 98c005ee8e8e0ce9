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
import type { ExportNote } from './export-note.ts';
import { fieldsOf } from './fields.ts';
import { IdMaker } from './ids.ts';
import type { CardActs } from './log-out.ts';
import { logRows } from './log-out.ts';
import { noteTypeOf } from './note-types.ts';
import { tagsOf } from './tags.ts';

/** All that an export is made from. */
export interface ExportInput {
  /** In the order in which their cards are to be learned. */
  readonly notes: readonly ExportNote[];
  /** How the media that a card mentions are named. */
  media(card: Card): MediaNames;
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

/** When the text of a note changed that the ledger knows nothing of. */
const unknownChangeSeconds = 1_767_225_600;

/** The notes, cards and log as Anki's collection. Equal arguments give equal values. */
export function exportCollection(input: ExportInput): AnkiCollection {
  const { history } = input;
  const days = daysOf(input);
  const ids = new IdMaker();
  const preset = history === null ? null : presetOf(history, ids);
  const decks = decksOf(input, ids, preset?.id ?? 1);
  const context = history === null ? null : { ...history, days };
  const cards: AnkiCard[] = [];
  const acts: CardActs[] = [];
  const notes = input.notes.map((note) => {
    const row = noteRow(note, ids, input.media(note.card));
    for (const side of note.sides) {
      const place: CardPlace = {
        id: ids.id(`card ${side.key}`, note.madeMs),
        noteId: row.id,
        deckId: decks.get(note.deck)?.id ?? 1,
        ord: side.ord,
        position: cards.length + 1,
        noteModifiedSeconds: row.modifiedSeconds,
      };
      const studied = context !== null && side.standing !== null;
      const card = studied ? cardRow(place, side.standing, context) : newCard(place);
      cards.push(note.withdrawn === null ? card : { ...card, queue: -1 });
      if (context !== null) acts.push({ cardId: place.id, acts: side.acts });
    }
    return row;
  });
  return {
    createdSeconds: days.createdSeconds,
    creationOffsetWest: -days.offsetEast || 0,
    rolloverHour: days.rolloverHour,
    schedulerVersion: 2,
    notetypes: usedNoteTypes(input.notes),
    decks: [...decks.values()],
    presets: preset === null ? [] : [preset],
    notes,
    cards,
    log: logRows(acts),
  };
}

function daysOf({ notes, history }: ExportInput): DayCount {
  if (history === null) return dayCount(firstDayOfAll, 0, 4);
  let firstDay = history.today;
  for (const note of notes)
    for (const side of note.sides)
      for (const act of side.acts) firstDay = Math.min(firstDay, act.day);
  return dayCount(Math.min(firstDay, firstDayOfAll), history.offsetEast, history.rolloverHour);
}

function noteRow(note: ExportNote, ids: IdMaker, media: MediaNames): AnkiNote {
  return {
    id: ids.id(`note ${note.card.id}`, note.madeMs),
    guid: note.guid,
    notetypeId: noteTypeOf(note.card).id,
    modifiedSeconds: note.changedSeconds ?? unknownChangeSeconds,
    tags: tagsOf(note),
    fields: fieldsOf(note, media),
  };
}

function usedNoteTypes(notes: readonly ExportNote[]): Notetype[] {
  const used = new Map(notes.map(({ card }) => [noteTypeOf(card).id, noteTypeOf(card)]));
  return [...used.values()].sort((a, b) => a.id - b.id);
}

function decksOf(
  { notes, description }: ExportInput,
  ids: IdMaker,
  presetId: number,
): Map<string, AnkiDeck> {
  const names = [...new Set(notes.map(({ deck }) => deck))].sort();
  return new Map(
    names.map((name) => {
      const id = ids.constant(`deck ${name}`);
      return [name, { id, name, presetId, description, filtered: false }];
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
