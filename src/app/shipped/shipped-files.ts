import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Texts } from './merge-parts.ts';
import { relativePath } from '../relative-path.ts';

/** The folders of the package, and of a collection, that hold what the package ships. */
const shippedFolders = ['decks', 'source-docs'];

/** The one file of a hidden folder that is shipped. */
const ledgerPath = 'decks/.tenet/ledger.jsonl';

/** Paths of the files that a package ships, relative to its root, with `/`, in order. */
export function shippedPaths(root: string): readonly string[] {
  return shippedFolders
    .flatMap((folder) => filesBelow(root, folder))
    .filter((file) => file === ledgerPath || !/(^|\/)\./.test(file))
    .sort();
}

function filesBelow(root: string, folder: string): readonly string[] {
  const entries = readdirSync(path.join(root, folder), {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relativePath(root, path.join(entry.parentPath, entry.name)));
}

/** The texts of these files. */
export function textsOf(root: string, paths: readonly string[]): Texts {
  return new Map(paths.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
}

/**
 * Changes whenever a package was installed anew, and costs a millisecond: the version, and of each file its
 * size and when it was last changed in any way (the time of its content is the same in every package).
 */
export function stampOf(root: string, version: string): string {
  const files = shippedPaths(root).map((file) => {
    const { size, ctimeMs } = statSync(path.join(root, file));
    return `${file}:${size}:${ctimeMs}`;
  });
  return [version, ...files].join('\n');
}
