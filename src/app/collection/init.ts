import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { TenetError } from '../../model/problem.ts';
import { manifestName, plainFolderId } from './collection.ts';
import { makeFolder } from '../../store/make-folder.ts';
import { readable, replaceFile } from '../files.ts';
import { mergeByUnion } from './git-attributes.ts';

/** What `init` made and changed. */
export interface Initialised {
  readonly root: string;
  readonly id: string;
  /** Relative to the root, in the order in which they were made. */
  readonly made: readonly string[];
  /** Files that were there and got lines more, relative to the root. */
  readonly changed: readonly string[];
}

const digits = '0123456789abcdefghjkmnpqrstvwxyz';
const folders = ['decks', 'source-docs', 'drafts'];
const attributesName = '.gitattributes';

/** A new collection's id: 13 base-32 digits, of which no two collections have the same. */
export function newCollectionId(random: (count: number) => Uint8Array = randomBytes): string {
  return Array.from(random(13), (byte) => digits[byte % 32]).join('');
}

/** The text of a new collection's `tenet.toml`. */
export function manifestText(id: string, decks: 'new' | 'found' | 'in-root'): string {
  return [
    '# The id names the database that the history is kept in: leave it as it is.',
    `id = "${id}"`,
    ...(decks === 'in-root' ? ['', '# Where the decks are, seen from here.', 'decks = "."'] : []),
    '',
    '# Notes (N:) and tag lines count on every card.',
    // Decks that are there already may be in the notation of another program.
    `${decks === 'new' ? '' : '# '}notation = "tenet"`,
    '',
    '# new_per_day = 10',
    '',
  ].join('\n');
}

/**
 * Makes a folder a collection. Of what is there, only `.gitattributes` is changed: it gets the lines that it
 * lacks. Decks that lie in the folder itself stay where they are, and a folder that was studied before keeps
 * its history: its id is written down.
 */
export function initCollection(
  folder: string,
  dataFolder: string,
  random?: (count: number) => Uint8Array,
): Initialised {
  try {
    makeFolder(path.resolve(folder));
    const root = realpathSync(folder);
    refuseCollection(root);
    return makeCollection(root, idFor(root, dataFolder, random));
  } catch (failure) {
    throw readable(failure, path.resolve(folder));
  }
}

function refuseCollection(root: string): void {
  const manifest = path.join(root, manifestName);
  if (!existsSync(manifest)) return;
  throw new TenetError(`${manifest}: this folder is a collection already`, {
    hint: 'Put decks into its folder "decks".',
  });
}

function idFor(
  root: string,
  dataFolder: string,
  random: ((count: number) => Uint8Array) | undefined,
): string {
  const studiedAs = plainFolderId(root);
  return existsSync(path.join(dataFolder, `${studiedAs}.db`)) ? studiedAs : newCollectionId(random);
}

function makeCollection(root: string, id: string): Initialised {
  const found = existsSync(path.join(root, 'decks'));
  const inRoot = !found && holdsDecks(root);
  const missing = folders
    .filter((name) => !(inRoot && name === 'decks'))
    .filter((name) => !existsSync(path.join(root, name)));
  for (const name of missing) mkdirSync(path.join(root, name));
  const hadAttributes = existsSync(path.join(root, attributesName));
  const decks = path.join(root, inRoot ? '.' : 'decks');
  const added = mergeByUnion({ root, decks, drafts: path.join(root, 'drafts') });
  replaceFile(
    path.join(root, manifestName),
    manifestText(id, inRoot ? 'in-root' : found ? 'found' : 'new'),
  );
  return {
    root,
    id,
    made: [...missing, ...(hadAttributes ? [] : [attributesName]), manifestName],
    changed: added && hadAttributes ? [attributesName] : [],
  };
}

/** A README alone does not make a folder of decks: there must be a card. */
function holdsDecks(root: string): boolean {
  const largestBytes = 1024 * 1024;
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => path.join(root, entry.name))
    .some((file) => {
      if (statSync(file).size > largestBytes) return false;
      return /^(Q|C|T):/m.test(readFileSync(file, 'utf8'));
    });
}
