import type { AnkiCollection } from '../../exchange/anki/collection.ts';
import { dayCountOf } from '../../exchange/anki/days.ts';
import type { ImportedSide } from '../../exchange/anki/import-note.ts';
import { hasOldRatings } from '../../exchange/anki/log-in.ts';
import type { CardKey } from '../../model/card.ts';
import type { EventId, StudyEvent } from '../../model/event.ts';
import { defaultParameters, parameterFault } from '../../schedule/memory.ts';
import { offsetEastMinutes } from '../../schedule/study-day.ts';
import { countEvents, eventsOf } from '../../store/events.ts';
import type { PlannedCard } from './anki.ts';
import { importedHistory } from './events.ts';
import type { ImportedLogContext } from './events.ts';
import type { ImportOptions, ImportReport } from './report.ts';
import type { OpenCollection } from '../collection/open-collection.ts';
import type { Study } from '../log/study.ts';

type HistoryReport = Pick<ImportReport, 'events' | 'suspended' | 'offers'>;

/** Events of the package that are new here; a card that was answered here since keeps its own standing. */
export function takeHistory(
  { study }: OpenCollection,
  collection: AnkiCollection,
  planned: readonly PlannedCard[],
  options: ImportOptions,
): HistoryReport {
  const offers = takeParameters(study, collection, planned, options);
  const suspended = planned.flatMap(({ note, written }) =>
    note.sides.filter(({ ord, card }) => card.queue === -1 && written.keyOf.has(ord)),
  );
  const events = newEvents(study, planned, contexts(study, collection));
  return { events: study.takeIn(events).added, suspended: suspended.length, offers };
}

/** Made card by card while they are taken in: those of a large collection never lie in memory together. */
function* newEvents(
  study: Study,
  planned: readonly PlannedCard[],
  contextOf: (side: ImportedSide) => ImportedLogContext,
): Generator<StudyEvent, void> {
  const isFirst = countEvents(study.store) === 0;
  for (const { note, written, decision } of planned) {
    const marks = { aside: note.mediaOnly, flagNote: note.flagNote };
    const id = 'card' in decision ? decision.card.id : note.id;
    for (const side of note.sides) {
      const own = written.keyOf.get(side.ord);
      if (own === undefined) continue;
      const key = own.replace(/^[^/]+/, id) as CardKey;
      const { log, state, lastAtMs } = importedHistory(key, side, marks, contextOf(side));
      if (isFirst) yield* [...log, ...state];
      else yield* unknownHere(study, key, log, state, lastAtMs);
    }
  }
}

function contexts(
  study: Study,
  collection: AnkiCollection,
): (side: ImportedSide) => ImportedLogContext {
  const { settings, scheduler } = study;
  const offsetEast = offsetEastMinutes(collection.createdSeconds * 1000, settings.timeZone);
  const presets = new Map(collection.presets.map((preset) => [preset.id, preset]));
  const decks = new Map(collection.decks.map(({ id, presetId }) => [id, presets.get(presetId)]));
  const common = {
    days: dayCountOf(collection, offsetEast),
    parameters: scheduler.settings.parameters ?? defaultParameters,
    oldRatings: hasOldRatings(collection),
    settings,
    scheduler,
    today: study.now().day,
  };
  return ({ card }) => ({
    ...common,
    preset: decks.get(card.originalDeckId || card.deckId) ?? null,
  });
}

/** Anki keeps times apart by moving them on; by no more than this. */
const sameMomentMs = 50;

/**
 * The events that are not here yet. An answer that was given here and came back from Anki is known by its
 * moment; what follows it then follows the event that is here.
 */
function unknownHere(
  study: Study,
  key: CardKey,
  log: readonly StudyEvent[],
  state: readonly StudyEvent[],
  lastAtMs: number,
): readonly StudyEvent[] {
  const here = eventsOf(study.store, key);
  const known = new Map<EventId, EventId>();
  for (const event of [...log, ...state]) {
    const same = here.find((other) => other.id === event.id || isSameAct(event, other));
    if (same !== undefined) known.set(event.id, same.id);
  }
  const fresh = (events: readonly StudyEvent[]) =>
    events
      .filter(({ id }) => !known.has(id))
      .map((event) => Object.assign({}, event, { after: followed(event.after, known) }));
  const rows = fresh(log);
  const { schedule } = study.standing(key);
  const lastHere = schedule.state === 'new' ? 0 : schedule.lastAtMs;
  const isNewer = rows.length > 0 && lastHere < lastAtMs;
  return lastHere === 0 || isNewer ? [...rows, ...fresh(state)] : rows;
}

function followed(id: EventId | null, known: ReadonlyMap<EventId, EventId>): EventId | null {
  return id === null ? null : (known.get(id) ?? id);
}

function isSameAct(a: StudyEvent, b: StudyEvent): boolean {
  if (a.kind !== b.kind || Math.abs(a.atMs - b.atMs) > sameMomentMs) return false;
  if (a.kind === 'answer' || a.kind === 'cram') return 'grade' in b && a.grade === b.grade;
  return a.kind === 'due' || a.kind === 'reset';
}

/** Parameters that the user trained in Anki: taken when asked for, offered otherwise. */
function takeParameters(
  study: Study,
  collection: AnkiCollection,
  planned: readonly PlannedCard[],
  options: ImportOptions,
): ImportReport['offers'] {
  const used = new Set(
    planned.flatMap(({ note }) => note.sides.map(({ card }) => card.originalDeckId || card.deckId)),
  );
  const presetIds = new Set(
    collection.decks.filter(({ id }) => used.has(id)).map(({ presetId }) => presetId),
  );
  const trained = collection.presets.filter(
    ({ id, parameters }) =>
      presetIds.has(id) && parameters.length > 0 && parameterFault(parameters) === null,
  );
  const [first] = trained;
  const inUse = study.scheduler.settings.parameters;
  if (first === undefined || first.parameters.join() === inUse?.join()) return [];
  if (options.parameters === true) {
    study.record([
      {
        card: null,
        body: { kind: 'params', preset: 'default', algorithm: 'fsrs-6', w: first.parameters },
      },
    ]);
    return [];
  }
  return trained.map(({ name, desiredRetention, parameters }) => ({
    preset: name,
    desiredRetention,
    parameters,
  }));
}
