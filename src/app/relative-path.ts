import path from 'node:path';

/**
 * A file's path as seen from a folder, with `/` on every system, as decks, ledger and database name files;
 * empty for the folder itself.
 */
export function relativePath(folder: string, file: string): string {
  return path.relative(folder, file).split(path.sep).join('/');
}
