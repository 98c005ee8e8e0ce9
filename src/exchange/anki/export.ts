import { createHash } from 'node:crypto';
import type { MediaNames } from '../../markdown/html-media.ts';
import type { Card } from '../../model/card.ts';
import type { StudyDay } from '../../model/schedule.ts';
import type { LimitSettings } from '../../model/settings.ts';
import type { SchedulingContext } from './card-out.ts';
import type { CollectionHead, LogRow, Preset } from './collection.ts';
import type { DayCount } from './days.ts';
import { dayCount } from './days.ts';
import type { ExportNote } from './export-note.ts';
import { ExportRows } from './export-rows.ts';
import type { LogBook } from './log-out.ts';
import { IdMaker } from './ids.ts';
import type { RowSink } from './write-collection.ts';

/** All that an export is made from. */
export interface ExportInput {
  /** In the order in which their cards are to be learned; read once, note by note. */
  readonly notes: Iterable<ExportNote>;
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
  /** Where the histories of the sides are. */
  readonly log: LogBook;
  readonly limits: LimitSettings;
  readonly rolloverHour: number;
  /** The study day of the oldest event, and the minutes east of UTC that it was made at. */
  readonly firstDay: StudyDay;
  readonly offsetEast: number;
}

/** A day before which nobody studied with tenet: day 0 of packages without history. */
const firstDayOfAll = 20_454;

/** What an export made beside the rows that went into the sink. */
export interface Exported {
  readonly head: CollectionHead;
  /** Of all cards; read once. */
  readonly log: Iterable<LogRow>;
  readonly notes: number;
  readonly cards: number;
}

/** Gives the notes and cards of Anki's collection to `sink`, one by one. Equal arguments give equal rows. */
export function exportCollection(input: ExportInput, sink: RowSink): Exported {
  const days = daysOf(input.history);
  const ids = new IdMaker();
  const preset = input.history === null ? null : presetOf(input.history, ids);
  const rows = new ExportRows({ input, sink, ids, days, presetId: preset?.id ?? 1 });
  for (const note of input.notes) rows.add(note);
  const head = {
    createdSeconds: days.createdSeconds,
    creationOffsetWest: -days.offsetEast || 0,
    rolloverHour: days.rolloverHour,
    schedulerVersion: 2,
    notetypes: [...rows.notetypes.values()].sort((a, b) => a.id - b.id),
    decks: [...rows.decks.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    presets: preset === null ? [] : [preset],
  } as const;
  return { head, log: rows.log(), notes: rows.noteIds.size, cards: rows.cards };
}

function daysOf(history: ExportHistory | null): DayCount {
  if (history === null) return dayCount(firstDayOfAll, 0, 4);
  const firstDay = Math.min(history.firstDay, history.today, firstDayOfAll);
  return dayCount(firstDay, history.offsetEast, history.rolloverHour);
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
