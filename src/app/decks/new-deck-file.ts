import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Collection } from '../collection/collection.ts';
import { relativePath } from '../relative-path.ts';

/**
 * The file for a deck that is not there yet, relative to the collection: a folder for each level of its
 * title but the last (`A::B`), and a number behind where the name belongs to another deck already, on the
 * disk or among `taken`.
 */
export function newDeckFile(
  { decks, root }: Collection,
  title: string,
  taken: ReadonlySet<string> = new Set(),
): string {
  const folder = relativePath(root, decks);
  const stem = path.posix.join(folder, ...title.split('::').map(safeName));
  const isTaken = (file: string): boolean => taken.has(file) || existsSync(path.join(root, file));
  let file = `${stem}.md`;
  for (let count = 2; isTaken(file); count += 1) file = `${stem}-${count}.md`;
  return file;
}

/** A level of a deck's title as a file or folder name that every system takes. */
export function safeName(level: string): string {
  const name = level
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  // Of letters of four bytes each, more would not fit beside the ending of a file that is being replaced.
  const short = [...name].slice(0, 55).join('').replace(/-$/, '');
  if (short === '') return 'deck';
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(short) ? `${short}-deck` : short;
}
