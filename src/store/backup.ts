import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { TenetError } from '../model/problem.ts';
import { inspectDatabase } from './inspect.ts';
import { makeFolder } from './make-folder.ts';
import { syncFile, syncFolder } from './sync.ts';

/**
 * Copies the whole database into the new file `to` and reads the copy back before giving it its name.
 * Throws `TenetError` when `to` exists or the copy is not sound.
 */
export function backUp(db: Database.Database, to: string): void {
  if (existsSync(to)) {
    throw new TenetError(`${to}: this file exists already`, { hint: 'Name another file.' });
  }
  makeFolder(path.dirname(to), 0o700);
  const unfinished = `${to}.part`;
  rmSync(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run(unfinished);
  const finding = inspectDatabase(unfinished);
  if (finding.state === 'damaged') {
    rmSync(unfinished, { force: true });
    throw new TenetError(`${to}: the backup could not be read back (${finding.reason})`, {
      hint: 'Check the disk; the database itself was not touched.',
    });
  }
  syncFile(unfinished);
  renameSync(unfinished, to);
  syncFolder(path.dirname(to));
}
