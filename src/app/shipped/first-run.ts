import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { TenetError } from '../../model/problem.ts';
import { makeFolder } from '../../store/make-folder.ts';
import { syncFile, syncFolder } from '../../store/sync.ts';
import { manifestName } from '../collection/collection.ts';
import { readable, replaceFile } from '../files.ts';
import { mergeByUnion } from '../collection/git-attributes.ts';
import { manifestText, newCollectionId } from '../collection/init.ts';
import { shippedPaths, textsOf } from './shipped-files.ts';
import { type Package, recordOf, writeShipped } from './shipped.ts';

/**
 * Makes the user's own collection with copies of the package's reader and decks: all of it, or nothing.
 * Throws `TenetError` when something else is there.
 */
export function makeOwnCollection(root: string, from: Package): readonly string[] {
  try {
    refuseOccupied(root);
    const parent = path.dirname(root);
    makeFolder(parent);
    const unfinished = path.join(
      parent,
      `.${path.basename(root)}-${randomBytes(4).toString('hex')}`,
    );
    try {
      fill(unfinished, from);
      if (existsSync(root)) rmdirSync(root);
      renameSync(unfinished, root);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
    syncFolder(parent);
  } catch (failure) {
    if (existsSync(path.join(root, manifestName))) return [];
    throw readable(failure, root);
  }
  return [`Made your collection in ${root}: a reader and its decks to start with.`];
}

function refuseOccupied(root: string): void {
  const stat = statSync(root, { throwIfNoEntry: false });
  if (stat === undefined || (stat.isDirectory() && readdirSync(root).length === 0)) return;
  throw new TenetError(
    `${root}: your collection would go here, but something else is here already`,
    {
      hint: `Run "tenet init" on it to make it a collection, or set collection = "…" in your settings, or use --decks.`,
    },
  );
}

function fill(root: string, from: Package): void {
  const paths = shippedPaths(from.root);
  for (const folder of ['decks', 'source-docs', 'drafts']) makeFolder(path.join(root, folder));
  for (const file of paths) {
    const copy = path.join(root, file);
    makeFolder(path.dirname(copy));
    cpSync(path.join(from.root, file), copy);
    syncFile(copy);
  }
  mergeByUnion({ root, decks: path.join(root, 'decks'), drafts: path.join(root, 'drafts') });
  writeShipped(root, recordOf(from), textsOf(from.root, paths));
  replaceFile(path.join(root, manifestName), manifestText(newCollectionId(), 'new'));
}
