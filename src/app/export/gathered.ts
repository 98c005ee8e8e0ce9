import type { ExportHistory, ExportInput } from '../../exchange/anki/export.ts';
import type { ExportOrigin } from '../../exchange/anki/export-note.ts';
import type { Card } from '../../model/card.ts';
import { defaultParameters } from '../../schedule/memory.ts';
import type { Collection } from '../collection/collection.ts';
import type { OpenCollection } from '../collection/open-collection.ts';
import { givenBack } from '../import/origins.ts';
import { deckDescription } from './advice.ts';
import { cardTexts } from './cards.ts';
import type { History } from './history.ts';
import type { ExportFacts } from './ledger.ts';
import type { MediaCollector } from './media.ts';
import { notesToExport } from './notes.ts';
import { sourceLines } from './sources.ts';

/** What an export is put together from. */
export interface Gathered {
  readonly cards: Iterable<Card>;
  readonly facts: ExportFacts;
  readonly history: History | null;
  readonly media: MediaCollector;
}

/** The same as what Anki's rows are made from; notes are put together one by one, when they are read. */
export function exportInput(
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
