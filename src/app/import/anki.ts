import type { AnkiCollection } from '../../exchange/anki/collection.ts';
import { importCollection } from '../../exchange/anki/import.ts';
import type { ImportResult } from '../../exchange/anki/import.ts';
import type { ImportedNote } from '../../exchange/anki/import-note.ts';
import { htmlToMarkdown } from '../../markdown/html-to-markdown.ts';
import type { Card } from '../../model/card.ts';
import { deckDescription } from '../export/advice.ts';
import { cardsToExport, cardTexts } from '../export/cards.ts';
import { writeCard, incomingCard } from './cards.ts';
import type { WrittenCard } from './cards.ts';
import { DeckWriter, filesOfDecks } from './decks.ts';
import { takeHistory } from './history.ts';
import { MediaIntake, mentionedMedia } from './media.ts';
import type { MediaSource } from './media.ts';
import { readOrigins, saveImported } from './origins.ts';
import { decide } from './plan.ts';
import type { Decision } from './plan.ts';
import type { ImportOptions, ImportReport } from './report.ts';
import { emptyReport, reasonsOf } from './report.ts';
import { indexDecks } from '../decks/index-decks.ts';
import type { OpenCollection } from '../collection/open-collection.ts';

/** What was decided about one card of the package. */
export interface PlannedCard {
  readonly note: ImportedNote;
  readonly written: WrittenCard;
  readonly decision: Decision;
}

/** What an import will do, before anything is written. */
interface Plan {
  readonly cards: readonly PlannedCard[];
  readonly decks: DeckWriter;
  readonly media: MediaIntake;
  /** Why notes were left out, a reason each. */
  readonly reasons: readonly string[];
  readonly found: ImportResult;
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
  const { cards, decks, media, reasons, found } = await planImport(open, collection, source);
  const changed = cards.filter(({ decision: { act } }) => act === 'add' || act === 'update');
  await media.stage(changed.flatMap(({ note }) => mentionedMedia(note.source.fields)));
  const copied = media.settle();
  const files = decks.write();
  indexDecks(open.collection, open.study);
  const history = takeHistory(open, collection, cards, options);
  saveImported(open.collection, collection, { cards, leftOut: found.leftOut }, media.names());
  const count = (act: Decision['act']) =>
    cards.filter(({ decision }) => decision.act === act).length;
  return {
    ...emptyReport('anki', file),
    files,
    notes: cards.length,
    added: count('add'),
    updated: count('update'),
    unchanged: count('same'),
    kept: count('keep'),
    leftOut: reasonsOf(reasons),
    media: copied,
    missingMedia: media.missing(),
    refusedMedia: source.refusedNames,
    mediaOnly: cards.filter(({ note }) => note.mediaOnly).length,
    strayLogRows: found.strayRows,
    misfits: found.misfits,
    ...history,
  };
}

async function planImport(
  open: OpenCollection,
  collection: AnkiCollection,
  source: MediaSource,
): Promise<Plan> {
  const present = presentCards(open);
  const { origins, exportedAt } = readOrigins(open.collection);
  const decks = new DeckWriter(open.collection, present.fileOfDeck);
  const media = new MediaIntake(open.collection, source);
  await media.prepare(new Set(collection.notes.flatMap(({ fields }) => mentionedMedia(fields))));
  const found = importCollection(collection, (note, deck) =>
    media.namesFrom(present.byGuid.get(note.guid)?.place.file ?? decks.fileOf(deck)),
  );
  const reasons = found.leftOut.map(({ why }) => why);
  const cards = found.notes.flatMap((note): PlannedCard[] => {
    const written = writeCard(incomingCard(note));
    if (written === null) {
      reasons.push('its text cannot be written as a card');
      return [];
    }
    const card = present.byId.get(note.id) ?? present.byGuid.get(note.source.guid);
    const there = card === undefined ? undefined : { card, text: present.textOf(card) };
    return [{ note, written, decision: decide(note, written, there, origins, exportedAt) }];
  });
  const ours = new Set([true, false].map((history) => htmlToMarkdown(deckDescription(history))));
  for (const [deck, text] of found.descriptions) if (!ours.has(text)) decks.describe(deck, text);
  for (const { note, written, decision } of cards) {
    if (decision.act === 'add') decks.add(note.deck, { topics: note.topics, text: written.text });
    if (decision.act === 'update') decks.replace(decision.card, written.text);
  }
  return { cards, decks, media, reasons, found };
}

/** The cards that are here, by all that an import may know them by. */
function presentCards({ store, collection }: OpenCollection) {
  const cards = [...cardsToExport(store, [])];
  return {
    byId: new Map<string, Card>(cards.map((card) => [card.id, card])),
    byGuid: new Map<string, Card>(cards.map((card) => [card.guid ?? card.id, card])),
    fileOfDeck: filesOfDecks(collection, cards),
    textOf: cardTexts(collection),
  };
}
