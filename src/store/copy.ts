import { chmodSync, closeSync, copyFileSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { explained } from './failures.ts';
import { type Finding, inspectDatabase } from './inspect.ts';
import { hasLog } from './soundness.ts';
import { syncFile } from './sync.ts';

/**
 * Copies a whole database into the new file `to`, for its owner alone, on the disk when this returns; the
 * result is what reading it through finds. What was written last may be in the log beside the original:
 * SQLite puts the two together. Where there is no log the original may lie where nothing can be written.
 */
export function copyDatabase(from: string, to: string): Finding {
  if (hasLog(from)) {
    // A damaged index would be sound in the copy, which leaves out what is lost.
    const finding = inspectDatabase(from);
    if (finding.state === 'damaged') return finding;
    copyWithLog(from, to);
  } else {
    copyFileSync(from, to);
    chmodSync(to, 0o600);
  }
  syncFile(to);
  return inspectDatabase(to, from);
}

function copyWithLog(from: string, to: string): void {
  // SQLite fills an empty file, whose mode then stays.
  closeSync(openSync(to, 'wx', 0o600));
  const db = new Database(from, { readonly: true, fileMustExist: true });
  try {
    db.prepare('VACUUM INTO ?').run(to);
  } catch (failure) {
    throw explained(failure, from);
  } finally {
    db.close();
  }
}
