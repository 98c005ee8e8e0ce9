import { rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { makeDurable } from './durable.ts';
import { giveName } from './give-name.ts';
import { makeFolder } from './make-folder.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { syncFolder } from './sync.ts';

/**
 * A new database under `file`, there whole or not at all: whoever is stopped while making it leaves no
 * empty file that looks like a lost one. When another process made it meanwhile, that one stands.
 */
export function createDatabase(file: string, nowMs: number): void {
  const folder = path.dirname(file);
  makeFolder(folder, 0o700);
  const unfinished = `${file}.new-${process.pid}`;
  forget(unfinished);
  try {
    const db = new Database(unfinished);
    try {
      makeDurable(db);
      migrate(db, migrations, nowMs);
    } finally {
      // The last to close writes its log into the file and removes it.
      db.close();
    }
    giveName(unfinished, file);
    syncFolder(folder);
  } finally {
    forget(unfinished);
  }
}

function forget(unfinished: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true });
}
