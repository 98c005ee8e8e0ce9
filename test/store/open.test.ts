import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TenetError } from '../../src/model/problem.ts';
import { appendEvents, countEvents, eventsInOrder } from '../../src/store/events.ts';
import { migrations } from '../../src/store/migrations.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { event, good, nowMs } from './sample-events.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet-store-'));
  file = path.join(folder, 'cards.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function withStore<Result>(work: (store: Store) => Result, patienceMs = 20): Result {
  const store = openStore(file, { nowMs, backups: path.join(folder, 'backups'), patienceMs });
  try {
    return work(store);
  } finally {
    store.close();
  }
}

function edit(sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}

function failureOf(work: () => unknown): TenetError {
  try {
    work();
  } catch (failure) {
    if (failure instanceof TenetError) return failure;
    throw failure;
  }
  throw new Error('nothing failed');
}

describe('opening a database', () => {
  it('makes the file and its folder, and finds everything there again', () => {
    file = path.join(folder, 'new', 'deeper', 'cards.db');
    withStore((store) => appendEvents(store, [event('e1', good)]));
    withStore((store) => expect([...eventsInOrder(store)]).toEqual([event('e1', good)]));
    expect(readdirSync(path.dirname(file))).toEqual(['cards.db']);
  });

  it('writes every transaction to the disk before it returns', () => {
    withStore((store) => {
      expect(store.pragma('journal_mode')).toBe('wal');
      expect(store.pragma('synchronous')).toBe(2);
      expect(store.pragma('fullfsync')).toBe(1);
    });
  });

  it('writes nothing when there is nothing to bring up to date', () => {
    withStore(() => undefined);
    const before = readFileSync(file);
    withStore(countEvents);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['cards.db']);
  });

  it('makes a backup, once, before an existing database is brought up to date', () => {
    edit(`PRAGMA application_id = ${0x74656e65};
      CREATE TABLE migration (name TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL) STRICT;
      CREATE TABLE old_table (a)`);
    withStore((store) => expect(countEvents(store)).toBe(0));
    withStore(() => undefined);
    const backups = readdirSync(path.join(folder, 'backups'));
    expect(backups).toEqual(['cards-20261120T090000Z-before-upgrade.db']);
    const copy = new Database(path.join(folder, 'backups', backups[0] ?? ''), { readonly: true });
    expect(
      copy.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all(),
    ).toEqual(['migration', 'old_table']);
    copy.close();
  });

  it('makes its backup beside that of another tenet that began in the same second', () => {
    edit(`PRAGMA application_id = ${0x74656e65};
      CREATE TABLE migration (name TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL) STRICT`);
    const backups = path.join(folder, 'backups');
    const theirs = path.join(backups, 'cards-20261120T090000Z-before-upgrade.db');
    mkdirSync(backups);
    for (const end of ['', '.part']) writeFileSync(theirs + end, 'theirs');
    withStore((store) => expect(countEvents(store)).toBe(0));
    expect(readdirSync(backups).sort()).toEqual([
      'cards-20261120T090000Z-before-upgrade-2.db',
      'cards-20261120T090000Z-before-upgrade.db',
      'cards-20261120T090000Z-before-upgrade.db.part',
    ]);
    for (const end of ['', '.part']) expect(readFileSync(theirs + end, 'utf8')).toBe('theirs');
  });

  it('applies a step and its record together or not at all', () => {
    edit(`PRAGMA application_id = ${0x74656e65};
      CREATE TABLE migration (name TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL) STRICT;
      CREATE TABLE outbox (in_the_way)`);
    expect(() => withStore(() => undefined)).toThrow(/outbox already exists/);
    const db = new Database(file, { readonly: true });
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'event'").all()).toEqual([]);
    expect(db.prepare('SELECT name FROM migration').all()).toEqual([]);
    db.close();
  });

  it('records the steps that were applied, in their order', () => {
    withStore((store) =>
      expect(store.rows('SELECT name, at FROM migration ORDER BY rowid')).toEqual(
        migrations.map(({ name }) => [name, nowMs]),
      ),
    );
  });
});

