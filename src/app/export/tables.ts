import { writeText } from '../../exchange/text/write-text.ts';
import type { TextSeparator } from '../../exchange/text/write-text.ts';
import type { Problem } from '../../model/problem.ts';
import { cardsToExport } from './cards.ts';
import { ExportFacts, readRecords } from './ledger.ts';
import { MediaCollector } from './media.ts';
import { notesToExport } from './notes.ts';
import { sourceLines } from './sources.ts';
import { surveyed } from './survey.ts';
import { replaceFile } from '../files.ts';
import { indexDecks } from '../decks/index-decks.ts';
import type { OpenCollection } from '../collection/open-collection.ts';

export interface TextExportOptions {
  /** Where the text is written; null for nowhere: it is in the report. */
  readonly out: string | null;
  readonly decks?: readonly string[];
  readonly separator?: TextSeparator;
}

/** What a text export wrote. */
export interface TextExportReport {
  readonly file: string | null;
  readonly text: string;
  readonly notes: number;
  /** Pictures and sounds that rows name: text cannot carry them. */
  readonly media: number;
  readonly problems: readonly Problem[];
}

/** Writes cards as separated text with Anki's header lines. */
export function exportCsv(open: OpenCollection, options: TextExportOptions): TextExportReport {
  const { collection, study, store, clock } = open;
  const { problems } = indexDecks(collection, study);
  const decks = options.decks ?? [];
  const cards = cardsToExport(store, decks);
  const records = readRecords(collection);
  const { ids } = surveyed(cards, records);
  const facts = new ExportFacts(collection, { records, ids, decks, nowMs: clock.now() });
  const media = new MediaCollector(collection);
  const notes = notesToExport(cards, {
    facts: (card, sides) => facts.of(card, sides, null),
    source: sourceLines(collection),
    history: () => null,
    subdecks: false,
  });
  const text = writeText(notes, ({ card }) => media.namesFor(card), options.separator ?? 'tab');
  if (options.out !== null) replaceFile(options.out, text);
  return {
    file: options.out,
    text,
    notes: ids.size,
    media: media.files().length,
    problems: [...problems, ...media.problems()],
  };
}
