import type Database from 'better-sqlite3';

/** Every transaction of this connection is on the disk when it returns. */
export function makeDurable(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  // macOS answers fsync before the disk has written; F_FULLFSYNC waits. Elsewhere these do nothing.
  db.pragma('fullfsync = ON');
  db.pragma('checkpoint_fullfsync = ON');
}
