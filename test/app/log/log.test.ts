import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportedLog, exportLog, importLog } from '../../../src/app/log/log.ts';
import { Study } from '../../../src/app/log/study.ts';
import { TenetError } from '../../../src/model/problem.ts';
import { defaultSettings } from '../../../src/model/settings.ts';
import { appendEvents, countEvents } from '../../../src/store/events.ts';
import { event, everyKind, good, id, key, memoryStore, nowMs } from '../../store/sample-events.ts';
import { syncedBy } from '../../store/synced.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet-log-'));
  file = path.join(folder, 'log.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function newStudy(): Study {
  return new Study({
    store: memoryStore(),
    clock: { now: () => nowMs },
    settings: defaultSettings,
  });
}

const exported = (study: Study): string => [...exportedLog(study.store)].join('');

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (failure) {
    if (!(failure instanceof TenetError)) throw failure;
    return failure.problems.map(({ line, message }) => `${line}: ${message}`);
  }
  return [];
}

const neverStopped = new AbortController().signal;

describe('exporting the log to a file', () => {
  it('writes what importing takes in, and never over another file', async () => {
    const { store } = newStudy();
    appendEvents(store, everyKind);
    await exportLog(store, file, neverStopped);
    const text = readFileSync(file, 'utf8');
    expect(text).toBe([...exportedLog(store)].join(''));
    await expect(exportLog(store, file, neverStopped)).rejects.toThrow('exists already');
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('returns when the file and its name are on the disk', async () => {
    const { store } = newStudy();
    appendEvents(store, everyKind);
    const synced = await syncedBy(() => exportLog(store, file, neverStopped));
    expect(synced).toEqual([statSync(file).ino, statSync(folder).ino]);
  });

  it('leaves nothing behind when it is interrupted, or has nowhere to write', async () => {
    const { store } = newStudy();
    appendEvents(store, everyKind);
    await expect(exportLog(store, file, AbortSignal.abort())).rejects.toThrow('aborted');
    const nowhere = path.join(folder, 'nowhere', 'log.jsonl');
    await expect(exportLog(store, nowhere, neverStopped)).rejects.toThrow(
      `${nowhere}: there is no such file or folder`,
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the exported log', () => {
  it('imports into an empty database and comes out the same, byte for byte', () => {
    const from = newStudy();
    // Parameters of another shape than today's would only be passed over.
    appendEvents(from.store, everyKind);
    const text = exported(from);
    writeFileSync(file, text);
    const to = newStudy();
    expect(importLog(to, file)).toMatchObject({ read: everyKind.length, added: everyKind.length });
    expect(exported(to)).toBe(text);
  });

  it('changes nothing when it is imported again', () => {
    const study = newStudy();
    writeFileSync(file, exported(newStudy()));
    expect(importLog(study, file)).toEqual({ read: 0, added: 0, cards: 0 });
    study.record([{ card: key('a'), body: good }]);
    writeFileSync(file, exported(study));
    const before = study.standings();
    expect(importLog(study, file)).toEqual({ read: 1, added: 0, cards: 0 });
    expect(study.standings()).toEqual(before);
  });

  it('works the cards out again that it says something of, undone ones among them', () => {
    const study = newStudy();
    const [answer] = study.record([{ card: key('a'), body: good }]);
    const from = newStudy();
    appendEvents(from.store, [
      event('z1', { kind: 'undo', undoes: [answer?.id ?? id('none')] }, { card: null }),
      event('z2', good, { card: key('b') }),
    ]);
    writeFileSync(file, `\uFEFF${exported(from).replaceAll('\n', '\r\n')}\r\n`);
    expect(importLog(study, file)).toEqual({ read: 2, added: 2, cards: 2 });
    expect(study.standing(key('a')).schedule.state).toBe('new');
    expect(study.standing(key('b')).schedule.state).not.toBe('new');
  });

  it('is refused as a whole when lines are wrong, and every such line is named', () => {
    const from = newStudy();
    appendEvents(from.store, [event('e1', good), event('e2', good)]);
    const [first = '', second = ''] = exported(from).split('\n');
    writeFileSync(
      file,
      [first, '{"id":', second.replace('"grade":3', '"grade":9'), second].join('\n'),
    );
    const study = newStudy();
    expect(problemsOf(() => importLog(study, file))).toEqual([
      '2: this is not a line of JSON',
      '3: "grade" is 9; it is 1, 2, 3 or 4',
    ]);
    expect(countEvents(study.store)).toBe(0);
  });

  it('does not read a file to its end that is no log at all', () => {
    writeFileSync(file, 'binary \u0000 rubbish\n'.repeat(10_000));
    expect(problemsOf(() => importLog(newStudy(), file))).toHaveLength(20);
    writeFileSync(file, 'x'.repeat(6 * 1024 * 1024));
    expect(() => importLog(newStudy(), file)).toThrow(`${file}: this is not a log`);
    expect(() => importLog(newStudy(), path.join(folder, 'missing'))).toThrow(
      'there is no such file',
    );
  });
});
