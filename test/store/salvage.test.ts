import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assert, nat, property } from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TenetError } from '../../src/model/problem.ts';
import type { StudyEvent } from '../../src/model/event.ts';
import { appendEvents } from '../../src/store/events.ts';
import { eventOfLine, lineOfEvent } from '../../src/store/event-lines.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { salvagedEvents } from '../../src/store/salvage.ts';
import { event, everyKind, good, key, nowMs } from './sample-events.ts';

const pageSize = 4096;
const text = 'so long that a row of it needs pages of its own '.repeat(400);

/** Answers on many pages, every kind of event, and one that is longer than a page. */
const events: readonly StudyEvent[] = [
  ...everyKind,
  ...Array.from({ length: 600 }, (_, n) => event(`salvage-${n}`, good, { card: key(`card-${n}`) })),
  event('long', { kind: 'flag', flag: 1, note: text }),
];

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet-salvage-'));
  file = path.join(folder, 'cards.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function studied(): Store {
  const store = openStore(file, { nowMs });
  appendEvents(store, events);
  return store;
}

/** The order of fields is that of a log that was read. */
const linesOf = (found: Iterable<StudyEvent>): string[] =>
  [...found].map((each) => lineOfEvent(eventOfLine(lineOfEvent(each)))).sort();
const salvaged = (): string[] => linesOf(salvagedEvents(file).values());

/** The file with other bytes in it. */
function spoil(change: (bytes: Buffer) => Buffer): void {
  writeFileSync(file, change(readFileSync(file)));
}

describe('what can be read of a damaged database', () => {
  it('is everything while nothing of the log is hurt', () => {
    studied().close();
    expect(salvaged()).toEqual(linesOf(events));
  });

  it('is everything when the first pages, which lead to all others, are gone', () => {
    studied().close();
    const whole = readFileSync(file);
    spoil((bytes) => bytes.fill(0xff, 0, pageSize));
    expect(salvaged()).toEqual(linesOf(events));
    writeFileSync(file, whole.fill(0, 0, pageSize));
    expect(salvaged()).toEqual(linesOf(events));
  });

  it('is what stands before the end of a file that was cut', () => {
    studied().close();
    const all = new Set(linesOf(events));
    spoil((bytes) => bytes.subarray(0, bytes.length - 5 * pageSize + 1000));
    const found = salvaged();
    expect(found.length).toBeGreaterThan(100);
    expect(found.every((line) => all.has(line))).toBe(true);
  });

  it('is in the log beside the file too, also where only that is left', () => {
    const store = studied();
    const [, first] = events;
    copyFileSync(`${file}-wal`, path.join(folder, 'log'));
    store.close();
    rmSync(file);
    copyFileSync(path.join(folder, 'log'), `${file}-wal`);
    expect(salvaged()).toEqual(linesOf(events));
    appendFileSync(`${file}-wal`, 'torn');
    writeFileSync(file, '');
    expect(salvaged()).toEqual(expect.arrayContaining(linesOf(first === undefined ? [] : [first])));
  });

  it('is never more than a clear error, whatever byte is another', () => {
    studied().close();
    const whole = readFileSync(file);
    const all = new Set<string>(events.map((each) => each.id));
    assert(
      property(nat(whole.length - 1), nat(7), (at, bit) => {
        const bytes = Buffer.from(whole);
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
        writeFileSync(file, bytes);
        const found = [...salvagedEvents(file).keys()].filter((each) => all.has(each));
        // A cell that is hurt costs itself, the head of a page that page.
        expect(found.length).toBeGreaterThan(all.size - 80);
      }),
      { numRuns: 40 },
    );
  });

  it('is refused where there is nothing', () => {
    expect(() => salvagedEvents(file)).toThrow(TenetError);
    writeFileSync(file, 'no database, but long enough to be one. '.repeat(500));
    expect(() => salvagedEvents(file)).toThrow('this is not a database of tenet');
    openStore(path.join(folder, 'empty.db'), { nowMs }).close();
    file = path.join(folder, 'empty.db');
    expect(() => salvagedEvents(file)).toThrow('no answer can be read from it any more');
  });
});
