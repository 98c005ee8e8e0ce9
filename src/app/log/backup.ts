import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { TenetError } from '../../model/problem.ts';
import { appendEvents, eventsInOrder } from '../../store/events.ts';
import { backupPaths, newestBackupName } from '../../store/backup-names.ts';
import { copyDatabase } from '../../store/copy.ts';
import { fileTime } from '../../store/file-time.ts';
import { makeFolder } from '../../store/make-folder.ts';
import { openStore, type Store } from '../../store/open.ts';
import { salvagedEvents } from '../../store/salvage.ts';
import { syncFolder } from '../../store/sync.ts';
import { readable } from '../files.ts';
import type { Study } from './study.ts';

/** A verified copy of the database in a new file; the result is its path. */
export function backUpStore(store: Store, folder: string, nowMs: number, to?: string): string {
  try {
    return store.backUp(to === undefined ? backupPaths(folder, store.file, nowMs, 'asked') : [to]);
  } catch (failure) {
    throw readable(failure, to ?? folder);
  }
}

/** The newest backup of a database that got its name here; null where there is none. */
export function newestBackup(folder: string, database: string): string | null {
  if (!existsSync(folder)) return null;
  const newest = newestBackupName(readdirSync(folder), database);
  return newest === null ? null : path.join(folder, newest);
}

/**
 * Brings what a backup holds back into a sound database: the events that it lacks come, and none that it has
 * goes, so that no answer is ever lost. The result is how many came.
 */
export function restoreInto(study: Study, backup: string, nowMs: number): number {
  const copy = soundCopy(backup, path.dirname(study.store.file));
  try {
    // A backup may be of an older version: the copy is brought up to date, never the backup itself.
    const store = openStore(copy, { nowMs });
    try {
      return study.takeIn(eventsInOrder(store)).added;
    } finally {
      store.close();
    }
  } finally {
    forget(copy);
  }
}

/**
 * Puts a backup in place of a database that is damaged or gone. What was there is kept beside it; the result
 * is its new name, or null when nothing was there. No tenet may have the database open.
 */
export function replaceDatabase(database: string, backup: string, nowMs: number): string | null {
  refuseUnfit(backup);
  const folder = path.dirname(database);
  try {
    makeFolder(folder, 0o700);
    const copy = soundCopy(backup, folder);
    try {
      const aside = setAside(database, nowMs);
      renameSync(copy, database);
      syncFolder(folder);
      return aside;
    } finally {
      forget(copy);
    }
  } catch (failure) {
    throw readable(failure, database);
  }
}

/**
 * Makes a new database of the events that can still be read from a damaged one, which is kept beside it
 * under the name that comes back. No tenet may have it open. The cache is made anew at the next start.
 */
export function salvageDatabase(
  database: string,
  nowMs: number,
  progress?: (found: number) => void,
): { readonly saved: number; readonly aside: string | null } {
  const events = salvagedEvents(database, progress);
  const fresh = temporaryIn(path.dirname(database));
  try {
    const store = openStore(fresh, { nowMs });
    try {
      appendEvents(store, [...events.values()]);
    } finally {
      store.close();
    }
    const aside = setAside(database, nowMs);
    renameSync(fresh, database);
    syncFolder(path.dirname(database));
    return { saved: events.size, aside };
  } finally {
    forget(fresh);
  }
}

function forget(temporary: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(temporary + suffix, { force: true });
}

/** Moves a database with what SQLite keeps beside it: a log that belongs to another file would destroy this one. */
function setAside(database: string, nowMs: number): string | null {
  const aside = freeName(`${database}.damaged-${fileTime(nowMs)}`);
  const present = ['', '-wal', '-shm'].filter((suffix) => existsSync(database + suffix));
  for (const suffix of present) renameSync(database + suffix, aside + suffix);
  return present.length === 0 ? null : aside;
}

function freeName(name: string): string {
  let free = name;
  for (let count = 2; existsSync(free) || existsSync(`${free}-wal`); count += 1)
    free = `${name}-${count}`;
  return free;
}

/** A copy of a backup in a folder, everything in it that the backup holds. */
function soundCopy(backup: string, folder: string): string {
  refuseUnfit(backup);
  const copy = temporaryIn(folder);
  try {
    const finding = copyDatabase(backup, copy);
    if (finding.state === 'sound') return copy;
    throw new TenetError(`${backup}: this backup is damaged (${finding.reason})`, {
      hint: 'Take another one; nothing was changed.',
    });
  } catch (failure) {
    forget(copy);
    throw readable(failure, isOfTarget(failure) ? folder : backup);
  }
}

/** The backup can be read: what is refused after that is refused where the copy goes. */
function isOfTarget(failure: unknown): boolean {
  const code = (failure as NodeJS.ErrnoException).code ?? '';
  return ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'].includes(code);
}

function refuseUnfit(backup: string): void {
  const hint = 'Name a file that "tenet backup" made.';
  try {
    const stat = statSync(backup, { throwIfNoEntry: false });
    if (stat === undefined) throw new TenetError(`${backup}: there is no such file`, { hint });
    if (stat.isDirectory())
      throw new TenetError(`${backup}: this is a folder, not a backup`, { hint, exitCode: 2 });
    if (!stat.isFile())
      throw new TenetError(`${backup}: this is not an ordinary file`, { hint, exitCode: 2 });
    accessSync(backup, constants.R_OK);
  } catch (failure) {
    throw readable(failure, backup);
  }
}

function temporaryIn(folder: string): string {
  return path.join(folder, `.restore-${randomBytes(6).toString('hex')}.db`);
}
