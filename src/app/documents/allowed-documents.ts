import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../files.ts';

/**
 * Documents outside a collection that its owner generated cards from on this machine, one absolute path a
 * line. It is kept beside the database and not in the collection: a deck from elsewhere must not be able
 * to name files that are then shown.
 */
function listFile(dataFolder: string, collectionId: string): string {
  return path.join(dataFolder, `${collectionId}.documents`);
}

export function allowedDocuments(dataFolder: string, collectionId: string): ReadonlySet<string> {
  const file = listFile(dataFolder, collectionId);
  if (!existsSync(file)) return new Set();
  return new Set(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== ''),
  );
}

/** Adds documents to those that may be opened; paths are absolute. */
export function allowDocuments(
  dataFolder: string,
  collectionId: string,
  documents: readonly string[],
): void {
  const before = allowedDocuments(dataFolder, collectionId);
  const after = new Set([...before, ...documents]);
  if (after.size > before.size)
    replaceFile(listFile(dataFolder, collectionId), `${[...after].sort().join('\n')}\n`);
}
