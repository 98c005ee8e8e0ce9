import type Database from 'better-sqlite3';
import { TenetError } from '../model/problem.ts';
import { migrations, type Migration } from './migrations.ts';

/** "tene" in ASCII, in the header of every database of ours. */
const applicationId = 0x74656e65;

/** The names of the steps that were applied, or null for a file without any table. Only reads. */
function appliedSteps(db: Database.Database, file: string): readonly string[] | null {
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (tables === 0) return null;
  if (db.pragma('application_id', { simple: true }) !== applicationId) {
    throw new TenetError(`${file}: this is a database of another program`, {
      hint: 'Name another file with --db; "tenet import" takes in what hashcards and repeater keep.',
    });
  }
  return db.prepare<[], string>('SELECT name FROM migration').pluck().all();
}

/** What opening this database would have to do first: `new` is a file without any table. Only reads. */
export function pendingMigrations(
  db: Database.Database,
  file: string,
): { readonly new: boolean; readonly steps: readonly Migration[] } {
  const applied = appliedSteps(db, file);
  if (applied === null) return { new: true, steps: migrations };
  const known = new Set(migrations.map(({ name }) => name));
  const foreign = applied.filter((name) => !known.has(name));
  if (foreign.length > 0) {
    throw new TenetError(
      `${file}: a newer tenet has changed this database (${foreign.join(', ')})`,
      {
        hint: 'Use that version or a newer one; this one leaves the file as it is.',
      },
    );
  }
  const done = new Set(applied);
  return { new: false, steps: migrations.filter(({ name }) => !done.has(name)) };
}

/** Applies one step together with its record, unless another process was faster. */
function applyStep(db: Database.Database, step: Migration, nowMs: number): void {
  db.transaction(() => {
    const recorded = db.prepare('SELECT 1 FROM migration WHERE name = ?').get(step.name);
    if (recorded !== undefined) return;
    db.exec(step.sql);
    db.prepare('INSERT INTO migration (name, at) VALUES (?, ?)').run(step.name, nowMs);
  }).immediate();
}

/** Brings the database up to date, a transaction a step. */
export function migrate(db: Database.Database, steps: readonly Migration[], nowMs: number): void {
  db.transaction(() => {
    db.pragma(`application_id = ${applicationId}`);
    db.exec(
      'CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL) STRICT',
    );
  }).immediate();
  for (const step of steps) applyStep(db, step, nowMs);
}
