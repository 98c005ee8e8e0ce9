import { createHash } from 'node:crypto';
import { existsSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import type { Notation } from '../../model/deck.ts';
import { TenetError } from '../../model/problem.ts';
import type { Settings } from '../../model/settings.ts';
import { allowedDocuments } from '../documents/allowed-documents.ts';
import { readable } from '../files.ts';
import { type Environment, type UserPaths, userPaths, writtenPath } from './paths.ts';
import {
  type Manifest,
  readManifest,
  readUserSettings,
  settingsFor,
  type UserSettings,
} from './settings.ts';

/** Which collection is asked for, and by whom. */
export interface Asked {
  /** `--decks`. */
  readonly decks?: string | undefined;
  /** `--db`. */
  readonly db?: string | undefined;
  readonly env: Environment;
  readonly cwd: string;
  readonly platform?: NodeJS.Platform;
}

/** A folder of decks with what belongs to it, and what holds there. */
export interface Collection {
  /** Names its database; see `plainFolderId` for a folder without `tenet.toml`. */
  readonly id: string;
  readonly title: string;
  /** The folder that paths of decks and documents are relative to; absolute, without symbolic links. */
  readonly root: string;
  /** Absolute; the root itself where a plain folder of decks was named. */
  readonly decks: string;
  readonly sourceDocs: string;
  /** Never read as decks, also where it lies inside `decks`. */
  readonly drafts: string;
  /** Its `tenet.toml`; null for a plain folder. */
  readonly manifest: string | null;
  /** The user's own collection, which upgrades keep up to date. */
  readonly own: boolean;
  readonly database: string;
  readonly settings: Settings;
  /** Whether a document outside the root may be opened: one that this person generated cards from. */
  allows(absolute: string): boolean;
  /** Whose marks a file, relative to the root, is read with; undefined where nothing is set. */
  notationOf(file: string): Notation | undefined;
}

/** Where a collection is, before anything of it is read. */
export interface Place {
  readonly root: string;
  readonly own: boolean;
  /** False for the user's own collection before the first run, and for a plain folder. */
  readonly hasManifest: boolean;
}

export const manifestName = 'tenet.toml';

/**
 * Which folder is meant: `--decks`, else `TENET_DECKS`, else the nearest `tenet.toml` upward, else the
 * user's own collection. Throws `TenetError` when a folder was named that is not there.
 */
export function findPlace(asked: Asked, paths: UserPaths, user: UserSettings): Place {
  const named = asked.decks ?? (asked.env['TENET_DECKS'] || undefined);
  const own = resolved(
    writtenPath(user.collection ?? '~/tenet', path.dirname(paths.configFile), paths.home),
  );
  if (named !== undefined) return placeOf(namedFolder(path.resolve(asked.cwd, named), paths), own);
  const above = nearestManifest(asked.cwd);
  return placeOf(above ?? own, own);
}

/** A folder inside a collection's decks stands for the collection: its history is kept there. */
function namedFolder(folder: string, { configFile }: UserPaths): string {
  const root = realFolder(folder);
  if (existsSync(path.join(root, manifestName))) return root;
  const above = nearestManifest(root);
  if (above === undefined) return root;
  const manifest = readManifest(path.join(above, manifestName), configFile);
  const decks = path.join(above, manifest?.decks ?? 'decks');
  return root === decks || root.startsWith(decks + path.sep) ? above : root;
}

function placeOf(root: string, own: string): Place {
  return { root, own: root === own, hasManifest: existsSync(path.join(root, manifestName)) };
}

function nearestManifest(from: string): string | undefined {
  let folder = resolved(from);
  while (!existsSync(path.join(folder, manifestName))) {
    const parent = path.dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
  return folder;
}

function realFolder(folder: string): string {
  const stat = statOf(folder);
  if (stat?.isDirectory() === true) return realpathSync(folder);
  const what =
    stat === undefined ? 'there is no such folder' : 'this is no folder, and a collection is one';
  throw new TenetError(`${folder}: ${what}`, {
    hint: 'Name a folder with --decks or TENET_DECKS; "tenet init" makes a collection.',
    exitCode: 2,
  });
}

function statOf(folder: string): Stats | undefined {
  try {
    return statSync(folder, { throwIfNoEntry: false });
  } catch (failure) {
    throw readable(failure, folder);
  }
}

/** A folder that need not exist yet, without symbolic links where it does. */
function resolved(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : path.resolve(folder);
}

/**
 * The id of a folder without `tenet.toml`: of its path, so that it stays while the folder stays where it
 * is. `tenet init` writes it down, and then the history moves with the folder.
 */
export function plainFolderId(root: string): string {
  return `folder-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`;
}

/** Whether an id was made from a path, and may be another one tomorrow. */
export function isPlainFolderId(id: string): boolean {
  return /^folder-[0-9a-f]{16}$/.test(id);
}

/** Reads what holds in the collection at a place. Throws `TenetError` for faults in its settings. */
export function readCollection(
  place: Place,
  asked: Asked,
  paths: UserPaths,
  user: UserSettings,
): Collection {
  const { root, own, hasManifest } = place;
  const file = path.join(root, manifestName);
  const manifest = hasManifest ? readManifest(file, paths.configFile) : undefined;
  const id = manifest?.id ?? plainFolderId(root);
  const db = asked.db ?? (asked.env['TENET_DB'] || undefined);
  return {
    id,
    title: manifest?.title ?? path.basename(root),
    root,
    decks: path.join(root, manifest?.decks ?? '.'),
    sourceDocs: path.join(root, 'source-docs'),
    drafts: path.join(root, 'drafts'),
    manifest: hasManifest ? file : null,
    own,
    database: db === undefined ? path.join(paths.data, `${id}.db`) : path.resolve(asked.cwd, db),
    settings: settingsFor(id, manifest, user, paths),
    allows: (document) => allowedDocuments(paths.data, id).has(document),
    notationOf: (deck) => notationOf(deck, manifest),
  };
}

function notationOf(file: string, manifest: Manifest | undefined): Notation | undefined {
  const folders = (manifest?.notations ?? [])
    .map(([folder, notation]) => [path.posix.join(folder, './'), notation] as const)
    .filter(([folder]) => folder === './' || file.startsWith(folder))
    .sort(([a], [b]) => b.length - a.length);
  return folders[0]?.[1];
}

/** The collection that is asked for, as it is on the disk. Makes nothing: see `openCollection` for that. */
export function findCollection(asked: Asked): Collection {
  const paths = userPaths(asked.env, asked.platform, asked.cwd);
  const user = readUserSettings(paths.configFile);
  return readCollection(findPlace(asked, paths, user), asked, paths, user);
}
