import { tmpdir } from 'node:os';
import { exportCollection } from '../../exchange/anki/export.ts';
import type { ExportRecord } from '../../exchange/anki/records.ts';
import { CollectionFile } from '../../exchange/anki/write-collection.ts';
import { writePackage } from '../../exchange/anki/write-package.ts';
import type { PackageFormat } from '../../exchange/anki/write-package.ts';
import { fileTarget } from '../../exchange/zip/file-target.ts';
import type { Card } from '../../model/card.ts';
import { TenetError } from '../../model/problem.ts';
import type { Problem } from '../../model/problem.ts';
import { explained } from '../../store/failures.ts';
import { importAdvice } from './advice.ts';
import { cardsToExport } from './cards.ts';
import { exportInput } from './gathered.ts';
import type { Gathered } from './gathered.ts';
import { readHistory } from './history.ts';
import { writeNewGuids } from './kinds.ts';
import { ExportFacts, readRecords } from './ledger.ts';
import { MediaCollector } from './media.ts';
import { surveyed } from './survey.ts';
import type { Survey } from './survey.ts';
import { readable, replaceFile } from '../files.ts';
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
  const cards = cardsToExport(open.store, decks);
  const survey = surveyedInOneKind(open, cards, records);
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

/** Cards that Anki knows as another kind of note get a GUID of their own first. */
function surveyedInOneKind(
  { collection, study }: OpenCollection,
  cards: Iterable<Card>,
  records: ReadonlyMap<string, ExportRecord>,
): Survey {
  const survey = surveyed(cards, records);
  if (writeNewGuids(collection, survey.changed) === 0) return survey;
  indexDecks(collection, study);
  return surveyed(cards, records);
}
