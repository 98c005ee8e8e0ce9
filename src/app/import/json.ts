import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseBundle } from '../../exchange/bundle.ts';
import type { Bundle, BundledText } from '../../exchange/bundle.ts';
import { eventOfLine } from '../../store/event-lines.ts';
import { WrongField } from '../../store/field-checks.ts';
import { TenetError } from '../../model/problem.ts';
import type { StudyEvent } from '../../model/event.ts';
import { cardsToExport } from '../export/cards.ts';
import { readTextFile, replaceFile } from '../files.ts';
import { DeckWriter } from './decks.ts';
import { emptyReport } from './report.ts';
import type { ImportReport } from './report.ts';
import { indexDecks } from '../decks/index-decks.ts';
import { parseDeckFile } from '../decks/parse-deck-file.ts';
import type { OpenCollection } from '../collection/open-collection.ts';
import { relativePath } from '../relative-path.ts';

const largestBytes = 512 * 1024 * 1024;

/**
 * Takes a JSON export of tenet's in. Deck files that are not here are written as they were; of those that
 * are here and differ, the cards that are missing are added. The log is united with the one here.
 */
export function importJson(open: OpenCollection, file: string): ImportReport {
  const { collection, study, store } = open;
  const bundle = parseBundle(readTextFile(file, largestBytes), file);
  const events = eventsOf(bundle, file);
  indexDecks(collection, study);
  const present = new Set<string>([...cardsToExport(store, [])].map(({ id }) => id));
  const folder = decksFolder(collection);
  const parsed = bundle.decks.map(({ path: deck, text }) => ({
    deck,
    ...parseDeckFile(collection, path.posix.join(folder, deck), text),
  }));
  const decks = new DeckWriter(
    collection,
    new Map(parsed.map(({ title, path: file }) => [title, file])),
  );
  const files: string[] = [];
  let [notes, added] = [0, 0];
  for (const { deck, text, cards, path: relative } of parsed) {
    notes += cards.length;
    const missing = cards.filter(({ id }) => !present.has(id));
    added += missing.length;
    if (!existsSync(path.join(collection.decks, deck))) {
      replaceFile(path.join(collection.decks, deck), text);
      files.push(relative);
      continue;
    }
    for (const { span, topics, deck: title } of missing)
      decks.add(title, { topics, text: text.slice(span.start, span.end) });
  }
  files.push(...decks.write());
  for (const kept of bundle.kept) uniteLines(collection.decks, kept);
  const media = bundle.media.filter(
    ({ path: name }) => !existsSync(path.join(collection.decks, name)),
  );
  for (const { path: name, bytes } of media) replaceFile(path.join(collection.decks, name), bytes);
  indexDecks(collection, study);
  return {
    ...emptyReport('json', file),
    files,
    notes,
    added,
    unchanged: notes - added,
    media: media.length,
    events: study.takeIn(events).added,
  };
}

function decksFolder({ root, decks }: OpenCollection['collection']): string {
  return relativePath(root, decks);
}

/** All of them, before anything is written. */
function eventsOf({ log }: Bundle, file: string): readonly StudyEvent[] {
  return log.map((line, index) => {
    try {
      return eventOfLine(line);
    } catch (cause) {
      if (!(cause instanceof WrongField)) throw cause;
      throw new TenetError(`${file}: event ${index + 1} of its log is wrong: ${cause.message}.`, {
        hint: 'Export it again.',
        cause,
      });
    }
  });
}

/** Lines that are not here yet; several lines for one card are folded when they are read. */
function uniteLines(decks: string, { path: kept, text }: BundledText): void {
  const file = path.join(decks, kept);
  const before = existsSync(file) ? readTextFile(file, largestBytes) : '';
  const known = new Set(before.split('\n'));
  const fresh = text.split('\n').filter((line) => line !== '' && !known.has(line));
  if (fresh.length > 0) replaceFile(file, before + fresh.map((line) => `${line}\n`).join(''));
}
