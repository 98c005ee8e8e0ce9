import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { TenetError } from '../model/problem.ts';
import { syncFile, syncFolder } from './sync.ts';

/**
 * Copies the whole database into the new file `to` and reads the copy back before giving it its name.
 * Throws `TenetError` when `to` exists or the copy is not sound.
 */
export function backUp(db: Database.Database, to: string): void {
  if (existsSync(to)) {
    throw new TenetError(`${to}: this file exists already`, { hint: 'Name another file.' });
  }
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
  const unfinished = `${to}.part`;
  rmSync(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run(unfinished);
  const complaint = complaintAbout(unfinished);
  if (complaint !== undefined) {
    rmSync(unfinished, { force: true });
    throw new TenetError(`${to}: the backup could not be read back (${complaint})`, {
      hint: 'Check the disk; the database itself was not touched.',
    });
  }
  syncFile(unfinished);
  renameSync(unfinished, to);
  syncFolder(path.dirname(to));
}

/** What is wrong with a database file that nobody has open, or undefined when it is sound. Only reads. */
export function complaintAbout(file: string): string | undefined {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    const answer = String(db.pragma('quick_check(1)', { simple: true }));
    return answer === 'ok' ? undefined : answer;
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure);
  } finally {
    db?.close();
  }
}