describe('a database that cannot be used', () => {
  it('of a newer version is left as it is', () => {
    withStore(() => undefined);
    edit("INSERT INTO migration VALUES ('future-things', 0)");
    const before = readFileSync(file);
    const failure = failureOf(() => withStore(() => undefined));
    expect(failure.message).toBe(
      `${file}: a newer tenet has changed this database (future-things)`,
    );
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('of another program is left as it is', () => {
    edit('CREATE TABLE reviews (card TEXT)');
    const before = readFileSync(file);
    expect(failureOf(() => withStore(() => undefined)).message).toBe(
      `${file}: this is a database of another program`,
    );
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is a text, a folder, or in a place where no folder can be', () => {
    writeFileSync(file, '# Not a database\n'.repeat(100));
    expect(failureOf(() => withStore(() => undefined)).message).toContain(
      'not a database of tenet',
    );
    expect(readFileSync(file, 'utf8')).toBe('# Not a database\n'.repeat(100));

    file = path.join(folder, 'folder');
    mkdirSync(file);
    expect(failureOf(() => withStore(() => undefined))).toMatchObject({ exitCode: 2 });

    file = path.join(folder, 'cards.db', 'below', 'cards.db');
    expect(failureOf(() => withStore(() => undefined)).message).toContain(file);
  });

  it('is locked by another tenet: what was saved stays, reading goes on', () => {
    withStore((store) => {
      appendEvents(store, [event('e1', good)]);
      const other = new Database(file);
      other.exec('BEGIN IMMEDIATE');
      withStore((second) => {
        expect(countEvents(second)).toBe(1);
        const failure = failureOf(() => appendEvents(second, [event('e2', good)]));
        expect(failure.message).toBe(
          `${file}: another tenet is writing to this database and has not finished`,
        );
        other.exec('ROLLBACK');
        appendEvents(second, [event('e2', good)]);
      });
      other.close();
      expect(countEvents(store)).toBe(2);
    });
  });

  it('is on a full disk: the answer is refused, the ones before it are there', () => {
    withStore((store) => {
      appendEvents(store, [event('e1', good)]);
      store.pragma(`max_page_count = ${String(store.pragma('page_count'))}`);
      const many = Array.from({ length: 500 }, (_, index) => event(`f${index}`, good));
      expect(failureOf(() => appendEvents(store, many)).message).toBe(
        `${file}: the disk is full, so this was not saved`,
      );
      expect(countEvents(store)).toBe(1);
    });
    withStore((store) => expect(countEvents(store)).toBe(1));
  });

  it('may not be written to: that is said, and it can still be read', () => {
    withStore((store) => {
      appendEvents(store, [event('e1', good)]);
      store.pragma('query_only = ON');
      const failure = failureOf(() => appendEvents(store, [event('e2', good)]));
      expect(failure.message).toBe(`${file}: the database cannot be written to`);
      expect(countEvents(store)).toBe(1);
    });
  });

  it('is cut off anywhere: one clear failure, and the file stays as it is', () => {
    withStore((store) =>
      appendEvents(
        store,
        Array.from({ length: 400 }, (_, index) => event(`e${index}`, good)),
      ),
    );
    const whole = readFileSync(file);
    for (let length = whole.length - 1; length > 0; length -= 4099) {
      writeFileSync(file, whole);
      truncateSync(file, length);
      const failure = failureOf(() => withStore((store) => [...eventsInOrder(store)]));
      expect(failure.message).toMatch(/damaged|not a database of tenet/);
      expect(readFileSync(file).equals(whole.subarray(0, length))).toBe(true);
    }
  });

  it('is empty while its log is not: nothing is thrown away', () => {
    writeFileSync(file, '');
    writeFileSync(`${file}-wal`, 'frames');
    expect(failureOf(() => withStore(() => undefined)).message).toContain('damaged');
    expect(readFileSync(`${file}-wal`, 'utf8')).toBe('frames');
  });

  it('is gone while its log is not: no new one is begun under it', () => {
    writeFileSync(`${file}-wal`, 'frames');
    expect(failureOf(() => withStore(() => undefined)).message).toContain('only its log is left');
    expect(readdirSync(folder)).toEqual(['cards.db-wal']);
  });

  it('has a broken page: reading it says so', () => {
    withStore((store) =>
      appendEvents(
        store,
        Array.from({ length: 2000 }, (_, index) => event(`e${index}`, good)),
      ),
    );
    const bytes = readFileSync(file);
    bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 40_960);
    writeFileSync(file, bytes);
    expect(failureOf(() => withStore((store) => [...eventsInOrder(store)])).message).toBe(
      `${file}: the database is damaged`,
    );
  });
});
