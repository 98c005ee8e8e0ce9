import { readdirSync, realpathSync, statSync } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { readable } from '../files.ts';
import { relativePath } from '../relative-path.ts';

/** What the file system says of a file without reading it. */
export interface FileStat {
  readonly size: number;
  /** Milliseconds since the epoch, with the fractions that the file system keeps. */
  readonly modifiedMs: number;
  /** The same for its last change of any kind, which no program can set back. */
  readonly changedMs: number;
}

/** A deck file in its folder. */
export interface ListedFile {
  /** Relative to the collection, with `/`. */
  readonly path: string;
  readonly absolute: string;
  readonly stat: FileStat;
}

/** All deck files of a collection, and what could not be looked at. */
export interface DeckListing {
  /** In the order of their paths. */
  readonly files: readonly ListedFile[];
  readonly problems: readonly Problem[];
  /** Folders and files, as paths like those of `files`, of which nothing can be said: they may be there. */
  readonly unknown: readonly string[];
}

interface Listing {
  readonly files: ListedFile[];
  readonly problems: Problem[];
  readonly unknown: string[];
  /** Folders that are links, looked at after all others. */
  readonly linked: Folder[];
  /** Folders that were listed and not yet asked for their real place. */
  readonly listed: Folder[];
  /** A folder that is never looked into. */
  readonly skipped: string | undefined;
}

interface Folder {
  readonly absolute: string;
  readonly path: string;
}

/**
 * The Markdown files below `decks`, as paths relative to `root`; names that start with a dot are left out,
 * and so is the folder `skipped`. Links are followed, each real folder once. What cannot be listed is a
 * problem and hides nothing else.
 */
export function listDeckFiles(decks: string, root: string, skipped?: string): DeckListing {
  const listing: Listing = {
    files: [],
    problems: [],
    unknown: [],
    linked: [],
    listed: [],
    skipped,
  };
  const relative = relativePath(root, decks);
  listFolder({ absolute: decks, path: relative }, listing);
  const real = new Set<string>();
  for (let folder = listing.linked.shift(); folder !== undefined; folder = listing.linked.shift()) {
    for (let own = listing.listed.shift(); own !== undefined; own = listing.listed.shift())
      real.add(realpathSync(own.absolute));
    followLink(folder, listing, real);
  }
  listing.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return listing;
}

/** Whether a path that was known may still be there although the listing does not have it. */
export function mayBeThere(known: string, { unknown }: DeckListing): boolean {
  return unknown.some((place) => known === place || place === '' || known.startsWith(`${place}/`));
}

function listFolder(folder: Folder, listing: Listing): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder.absolute, { withFileTypes: true });
  } catch (failure) {
    giveUp(folder.path, 'folder-unreadable', failure, listing);
    return;
  }
  listing.listed.push(folder);
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const inner = {
      absolute: folder.absolute + path.sep + entry.name,
      path: folder.path === '' ? entry.name : `${folder.path}/${entry.name}`,
    };
    if (inner.absolute === listing.skipped) continue;
    if (entry.isDirectory()) listFolder(inner, listing);
    else if (entry.isSymbolicLink()) listLink(inner, listing);
    else if (isDeckName(entry.name)) listFile(inner, listing);
  }
}

function listLink(link: Folder, listing: Listing): void {
  const stat = statOf(link, listing);
  if (stat === 'nothing') leadsNowhere(link, listing);
  else if (stat?.isDirectory() === true) listing.linked.push(link);
  else if (stat !== undefined && isDeckName(link.path)) addFile(link, stat, listing);
}

/** It may be a folder of decks that is not mounted; a link named otherwise than a deck is no fault of one. */
function leadsNowhere({ path: link }: Folder, listing: Listing): void {
  const severity = isDeckName(link) ? 'error' : 'warning';
  const remedy = 'Bring back what it leads to, or remove the link; what it held waits until then.';
  listing.problems.push(
    fileProblem(link, 'link-broken', severity, 'this link leads nowhere', remedy),
  );
  listing.unknown.push(link);
}

function followLink(link: Folder, listing: Listing, real: ReadonlySet<string>): void {
  const target = realpathSync(link.absolute);
  if (real.has(target)) {
    const message = 'this link leads to a folder that is listed already';
    listing.problems.push(
      fileProblem(link.path, 'folder-twice', 'warning', message, 'Remove the link.'),
    );
    return;
  }
  listFolder(link, listing);
}

function listFile(file: Folder, listing: Listing): void {
  const stat = statOf(file, listing);
  if (stat === 'nothing') isNotFound(file, listing);
  else if (stat !== undefined) addFile(file, stat, listing);
}

/** It was just removed, unless its name is no UTF-8: then it is listed under a name by which nobody finds it. */
function isNotFound({ path: file }: Folder, listing: Listing): void {
  if (!file.includes('\ufffd')) return;
  const message = 'the name of this file is not UTF-8, so it was not read';
  listing.problems.push(fileProblem(file, 'file-unreadable', 'error', message, 'Rename it.'));
  listing.unknown.push(file);
}

function addFile(file: Folder, stat: Stats, listing: Listing): void {
  if (!stat.isFile()) {
    const message = 'this is not an ordinary file, so it was not read';
    const remedy = 'Move it out of the folder of decks.';
    listing.problems.push(fileProblem(file.path, 'not-a-file', 'error', message, remedy));
    listing.unknown.push(file.path);
    return;
  }
  listing.files.push({ ...file, stat: fileStat(stat) });
}

/** Undefined, with a problem, where the file system does not tell. */
function statOf(place: Folder, listing: Listing): Stats | 'nothing' | undefined {
  try {
    return statSync(place.absolute, { throwIfNoEntry: false }) ?? 'nothing';
  } catch (failure) {
    giveUp(place.path, 'file-unreadable', failure, listing);
    return undefined;
  }
}

function giveUp(place: string, rule: string, failure: unknown, listing: Listing): void {
  listing.problems.push(unreadable(place, rule, failure));
  listing.unknown.push(place);
}

/** What the file system reported about `place`, as a problem of it; other failures fly. */
export function unreadable(place: string, rule: string, failure: unknown): Problem {
  const known = readable(failure, '');
  if (known === failure || !(known instanceof Error)) throw failure;
  const message = known.message.replace(/^: /, '');
  return fileProblem(
    place,
    rule,
    'error',
    message,
    'Bring it back or make it readable; its cards wait until then.',
  );
}

/** A problem of a whole file. */
export function fileProblem(
  file: string,
  rule: string,
  severity: Problem['severity'],
  message: string,
  remedy: string,
): Problem {
  return { file: file === '' ? '.' : file, line: 1, column: 1, rule, severity, message, remedy };
}

/** The parts of a stat that tell whether a file may have changed. */
export function fileStat(stat: Stats): FileStat {
  return { size: stat.size, modifiedMs: stat.mtimeMs, changedMs: stat.ctimeMs };
}

function isDeckName(name: string): boolean {
  return name.endsWith('.md');
}
