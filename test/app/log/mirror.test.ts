import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Mirror } from '../../../src/app/log/mirror.ts';
import { Study } from '../../../src/app/log/study.ts';
import { defaultSettings } from '../../../src/model/settings.ts';
import { countEvents } from '../../../src/store/events.ts';
import { openStore, type Store } from '../../../src/store/open.ts';
import { good, key, nowMs } from '../../store/sample-events.ts';
import { syncedBy } from '../../store/synced.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet-mirror-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const memory = (): Store => openStore(':memory:', { nowMs });

/** A machine that has just started, with its database. */
function start(host: string, store: Store = memory()) {
  const random = (count: number) => new Uint8Array(count).fill(host.length);
  const mirror = new Mirror({ store, folder, collectionId: 'abcd', host, random });
  const clock = { now: () => nowMs };
  const study = new Study({ store, clock, settings: defaultSettings, random, listener: mirror });
  const news = mirror.sync(study);
  return { mirror, study, store, news };
}

const answer = { card: key('card-a'), body: good };
const fileOf = (host: string): string => {
  const name = readdirSync(folder).find((each) => each.startsWith(`abcd.${host}-`));
  return path.join(folder, name ?? 'missing');
};
const linesIn = (host: string): number => readFileSync(fileOf(host), 'utf8').split('\n').length - 1;

