import { sidesOf } from '../../deck/sides.ts';
import { exportCollection } from '../../exchange/anki/export.ts';
import type { Exported, ExportHistory, ExportInput } from '../../exchange/anki/export.ts';
import type { ExportOrigin } from '../../exchange/anki/export-note.ts';
import { CollectionFile } from '../../exchange/anki/write-collection.ts';
import { writePackage } from '../../exchange/anki/write-package.ts';
import type { PackageFormat } from '../../exchange/anki/write-package.ts';
import type { Card, CardKey } from '../../model/card.ts';
import { TenetError } from '../../model/problem.ts';
import type { Problem } from '../../model/problem.ts';
import { defaultParameters } from '../../schedule/memory.ts';
import type { Collection } from '../collection/collection.ts';
import { deckDescription, importAdvice } from './advice.ts';
import { cardsToExport, cardTexts } from './cards.ts';
import { readHistory } from './history.ts';
import type { History } from './history.ts';
import { writeNewGuids } from './kinds.ts';
import { changedKinds, ExportFacts } from './ledger.ts';
import { MediaCollector } from './media.ts';
import { notesToExport } from './notes.ts';
import { sourceLines } from './sources.ts';
import { replaceFile } from '../files.ts';
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
  const index = indexDecks(collection, study);
  const cards = cardsOfOneKind(open, options.decks ?? []);
  const history = (options.history ?? collection.own) ? readHistory(study, keysOf(cards)) : null;
  const media = new MediaCollector(collection);
  const originOf = originsWithMedia(collection, media);
  const facts = new ExportFacts(collection, cards, options.decks ?? [], open.clock.now());
  const all = [...cards, ...facts.withdrawnCards];
  if (all.length === 0)
    throw new TenetError('There are no cards to export.', {
      hint: 'See what is wrong with "tenet check".',
    });
  const written = writtenCollection({
    notes: notesToExport(all, {
      facts: (card, sides) => facts.of(card, sides, originOf(card)),
      source: sourceLines(collection),
      history: (side) => history?.of(side.key) ?? null,
      subdecks: options.subdecks ?? false,
    }),
    media: (card) => media.namesFor(card),
    changed: (card, content) => facts.changed(card, content),
    description: deckDescription(history !== null),
    history: history === null ? null : learnersNumbers(open, history),
  });
  const bytes = writePackage(written.database, media.files(), options.format ?? 'legacy');
  facts.save();
  replaceFile(options.out, bytes);
  return {
    file: options.out,
    bytes: bytes.length,
    decks: written.head.decks.length,
    notes: written.notes,
    cards: written.cards,
    logRows: history?.log.rows ?? 0,
    media: media.files().length,
    history: history !== null,
    withdrawn: facts.withdrawnCards.length,
    withoutId: cards.filter(({ idWritten }) => !idWritten).length,
    problems: [...index.problems, ...media.problems()],
    advice: importAdvice(history !== null),
  };
}

function writtenCollection(input: ExportInput): Exported & { readonly database: Uint8Array } {
  const file = new CollectionFile();
  try {
    const exported = exportCollection(input, file);
    return { ...exported, database: file.finish(exported.head, exported.log) };
  } finally {
    file.close();
  }
}

function keysOf(cards: readonly Card[]): ReadonlySet<CardKey> {
  return new Set(cards.flatMap((card) => sidesOf(card).map(({ key }) => key)));
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
): readonly Card[] {
  const cards = cardsToExport(store, decks);
  if (writeNewGuids(collection, cards, changedKinds(collection, cards)) === 0) return cards;
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
