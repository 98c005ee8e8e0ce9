import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  backUpStore,
  newestBackup,
  replaceDatabase,
  restoreInto,
  salvageDatabase,
} from '../../../src/app/log/backup.ts';
import { databaseState } from '../../../src/app/log/database-state.ts';
import { Study } from '../../../src/app/log/study.ts';
import { defaultSettings } from '../../../src/model/settings.ts';
import { countEvents } from '../../../src/store/events.ts';
import { openStore } from '../../../src/store/open.ts';
import { good, key, nowMs } from '../../store/sample-events.ts';

let folder: string;
let file: string;
let backups: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet-backup-'));
  file = path.join(folder, 'cards.db');
  backups = path.join(folder, 'backups');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(): Study {
  const store = openStore(file, { nowMs });
  return new Study({ store, clock: { now: () => nowMs }, settings: defaultSettings });
}

const copiesIn = (place: string) =>
  readdirSync(place).filter((name) => name.startsWith('.restore'));

const answer = (study: Study, card: string) => study.record([{ card: key(card), body: good }]);

describe('a backup', () => {
  it('is a database of its own with everything in it, named after its time', () => {
    const study = open();
    answer(study, 'card-a');
    const copy = backUpStore(study.store, backups, nowMs);
    expect(path.basename(copy)).toBe('cards-20261120T090000Z.db');
    study.store.close();
    const restored = openStore(copy, { nowMs });
    expect(countEvents(restored)).toBe(1);
    restored.close();
    expect(readdirSync(backups)).toEqual(['cards-20261120T090000Z.db']);
  });

  it('is found again, the newest of a database', () => {
    expect(newestBackup(backups, file)).toBeNull();
    const study = open();
    backUpStore(study.store, backups, nowMs);
    for (let count = 2; count <= 10; count += 1) backUpStore(study.store, backups, nowMs + 1000);
    const newest = backUpStore(study.store, backups, nowMs + 1000);
    study.store.close();
    expect(path.basename(newest)).toBe('cards-20261120T090001Z-10.db');
    expect(newestBackup(backups, file)).toBe(newest);
  });

  it('of another database is none of this one, though its name begins alike', () => {
    mkdirSync(backups);
    for (const name of [
      'other-20271120T090000Z.db',
      'cards-of-geology-20271120T090000Z.db',
      'cards-20271120T090000Z-20271120T090000Z.db',
      'cards-notes.db',
      'cards-20271120T090000Z.db.part',
    ])
      writeFileSync(path.join(backups, name), '');
    expect(newestBackup(backups, file)).toBeNull();
    const upgraded = path.join(backups, 'cards-20261120T090000Z-before-upgrade.db');
    writeFileSync(upgraded, '');
    expect(newestBackup(backups, file)).toBe(upgraded);
    const asked = path.join(backups, 'cards-20261120T090000Z.db');
    writeFileSync(asked, '');
    expect(newestBackup(backups, file)).toBe(asked);
  });

  it('gets a name of its own when there is one of this second already', () => {
    const study = open();
    const made = [1, 2, 3].map(() => backUpStore(study.store, backups, nowMs));
    expect(made.map((each) => path.basename(each))).toEqual([
      'cards-20261120T090000Z.db',
      'cards-20261120T090000Z-2.db',
      'cards-20261120T090000Z-3.db',
    ]);
    expect(readdirSync(backups)).toHaveLength(3);
    study.store.close();
  });

  it('never takes the place of a file that somebody named, nor of an unfinished backup', () => {
    const study = open();
    const thesis = path.join(folder, 'thesis');
    writeFileSync(thesis, 'years of work');
    writeFileSync(`${thesis}-2.part`, 'half a copy of another process');
    expect(() => backUpStore(study.store, backups, nowMs, thesis)).toThrow(
      `${thesis}: this file exists already`,
    );
    expect(backUpStore(study.store, backups, nowMs, `${thesis}-2`)).toBe(`${thesis}-2`);
    study.store.close();
    expect(readFileSync(thesis, 'utf8')).toBe('years of work');
    expect(readFileSync(`${thesis}-2.part`, 'utf8')).toBe('half a copy of another process');
    expect(readdirSync(folder).sort()).toEqual(['cards.db', 'thesis', 'thesis-2', 'thesis-2.part']);
  });
});

