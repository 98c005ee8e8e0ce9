import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { TenetError } from '../model/problem.ts';
import { giveName } from './give-name.ts';
import { inspectDatabase } from './inspect.ts';
import { makeFolder } from './make-folder.ts';
import { syncFile, syncFolder } from './sync.ts';

/**
 * Copies the whole database into a new file under the first of these paths that is free, all of one folder,
 * and reads the copy back before giving it its name, which comes back. Throws `TenetError` when none is free
 * or the copy is not sound.
 */
export function backUp(db: Database.Database, paths: Iterable<string>): string {
  let taken = '';
  let unfinished: string | null = null;
  try {
    for (const to of paths) {
      taken = to;
      if (existsSync(to)) continue;
      unfinished ??= verifiedCopy(db, to);
      if (!giveName(unfinished, to)) continue;
      syncFolder(path.dirname(to));
      return to;
    }
  } finally {
    if (unfinished !== null) rmSync(unfinished, { force: true });
  }
  throw new TenetError(`${taken}: this file exists already`, { hint: 'Name another file.' });
}

/** A sound copy that is on the disk, beside its place. */
function verifiedCopy(db: Database.Database, to: string): string {
  makeFolder(path.dirname(to), 0o700);
  const unfinished = `${to}.${randomBytes(6).toString('hex')}.part`;
  try {
    db.prepare('VACUUM INTO ?').run(unfinished);
    const finding = inspectDatabase(unfinished);
    if (finding.state === 'damaged')
      throw new TenetError(`${to}: the backup could not be read back (${finding.reason})`, {
        hint: 'Check the disk; the database itself was not touched.',
      });
    syncFile(unfinished);
    return unfinished;
  } catch (failure) {
    rmSync(unfinished, { force: true });
    throw failure;
  }
}
