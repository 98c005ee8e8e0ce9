import type { AnkiCollection } from '../exchange/anki/collection.ts';
import { dayCountOf } from '../exchange/anki/days.ts';
import { importCollection } from '../exchange/anki/import.ts';
import type { ImportedNote } from '../exchange/anki/import-note.ts';
import { hasOldRatings } from '../exchange/anki/log-in.ts';
import type { Card, CardId } from '../model/card.ts';
import type { StudyEvent } from '../model/event.ts';
import { defaultParameters, parameterFault } from '../schedule/memory.ts';
import { offsetEastMinutes } from '../schedule/study-day.ts';
import { countEvents, eventById } from '../store/events.ts';
import { cardsToExport, cardTexts } from './export-cards.ts';
import { writeCard, incomingCard } from './import-cards.ts';
import type { WrittenCard } from './import-cards.ts';
import { DeckWriter } from './import-decks.ts';
import { importedHistory } from './import-events.ts';
import { MediaIntake, mentionedMedia } from './import-media.ts';
import type { MediaSource } from './import-media.ts';
import { readOrigins, saveImported } from './import-origins.ts';
import { decide } from './import-plan.ts';
import type { Decision } from './import-plan.ts';
import type { ImportOptions, ImportReport } from './import-report.ts';
import { emptyReport, reasonsOf } from './import-report.ts';
import { indexDecks } from './index-decks.ts';
import type { OpenCollection } from './open-collection.ts';

/** What was decided about one card of the package. */
export interface PlannedCard {
  readonly note: ImportedNote;
  readonly written: WrittenCard;
  readonly decision: Decision;
}

/**
 * Takes a collection of Anki's in: decks, media, schedules, log. Run again, with the same or a newer
 * package, it changes only what is newer there and was not edited here. Nothing is written before all of
 * it has been read.
 */
export async function importAnki(
  open: OpenCollection,
  file: string,
  collection: AnkiCollection,
  source: MediaSource,
  options: ImportOptions,
): Promise<ImportReport> {
  indexDecks(open.collection, open.study);
  const present = presentCards(open);
  const origins = readOrigins(open.collection);
  const decks = new DeckWriter(open.collection, present.fileOfDeck);
  const media = new MediaIntake(open.collection, source);
  await media.prepare(new Set(collection.notes.flatMap(({ fields }) => mentionedMedia(fields))));
  const found = importCollection(collection, (note, deck) =>
    media.namesFrom(present.byGuid.get(note.guid)?.place.file ?? decks.fileOf(deck)),
  );
  const unwritable: string[] = [];
  const planned = found.notes.flatMap((note): PlannedCard[] => {
    const written = writeCard(incomingCard(note));
    if (written === null) {
      unwritable.push('its text cannot be written as a card');
      return [];
    }
    const card = present.byId.get(note.id) ?? present.byGuid.get(note.source.guid);
    const there = card === undefined ? undefined : { card, text: present.textOf(card) };
    const decision = decide(note, written, there, origins.origins, origins.exportedAt);
    return [{ note, written, decision }];
  });
  for (const { note, written, decision } of planned) {
    if (decision.act === 'add') decks.add(note.deck, { topics: note.topics, text: written.text });
    if (decision.act === 'update') decks.replace(decision.card, written.text);
  }
  const changed = planned.filter(
    ({ decision }) => decision.act === 'add' || decision.act === 'update',
  );
  await media.stage(changed.flatMap(({ note }) => mentionedMedia(note.source.fields)));
  const copied = media.settle();
  const files = decks.write();
  indexDecks(open.collection, open.study);
  const history = takeHistory(open, collection, planned, options);
  saveImported(open.collection, collection, planned, media.names());
  const count = (act: Decision['act']) =>
    planned.filter(({ decision }) => decision.act === act).length;
  return {
    ...emptyReport('anki', file),
    files,
    notes: found.notes.length,
    added: count('add'),
    updated: count('update'),
    unchanged: count('same'),
    kept: count('keep'),
    leftOut: reasonsOf([...found.leftOut.map(({ why }) => why), ...unwritable]),
    media: copied,
    missingMedia: media.missing(),
    mediaOnly: planned.filter(({ note }) => note.mediaOnly).length,
    strayLogRows: found.strayRows,
    ...history,
  };
}

/** The cards that are here, by all that an import may know them by. */
function presentCards({ store, collection }: OpenCollection) {
  const cards = cardsToExport(store, []);
  return {
    byId: new Map<string, Card>(cards.map((card) => [card.id, card])),
    byGuid: new Map<string, Card>(cards.map((card) => [card.guid ?? card.id, card])),
    fileOfDeck: new Map(
      cards.map((card) => [card.deck, card.place.file]).reverse() as [string, string][],
    ),
    textOf: cardTexts(collection),
  };
}

type HistoryReport = Pick<ImportReport, 'events' | 'suspended' | 'offers'>;

/** Events of the package that are new here; a card that was answered here since keeps its own standing. */
function takeHistory(
  { study, store }: OpenCollection,
  collection: AnkiCollection,
  planned: readonly PlannedCard[],
  options: ImportOptions,
): HistoryReport {
  const offers = takeParameters(study, collection, planned, options);
  const { settings, scheduler } = study;
  const offsetEast = offsetEastMinutes(collection.createdSeconds * 1000, settings.timeZone);
  const presets = new Map(collection.presets.map((preset) => [preset.id, preset]));
  const presetOfDeck = new Map(
    collection.decks.map((deck) => [deck.id, presets.get(deck.presetId)]),
  );
  const isFirst = countEvents(store) === 0;
  const isNew = (event: StudyEvent) => isFirst || eventById(store, event.id) === undefined;
  const events: StudyEvent[] = [];
  let suspended = 0;
  for (const { note, written, decision } of planned) {
    for (const side of note.sides) {
      const own = written.keyOf.get(side.ord);
      if (own === undefined) continue;
      const id = 'card' in decision ? decision.card.id : (note.id as CardId);
      const key = own.replace(/^[^/]+/, id) as typeof own;
      const home = side.card.originalDeckId || side.card.deckId;
      const history = importedHistory(key, side, note.mediaOnly, {
        days: dayCountOf(collection, offsetEast),
        preset: presetOfDeck.get(home) ?? null,
        parameters: scheduler.settings.parameters ?? defaultParameters,
        oldRatings: hasOldRatings(collection),
        settings,
        scheduler,
        today: study.now().day,
      });
      if (side.card.queue === -1) suspended += 1;
      const rows = history.log.filter(isNew);
      events.push(...rows);
      const standing = isFirst ? null : study.standing(key);
      const lastHere =
        standing === null || standing.schedule.state === 'new' ? 0 : standing.schedule.lastAtMs;
      if (lastHere === 0 || (rows.length > 0 && lastHere < history.lastAtMs))
        events.push(...history.state.filter(isNew));
    }
  }
  return { events: study.takeIn(events).added, suspended, offers };
}

/** Parameters that the user trained in Anki: taken when asked for, offered otherwise. */
function takeParameters(
  study: OpenCollection['study'],
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
        body: { kind: 'params', preset: first.name, algorithm: 'FSRS-6', w: first.parameters },
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
