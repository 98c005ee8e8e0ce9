import path from 'node:path';
import type { Notation } from '../../model/deck.ts';
import { defaultSettings, type Settings } from '../../model/settings.ts';
import type { UserPaths } from './paths.ts';
import { writtenPath } from './paths.ts';
import {
  applySettings,
  complain,
  madeSettings,
  type MadeSetting,
  readSettingsFile,
  refuseProblems,
  type SettingsFile,
} from './settings-file.ts';
import { isTable } from './setting-values.ts';

/** What the user's own file says. */
export interface UserSettings {
  /** Where the user's own collection is, as written: `~/tenet`. */
  readonly collection: string | undefined;
  readonly everywhere: readonly MadeSetting[];
  /** By the id of a collection. */
  readonly collections: ReadonlyMap<string, readonly MadeSetting[]>;
}

/** What a collection's `tenet.toml` says. */
export interface Manifest {
  readonly id: string | undefined;
  readonly title: string | undefined;
  /** The folder of the decks, relative to the file's. */
  readonly decks: string;
  /** Folders relative to the file's, with whose marks the decks below are read; the longest match counts. */
  readonly notations: readonly (readonly [folder: string, Notation])[];
  readonly made: readonly MadeSetting[];
}

/** An id names the database's file, so nothing else is allowed in it. */
const collectionId = /^[A-Za-z0-9][A-Za-z0-9_-]{3,63}$/;

const notations: readonly Notation[] = ['tenet', 'shared', 'hashcards', 'repeater'];

/** Reads the user's own settings; nothing is set where there is no file. Throws `TenetError` for all faults. */
export function readUserSettings(configFile: string): UserSettings {
  const file = readSettingsFile(configFile);
  if (file === undefined) return { collection: undefined, everywhere: [], collections: new Map() };
  const { collection, collections } = file.table;
  const everywhere = madeSettings(file, file.table, [], ['collection', 'collections'], null);
  if (collection !== undefined && (typeof collection !== 'string' || collection === ''))
    complain(
      file,
      ['collection'],
      '"collection" is no folder',
      'Write it as in collection = "~/tenet".',
    );
  const sections = sectionsOf(file, collections);
  refuseProblems(file);
  return {
    collection: typeof collection === 'string' ? collection : undefined,
    everywhere,
    collections: sections,
  };
}

function sectionsOf(
  file: SettingsFile,
  collections: unknown,
): ReadonlyMap<string, readonly MadeSetting[]> {
  if (collections === undefined) return new Map();
  if (!isTable(collections)) {
    complain(file, ['collections'], '"collections" is no table', 'Write [collections.ID].');
    return new Map();
  }
  const sections = Object.entries(collections).map(([id, table]) => {
    if (isTable(table))
      return [id, madeSettings(file, table, ['collections', id], [], null)] as const;
    complain(file, ['collections', id], `"${id}" is no table`, 'Write [collections.ID].');
    return [id, []] as const;
  });
  return new Map(sections);
}

/** Reads a collection's file; undefined where there is none. Throws `TenetError` for all faults. */
export function readManifest(manifestFile: string, configFile: string): Manifest | undefined {
  const file = readSettingsFile(manifestFile);
  if (file === undefined) return undefined;
  const { id, title, decks = 'decks', notation } = file.table;
  if (id !== undefined && (typeof id !== 'string' || !collectionId.test(id))) {
    const remedy = 'Write 4 to 64 letters, digits, "-" or "_", beginning with a letter or digit.';
    complain(file, ['id'], 'this "id" cannot name a collection', remedy);
  }
  if (title !== undefined && typeof title !== 'string')
    complain(file, ['title'], '"title" is no text', 'Write it in quotes.');
  if (!isInside(decks))
    complain(
      file,
      ['decks'],
      '"decks" is no folder of this collection',
      'Write it as in decks = "decks".',
    );
  const others = ['id', 'title', 'decks', 'notation'];
  const manifest = {
    id: typeof id === 'string' ? id : undefined,
    title: typeof title === 'string' ? title : undefined,
    decks: String(decks),
    notations: notationsOf(file, notation),
    made: madeSettings(file, file.table, [], others, configFile),
  };
  refuseProblems(file);
  return manifest;
}

/** A shared file may not name folders outside its collection. */
function isInside(folder: unknown): boolean {
  if (typeof folder !== 'string' || folder === '' || path.isAbsolute(folder)) return false;
  return !path.normalize(folder).split(/[/\\]/).includes('..');
}

function notationsOf(file: SettingsFile, notation: unknown): Manifest['notations'] {
  if (notation === undefined) return [];
  const byFolder = isTable(notation) ? notation : { '.': notation };
  return Object.entries(byFolder).flatMap(([folder, name]) => {
    const known = notations.find((each) => each === name);
    if (known !== undefined && isInside(folder)) return [[folder, known] as const];
    const place = isTable(notation) ? ['notation', folder] : ['notation'];
    const remedy = `Write one of ${notations.map((each) => `"${each}"`).join(', ')}, or a table of folders with one each.`;
    complain(file, place, 'this is no notation', remedy);
    return [];
  });
}

/**
 * What holds in a collection. The nearer one wins: the user's section for this collection, then the
 * collection's own file, then what the user set everywhere, then the defaults.
 */
export function settingsFor(
  id: string,
  manifest: Manifest | undefined,
  user: UserSettings,
  paths: UserPaths,
): Settings {
  const made = [...user.everywhere, ...(manifest?.made ?? []), ...(user.collections.get(id) ?? [])];
  const settings = applySettings(defaultSettings, made);
  if (settings.logDir === undefined) return settings;
  const logDir = writtenPath(settings.logDir, path.dirname(paths.configFile), paths.home);
  return { ...settings, logDir };
}
