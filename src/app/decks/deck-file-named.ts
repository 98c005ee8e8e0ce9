import path from 'node:path';
import type { Store } from '../../store/open.ts';
import { titledFiles } from '../../store/titled-files.ts';
import type { Collection } from '../collection/collection.ts';
import { listDeckFiles, type ListedFile } from './deck-files.ts';
import { parseDeckFile } from './parse-deck-file.ts';
import { readDeckFile } from './read-deck-file.ts';

interface TitledFile {
  readonly title: string;
  readonly file: string;
}

/**
 * The file of a deck that is named by its title, letter case aside, or by its path; undefined where there
 * is none. Of several files with one title it is the first that tenet may write cards into. The index must
 * be up to date.
 */
export function deckFileNamed(
  collection: Collection,
  store: Store,
  name: string,
): string | undefined {
  const files = titledDeckFiles(collection, store);
  const wanted = plainTitle(name);
  const fitting = [
    files.filter(({ title }) => plainTitle(title) === wanted),
    files.filter(({ title }) => plainTitle(title).toLowerCase() === wanted.toLowerCase()),
    files.filter(({ file }) => file === name || file === `${name}.md`),
  ].find(({ length }) => length > 0);
  const written = fitting?.find(({ file }) => !isForeign(collection, file));
  return (written ?? fitting?.[0])?.file;
}

/** Whether a file is read as another program's, which has no word for what tenet writes. */
export function isForeign({ notationOf }: Collection, file: string): boolean {
  const notation = notationOf(file);
  return notation === 'hashcards' || notation === 'repeater';
}

/** From the index; only a file of which that knows no card is looked into. */
function titledDeckFiles(collection: Collection, store: Store): readonly TitledFile[] {
  const titled = titledFiles(store);
  const known = new Set(titled.map(({ file }) => file));
  const { files } = listDeckFiles(collection.decks, collection.root, collection.drafts);
  const others = files
    .filter(({ path: file }) => !known.has(file))
    .map((file) => ({ title: titleIn(collection, file), file: file.path }));
  return [...titled, ...others].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** A file that cannot be read has the title that it would have without any of its own. */
function titleIn(collection: Collection, file: ListedFile): string {
  const reading = readDeckFile(file);
  if (reading.kind === 'problem') return path.posix.basename(file.path, '.md');
  return parseDeckFile(collection, file.path, reading.text).title;
}

/** As a title is written into a file, and one way of composing its letters. */
function plainTitle(title: string): string {
  return title.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}