describe('restoring', () => {
  it('into a sound database adds what is missing and takes nothing away', () => {
    const study = open();
    const [first] = answer(study, 'card-a');
    const copy = backUpStore(study.store, backups, nowMs);
    answer(study, 'card-b');
    study.store.run('DELETE FROM event WHERE id = ?', first?.id ?? '');
    expect(restoreInto(study, copy, nowMs)).toBe(1);
    expect(restoreInto(study, copy, nowMs)).toBe(0);
    expect([...study.standings().keys()]).toEqual(['card-a', 'card-b']);
    study.store.close();
    expect(readdirSync(backups)).toHaveLength(1);
  });

  it('puts the backup in place of a damaged database and keeps that beside it', () => {
    const study = open();
    answer(study, 'card-a');
    const copy = backUpStore(study.store, backups, nowMs);
    study.store.close();
    writeFileSync(file, 'damaged');
    writeFileSync(`${file}-wal`, 'log of the damaged one');
    const aside = replaceDatabase(file, copy, nowMs);
    expect(aside).toBe(`${file}.damaged-20261120T090000Z`);
    expect(readFileSync(aside ?? '', 'utf8')).toBe('damaged');
    expect(readFileSync(`${aside}-wal`, 'utf8')).toBe('log of the damaged one');
    const again = open();
    expect([...again.standings().keys()]).toEqual(['card-a']);
    again.store.close();
  });

  it('keeps every damaged database, those of one second too', () => {
    const study = open();
    const copy = backUpStore(study.store, backups, nowMs);
    study.store.close();
    const kept = ['first', 'second'].map((damaged) => {
      writeFileSync(file, damaged);
      return replaceDatabase(file, copy, nowMs) ?? '';
    });
    expect(kept.map((each) => readFileSync(each, 'utf8'))).toEqual(['first', 'second']);
  });

  it('makes a database where none is', () => {
    const study = open();
    const copy = backUpStore(study.store, backups, nowMs);
    study.store.close();
    file = path.join(folder, 'new', 'cards.db');
    expect(replaceDatabase(file, copy, nowMs)).toBeNull();
    expect(readdirSync(path.dirname(file))).toEqual(['cards.db']);
  });

  it('brings back what a tenet that was killed had only written to the log beside its database', () => {
    open().store.close();
    const study = open();
    for (const card of ['card-a', 'card-b', 'card-c']) answer(study, card);
    const killed = path.join(folder, 'killed.db');
    for (const end of ['', '-wal']) copyFileSync(file + end, killed + end);
    study.store.close();
    const log = readFileSync(`${killed}-wal`);

    file = path.join(folder, 'sound.db');
    const sound = open();
    expect(restoreInto(sound, killed, nowMs)).toBe(3);
    sound.store.close();
    file = path.join(folder, 'damaged.db');
    writeFileSync(file, 'damaged');
    replaceDatabase(file, killed, nowMs);
    const again = open();
    expect([...again.standings().keys()]).toEqual(['card-a', 'card-b', 'card-c']);
    again.store.close();
    expect(readFileSync(`${killed}-wal`).equals(log)).toBe(true);
    expect(copiesIn(folder)).toEqual([]);
  });

  it('needs only to read the backup: what it puts in place can be written to, by its owner alone', () => {
    const study = open();
    answer(study, 'card-a');
    const copy = backUpStore(study.store, backups, nowMs);
    chmodSync(copy, 0o444);
    chmodSync(backups, 0o555);
    expect(restoreInto(study, copy, nowMs)).toBe(0);
    study.store.close();
    file = path.join(folder, 'new.db');
    replaceDatabase(file, copy, nowMs);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = open();
    answer(again, 'card-b');
    again.store.close();
    expect([...copiesIn(folder), ...copiesIn(backups)]).toEqual([]);
    chmodSync(backups, 0o755);
  });

  it('copies the backup beside the database, not where the backup lies', () => {
    const study = open();
    const copy = backUpStore(study.store, backups, nowMs);
    const time = new Date(nowMs - 60_000);
    utimesSync(backups, time, time);
    restoreInto(study, copy, nowMs);
    expect(statSync(backups).mtime).toEqual(time);
    study.store.close();
  });

  it('refuses what is no sound backup, and leaves the database as it is', () => {
    const study = open();
    answer(study, 'card-a');
    const copy = backUpStore(study.store, backups, nowMs);
    writeFileSync(copy, readFileSync(copy).subarray(0, 9000));
    expect(() => restoreInto(study, copy, nowMs)).toThrow('this backup is damaged');
    expect(() => replaceDatabase(file, copy, nowMs)).toThrow('this backup is damaged');
    expect(() => restoreInto(study, path.join(folder, 'missing'), nowMs)).toThrow(
      'there is no such file',
    );
    writeFileSync(copy, '');
    expect(() => restoreInto(study, copy, nowMs)).toThrow(
      `${copy}: this backup is damaged (it is empty)`,
    );
    const other = new Database(path.join(folder, 'other.db'));
    other.exec('CREATE TABLE reviews (card TEXT)');
    other.close();
    expect(() => restoreInto(study, path.join(folder, 'other.db'), nowMs)).toThrow(
      `${path.join(folder, 'other.db')}: this is a database of another program`,
    );
    expect(copiesIn(folder)).toEqual([]);
    expect(countEvents(study.store)).toBe(1);
    study.store.close();
  });
});

