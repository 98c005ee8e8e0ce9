import { tmpdir } from 'node:os';
import { exportCollection } from '../../exchange/anki/export.ts';
import type { ExportHistory, ExportInput } from '../../exchange/anki/export.ts';
import type { ExportOrigin } from '../../exchange/anki/export-note.ts';
import type { ExportRecord } from '../../exchange/anki/records.ts';
import { CollectionFile } from '../../exchange/anki/write-collection.ts';
import { writePackage } from '../../exchange/anki/write-package.ts';
import type { PackageFormat } from '../../exchange/anki/write-package.ts';
import { fileTarget } from '../../exchange/zip/file-target.ts';
import type { Card } from '../../model/card.ts';
import { TenetError } from '../../model/problem.ts';
import type { Problem } from '../../model/problem.ts';
import { defaultParameters } from '../../schedule/memory.ts';
import { explained } from '../../store/failures.ts';
import type { Collection } from '../collection/collection.ts';
import { deckDescription, importAdvice } from './advice.ts';
import { cardsToExport, cardTexts, surveyed } from './cards.ts';
import { readHistory } from './history.ts';
import type { History } from './history.ts';
import { changedKinds, writeNewGuids } from './kinds.ts';
import { ExportFacts, readRecords } from './ledger.ts';
import { MediaCollector } from './media.ts';
import { notesToExport } from './notes.ts';
import { sourceLines } from './sources.ts';
import { readable, replaceFile } from '../files.ts';
import { givenBack } from '../import/origins.ts';
import { indexDecks } from '../decks/index-decks.ts';
import type { OpenCollection } from '../collection/open-collection.ts';

export interface AnkiExportOptions {
  /** Where the package is written; a file that is there is replaced. */
  readonly out: string;
  /** Titles of decks; none for all. */
  readonly decks?: readonly string[];
  /** Schedule and log go along; absent: in the user's own collection they do. */
  readonly history?: boolean;
  readonly format?: PackageFormat;
  /** A deck of Anki for every topic. */
  readonly subdecks?: boolean;
}

/** What an export wrote. */
export interface AnkiExportReport {
  readonly file: string;
  readonly bytes: number;
  readonly decks: number;
  readonly notes: number;
  readonly cards: number;
  readonly logRows: number;
  readonly media: number;
  readonly history: boolean;
  readonly withdrawn: number;
  /** Cards whose id is made from their text: in Anki an edit would make another note of them. */
  readonly withoutId: number;
  readonly problems: readonly Problem[];
  /** What to do in Anki, a sentence each. */
  readonly advice: readonly string[];
}

/**
 * Writes the collection, or some of its decks, as a package for Anki. The same decks and log give the
 * same bytes. Throws `TenetError` where a deck is unknown, nothing is there to export, or the file cannot
 * be written.
 */
export async function exportAnki(
  open: OpenCollection,
  options: AnkiExportOptions,
): Promise<AnkiExportReport> {
  const { collection, study } = open;
  const decks = options.decks ?? [];
  const { problems } = indexDecks(collection, study);
  const records = readRecords(collection);
  const cards = cardsOfOneKind(open, decks, records);
  const survey = surveyed(cards);
  const history = (options.history ?? collection.own) ? readHistory(study, survey.keys) : null;
  const facts = new ExportFacts(collection, {
    records,
    ids: survey.ids,
    decks,
    nowMs: open.clock.now(),
  });
  const withdrawn = facts.withdrawnCards;
  if (survey.ids.size + withdrawn.length === 0)
    throw new TenetError('There are no cards to export.', {
      hint: 'See what is wrong with "tenet check".',
    });
  const media = new MediaCollector(collection);
  const written = writtenPackage(open, options, { cards, facts, history, media });
  return {
    file: options.out,
    ...written,
    logRows: history?.log.rows ?? 0,
    media: media.files().length,
    history: history !== null,
    withdrawn: withdrawn.length,
    withoutId: survey.withoutId,
    problems: [...problems, ...media.problems()],
    advice: importAdvice(history !== null),
  };
}

/** What an export is put together from. */
interface Gathered {
  readonly cards: Iterable<Card>;
  readonly facts: ExportFacts;
  readonly history: History | null;
  readonly media: MediaCollector;
}

function writtenPackage(
  open: OpenCollection,
  { out, format, subdecks }: AnkiExportOptions,
  gathered: Gathered,
): Pick<AnkiExportReport, 'bytes' | 'decks' | 'notes' | 'cards'> {
  const { facts, media } = gathered;
  const file = temporaryCollection();
  try {
    const input = exportInput(open, subdecks ?? false, gathered);
    const { head, log, notes, cards } = exportCollection(input, file);
    file.finish(head, log);
    // Before the package is there: numbers that went out must be known to the next export.
    facts.save();
    let bytes = 0;
    replaceFile(out, (handle) => {
      const content = { database: file.parts(), media: media.files() };
      bytes = writePackage(fileTarget(handle), content, format ?? 'legacy');
    });
    return { bytes, decks: head.decks.length, notes, cards };
  } catch (failure) {
    throw explained(failure, tmpdir());
  } finally {
    file.close();
  }
}

function temporaryCollection(): CollectionFile {
  try {
    return new CollectionFile();
  } catch (failure) {
    throw readable(explained(failure, tmpdir()), tmpdir());
  }
}

function exportInput(
  open: OpenCollection,
  subdecks: boolean,
  { cards, facts, history, media }: Gathered,
): ExportInput {
  const { collection } = open;
  const originOf = originsWithMedia(collection, media);
  return {
    notes: notesToExport(concatenated(cards, facts.withdrawnCards), {
      facts: (card, sides) => facts.of(card, sides, originOf(card)),
      source: sourceLines(collection),
      history: (side) => history?.of(side.key) ?? null,
      subdecks,
    }),
    media: (card) => media.namesFor(card),
    changed: (card, content) => facts.changed(card, content),
    description: deckDescription(history !== null),
    history: history === null ? null : learnersNumbers(open, history),
  };
}

function* concatenated(...lists: readonly Iterable<Card>[]): Generator<Card, void> {
  for (const list of lists) yield* list;
}

/** The note of Anki's own that a card came from, with the media that it mentions. */
function originsWithMedia(
  collection: Collection,
  media: MediaCollector,
): (card: Card) => ExportOrigin | null {
  const back = givenBack(collection, cardTexts(collection));
  return (card) => {
    const origin = back.originOf(card);
    for (const [name, file] of origin === null ? [] : back.mediaOf(origin))
      media.addNamed(name, file);
    return origin;
  };
}

/** The cards; those that Anki knows as another kind of note get a GUID of their own first. */
function cardsOfOneKind(
  { collection, study, store }: OpenCollection,
  decks: readonly string[],
  records: ReadonlyMap<string, ExportRecord>,
): Iterable<Card> {
  const cards = cardsToExport(store, decks);
  if (writeNewGuids(collection, changedKinds(records, cards)) === 0) return cards;
  indexDecks(collection, study);
  return cardsToExport(store, decks);
}

function learnersNumbers({ study }: OpenCollection, history: History): ExportHistory {
  const { schedule, limits, rolloverHour } = study.settings;
  const parameters = study.scheduler.settings.parameters ?? defaultParameters;
  return {
    today: study.now().day,
    schedule: { ...schedule, parameters },
    limits,
    rolloverHour,
    log: history.log,
    firstDay: history.firstDay,
    offsetEast: history.offsetEast,
  };
}