describe('the mirror', () => {
  it('holds each answer as soon as it is given', () => {
    const { study } = start('desk');
    study.record([answer]);
    expect(linesIn('desk')).toBe(1);
    study.record([answer]);
    expect(linesIn('desk')).toBe(2);
  });

  it('carries answers between two machines, each writing to its own file', () => {
    const desk = start('desk');
    desk.study.record([answer]);
    const laptop = start('my laptop');
    expect(laptop.news).toEqual({ added: 1, skipped: 0 });
    laptop.study.record([{ ...answer, card: key('card-b') }]);
    desk.mirror.close();
    expect(start('desk', desk.store).news).toEqual({ added: 1, skipped: 0 });
    expect(desk.study.standings()).toEqual(laptop.study.standings());
    expect(readdirSync(folder)).toHaveLength(2);
    expect(linesIn('desk')).toBe(1);
  });

  it('reads only what is new in the files of the others', () => {
    const desk = start('desk');
    desk.study.record([answer]);
    const laptop = start('laptop');
    expect(start('laptop', laptop.store).news.added).toBe(0);
    desk.study.record([answer]);
    const before = readFileSync(fileOf('desk'), 'utf8').split('\n');
    expect(start('laptop', laptop.store).news.added).toBe(1);
    writeFileSync(fileOf('desk'), before.toReversed().join('\n').trimStart());
    appendFileSync(fileOf('desk'), '\n');
    expect(start('laptop', laptop.store).news).toEqual({ added: 0, skipped: 0 });
    expect(countEvents(laptop.store)).toBe(2);
  });

  it('writes the whole log when it is set up, what was imported too', () => {
    const { study, store } = start('desk');
    study.record([answer, answer]);
    rmSync(fileOf('desk'));
    study.record([answer]);
    start('desk', store);
    expect(linesIn('desk')).toBe(3);
    const other = new Study({
      store: memory(),
      clock: { now: () => nowMs },
      settings: defaultSettings,
    });
    const elsewhere = other.record([{ ...answer, card: key('card-c') }]);
    start('desk', store).study.takeIn(elsewhere);
    start('desk', store);
    expect(linesIn('desk')).toBe(4);
  });

  it('lets study go on when the folder is away, and catches up when it is back', () => {
    const { study, store, mirror } = start('desk');
    study.record([answer]);
    rmSync(folder, { recursive: true });
    study.record([answer]);
    const again = start('desk', store);
    expect(again.mirror.problem?.message).toContain('the folder of the mirror is not there');
    again.study.record([answer]);
    expect(again.mirror.problem?.message).toContain('the folder of the mirror is not there');
    expect(countEvents(store)).toBe(3);
    mkdirSync(folder);
    mirror.sync(study);
    expect(mirror.problem).toBeNull();
    expect(linesIn('desk')).toBe(3);
  });

  it('leaves a torn line out, and neither glues the next one to it nor loses the event', () => {
    const desk = start('desk');
    desk.study.record([answer]);
    const whole = readFileSync(fileOf('desk'), 'utf8');
    writeFileSync(fileOf('desk'), whole.slice(0, 40));
    const laptop = start('laptop');
    expect(laptop.news).toEqual({ added: 0, skipped: 0 });
    start('desk', desk.store);
    expect(start('laptop', laptop.store).news).toEqual({ added: 1, skipped: 1 });
  });

  it('never continues a line that was only half written: the answer after it reaches the others', () => {
    const desk = start('desk');
    desk.study.record([answer]);
    const whole = readFileSync(fileOf('desk'), 'utf8');
    appendFileSync(fileOf('desk'), whole.slice(0, 40));
    desk.study.record([answer]);
    expect(start('laptop').news).toEqual({ added: 2, skipped: 1 });
  });

  it('keeps what a power cut takes from the file, however many answers followed', () => {
    const { study, store } = start('desk');
    for (let count = 0; count < 3; count += 1) study.record([answer]);
    writeFileSync(fileOf('desk'), '');
    start('desk', store);
    expect(start('laptop').news).toEqual({ added: 3, skipped: 0 });
  });

  it('waits for the disk when it ends, not while answers are given', async () => {
    const { study, mirror } = start('desk');
    expect(await syncedBy(() => study.record([answer]))).toEqual([]);
    expect(await syncedBy(() => mirror.close())).toEqual([statSync(fileOf('desk')).ino]);
    expect(await syncedBy(() => mirror.close())).toEqual([]);
  });

  it('writes nothing twice when it ends well, or looks for news between two answers', () => {
    const { study, store, mirror } = start('desk');
    study.record([answer]);
    mirror.sync(study);
    study.record([answer]);
    mirror.close();
    start('desk', store);
    expect(linesIn('desk')).toBe(2);
  });

  it('ends in peace when the folder has gone, and what waits is written when it is back', () => {
    const { study, store, mirror } = start('desk');
    study.record([answer]);
    const away = `${folder}-away`;
    renameSync(folder, away);
    study.record([answer]);
    mirror.close();
    expect(mirror.problem?.message).toContain('there is no such file or folder');
    renameSync(away, folder);
    start('desk', store);
    expect(start('laptop').news).toEqual({ added: 2, skipped: 0 });
  });

  it('says when its own file has been taken away, and writes it anew', () => {
    const { study, store, mirror } = start('desk');
    rmSync(fileOf('desk'));
    study.record([answer]);
    expect(mirror.problem?.message).toContain("this machine's file is gone from the mirror");
    start('desk', store);
    expect(linesIn('desk')).toBe(1);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it.skipIf(process.platform !== 'linux')(
    'lets study go on when the folder fails in a way that has no words (needs a device of Linux)',
    () => {
      const { study, store, mirror } = start('desk');
      const own = fileOf('desk');
      rmSync(own);
      symlinkSync('/dev/null', own);
      study.record([answer]);
      mirror.close();
      expect(mirror.problem?.message).toContain('the mirror does not work (EINVAL');
      rmSync(own);
      start('desk', store);
      expect(linesIn('desk')).toBe(1);
    },
  );

  it('ignores the files of other collections and what is no file', () => {
    mkdirSync(path.join(folder, 'abcd.folder.jsonl'));
    writeFileSync(path.join(folder, 'efgh.desk-1.jsonl'), 'not for us\n');
    expect(start('desk').news).toEqual({ added: 0, skipped: 0 });
    expect(existsSync(path.join(folder, 'efgh.desk-1.jsonl'))).toBe(true);
  });
});
