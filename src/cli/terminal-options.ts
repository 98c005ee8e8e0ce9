import path from 'node:path';
import { indexDecks } from '../app/decks/index-decks.ts';
import type { OpenCollection } from '../app/collection/open-collection.ts';
import { viewReader } from '../app/reading/progress.ts';
import type { Reader } from '../app/reading/view.ts';
import { homeReading } from '../app/review/home-reading.ts';
import type { HomeReading } from '../app/review/home-view.ts';
import type { TerminalOptions } from '../tui/index.ts';
import type { CommandContext } from './command.ts';

/** What the screens need of the world, for one collection. */
export function terminalOptions(
  context: CommandContext,
  { collection }: OpenCollection,
): TerminalOptions {
  return {
    ...context,
    settings: collection.settings,
    deckPath: (file) => path.join(collection.root, file),
  };
}

/** Opens the reader as its documents are now; what it takes is loaded only then. */
export async function readerOf({ collection, study }: OpenCollection): Promise<Reader> {
  const { openReader } = await import('../app/reading/reader.ts');
  indexDecks(collection, study);
  return openReader(collection, study);
}

/** What there is to read once today's cards are done; null where all was read, or there is no reader. */
export function readingNow({ collection, study }: OpenCollection): HomeReading | null {
  return homeReading(viewReader(study.store, collection.title), true);
}