describe('salvaging', () => {
  it('makes a new database of what a damaged one still holds, and keeps that beside it', () => {
    const study = open();
    const cards = Array.from({ length: 900 }, (_, index) => `card-${index}`);
    study.record(cards.map((card) => ({ card: key(card), body: good })));
    study.store.close();
    const bytes = readFileSync(file);
    bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 12_288);
    writeFileSync(file, bytes);

    const { saved, aside } = salvageDatabase(file, nowMs);
    expect(saved).toBeGreaterThan(450);
    expect(readFileSync(aside ?? '').equals(bytes)).toBe(true);
    const again = open();
    expect(countEvents(again.store)).toBe(saved);
    expect(again.standings().size).toBe(saved);
    expect([...again.standings().values()].every(({ schedule }) => schedule.state !== 'new')).toBe(
      true,
    );
    again.store.close();
    expect(databaseState(file)).toBe('sound');
  });

  it('gives up on what is no database, and leaves it as it is', () => {
    writeFileSync(file, 'no database at all, whatever its name says'.repeat(50));
    expect(() => salvageDatabase(file, nowMs)).toThrow('this is not a database of tenet');
    expect(readdirSync(folder)).toEqual(['cards.db']);
  });
});

describe('what is at the place of a database', () => {
  it('is sound, damaged, or nothing', () => {
    expect(databaseState(file)).toBe('absent');
    open().store.close();
    expect(databaseState(file)).toBe('sound');
    writeFileSync(file, readFileSync(file).subarray(0, 20_000));
    expect(databaseState(file)).toBe('damaged');
    rmSync(file);
    writeFileSync(`${file}-wal`, 'what was written last');
    expect(databaseState(file)).toBe('damaged');
    rmSync(`${file}-wal`);
    writeFileSync(file, 'no database at all, whatever its name says'.repeat(50));
    expect(databaseState(file)).toBe('damaged');
  });

  it('is no damage when it is the database of another program', () => {
    const other = new Database(file);
    other.exec('CREATE TABLE reviews (card TEXT)');
    other.close();
    expect(() => databaseState(file)).toThrow('this is a database of another program');
  });
});
