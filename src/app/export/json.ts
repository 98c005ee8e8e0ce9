import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { recordsPath } from '../../exchange/anki/records.ts';
import { mediaFile, printBundle } from '../../exchange/bundle.ts';
import type { Bundle, BundledFile, BundledText } from '../../exchange/bundle.ts';
import { ledgerPath } from '../../ledger/ledger.ts';
import { lineOfEvent } from '../../store/event-lines.ts';
import { eventsInOrder } from '../../store/events.ts';
import type { Collection } from '../collection/collection.ts';
import { listDeckFiles } from '../decks/deck-files.ts';
import { indexDecks } from '../decks/index-decks.ts';
import { readTextFile, replaceFile } from '../files.ts';
import { originsPath } from '../import/origins.ts';
import type { OpenCollection } from '../collection/open-collection.ts';
import { terminalJson, type TerminalText } from '../terminal-text.ts';
import { relativePath } from '../relative-path.ts';

export interface JsonExportOptions {
  /** Where the JSON is written; null for nowhere: it is in the report. */
  readonly out: string | null;
  /** False leaves the log at home; absent: in the user's own collection it goes along. */
  readonly history?: boolean;
}

export interface JsonExportReport {
  readonly file: string | null;
  /** With no character raw that a terminal would obey. */
  readonly text: TerminalText;
  readonly decks: number;
  readonly events: number;
  readonly media: number;
}

/** Files that are kept beside the decks and merge line by line. */
const keptPaths = [ledgerPath, recordsPath, originsPath];
const largestKept = 512 * 1024 * 1024;

/** Writes the whole collection as one JSON file, which `import` takes back without loss. */
export function exportJson(open: OpenCollection, options: JsonExportOptions): JsonExportReport {
  const { collection, study, store } = open;
  indexDecks(collection, study);
  const withLog = options.history ?? collection.own;
  const bundle: Bundle = {
    decks: deckTexts(collection),
    kept: keptTexts(collection),
    media: mediaFiles(collection),
    log: withLog ? [...eventsInOrder(store)].map((event) => lineOfEvent(event).trimEnd()) : [],
  };
  const text = terminalJson(printBundle(bundle));
  if (options.out !== null) replaceFile(options.out, text);
  return {
    file: options.out,
    text,
    decks: bundle.decks.length,
    events: bundle.log.length,
    media: bundle.media.length,
  };
}

function deckTexts({ decks, root, drafts }: Collection): BundledText[] {
  return listDeckFiles(decks, root, drafts).files.map(({ absolute }) => ({
    path: relativePath(decks, absolute),
    text: readTextFile(absolute),
  }));
}

function keptTexts({ decks }: Collection): BundledText[] {
  return keptPaths.flatMap((kept) => {
    const file = path.join(decks, kept);
    return existsSync(file) ? [{ path: kept, text: readTextFile(file, largestKept) }] : [];
  });
}

function mediaFiles({ decks }: Collection): BundledFile[] {
  return readdirSync(decks, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && mediaFile.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !relativePath(decks, file)
          .split('/')
          .some((part) => part.startsWith('.')),
    )
    .sort()
    .map((file) => ({ path: relativePath(decks, file), bytes: readFileSync(file) }));
}
