import { describe, expect, it } from 'vitest';
import { readPackage } from '../../../src/exchange/anki/read-package.ts';
import { readCollection } from '../../../src/exchange/anki/read-collection.ts';
import { writeBytes, writeNumber, Message } from '../../../src/exchange/anki/protobuf.ts';
import { zstd } from '../../../src/exchange/anki/zstd.ts';
import { openZip } from '../../../src/exchange/zip/read.ts';
import { TenetError } from '../../../src/model/problem.ts';
import { ankiCollection, ankiNote, databaseOf, packageOf, zipOf } from './fixture.ts';

const collection = ankiCollection([['{{Front}}', '{{FrontSide}}{{Back}}']]);
const database = databaseOf(collection);
const preset = {
  learningStepsMinutes: [1, 10],
  relearningStepsMinutes: [10],
  newPerDay: 5,
  reviewsPerDay: 50,
  maximumIntervalDays: 100,
  leechThreshold: 6,
  leechSuspends: false,
  burySiblings: true,
  desiredRetention: 0.85,
  parameters: Array<number>(21).fill(0.5),
};

async function read(bytes: Uint8Array) {
  return readPackage(await openZip(bytes, 'deck.apkg'), 'deck.apkg');
}

async function failure(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof TenetError) return `${error.message} ${error.hint}`;
    throw error;
  }
  return 'no failure';
}

describe('a package of Anki', () => {
  it.each(['legacy', 'latest'] as const)('comes back as it was written, %s', async (format) => {
    const found = await read(packageOf(database, { 'a b.png': 'picture' }, format));
    expect(found.collection.notes).toEqual(collection.notes);
    expect([...found.mediaNames]).toEqual(['a b.png']);
    expect(Buffer.from((await found.media('a b.png')) ?? []).toString()).toBe('picture');
    expect(await found.media('other')).toBeNull();
  });

  it('is read with names that lead elsewhere left out', async () => {
    const found = await read(
      zipOf({
        'collection.anki2': database,
        media: '{"0":"../../etc/x.png","1":"ok.png"}',
        '0': 'evil',
        '1': 'fine',
      }),
    );
    expect([...found.mediaNames]).toEqual(['ok.png']);
    expect(found.refusedNames).toEqual(['../../etc/x.png']);
  });

  it.each<readonly [string, () => Promise<unknown>, RegExp]>([
    [
      'truncated',
      () => read(zipOf({ 'collection.anki2': database }).subarray(0, 400)),
      /not a whole zip file/,
    ],
    ['without a collection', () => read(zipOf({ media: '{}' })), /no collection is in it/],
    [
      'with a future version',
      () => read(zipOf({ meta: writeNumber(1, 9), 'collection.anki2': database })),
      /newer Anki/,
    ],
    [
      'with version 0',
      () => read(zipOf({ meta: writeNumber(1, 0), 'collection.anki2': database })),
      /newer Anki/,
    ],
    [
      'with broken media',
      () => read(zipOf({ 'collection.anki2': database, media: '{"0":' })),
      /list of media/,
    ],
    [
      'with media by other names',
      () => read(zipOf({ 'collection.anki2': database, media: '{"x":"a.png"}' })),
      /list of media/,
    ],
    [
      'with a web page for a database',
      () => read(zipOf({ 'collection.anki2': '<html>' })),
      /no SQLite database/,
    ],
    [
      'with broken compression',
      () => read(zipOf({ meta: writeNumber(1, 3), 'collection.anki21b': 'nonsense' })),
      /compressed data is damaged/,
    ],
    [
      'that only asks for a newer reader',
      () =>
        read(
          zipOf({
            'collection.anki2': databaseOf({
              ...collection,
              notes: [
                ankiNote({
                  fields: ['Please update to the latest Anki version, then import again', ''],
                }),
              ],
            }),
          }),
        ),
      /newer Anki/,
    ],
  ])('%s is refused with a reason', async (_what, work, message) => {
    expect(await failure(work)).toMatch(message);
  });

  it('that unpacks to more than is allowed is refused before it does', async () => {
    const bomb = zipOf({ 'collection.anki2': Buffer.alloc(50_000_000) });
    expect(bomb.length).toBeLessThan(1_000_000);
    const limits = { entries: 10, entryBytes: 1_000_000, totalBytes: 2_000_000 };
    const open = await openZip(bomb, 'bomb', limits);
    expect(await failure(() => open.read('collection.anki2'))).toMatch(/unpacks to 50000000 bytes/);
    expect(
      await failure(() =>
        openZip(
          zipOf(Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`${index}`, 'x']))),
          'many',
          limits,
        ),
      ),
    ).toMatch(/11 entries/);
  });

  it('that is encrypted is refused', async () => {
    const bytes = Buffer.from(zipOf({ 'collection.anki2': database }));
    const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    for (const at of [6, central + 8]) bytes.writeUInt16LE(bytes.readUInt16LE(at) | 1, at);
    expect(await failure(() => openZip(bytes, 'locked'))).toMatch(/locked is refused: it is encr/);
  });

  it('that lies about its sizes or contents is refused', async () => {
    const bytes = Buffer.from(zipOf({ x: 'a'.repeat(1000) }));
    const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    const small = Buffer.from(bytes);
    small.writeUInt32LE(10, central + 24);
    expect(await failure(async () => (await openZip(small, 'lie')).read('x'))).toMatch(
      /not a whole zip file/,
    );
    const other = Buffer.from(bytes);
    other.writeUInt32LE(12, central + 16);
    expect(await failure(async () => (await openZip(other, 'lie')).read('x'))).toMatch(
      /wrong checksum/,
    );
  });
});

describe('a collection file', () => {
  it.each<readonly [string, (sql: (text: string) => Uint8Array) => Uint8Array, RegExp]>([
    ['of a future schema', (sql) => sql('update col set ver = 250'), /newer Anki \(schema 250\)/],
    ['of an ancient schema', (sql) => sql('update col set ver = 5'), /very old Anki/],
    ['with broken JSON', (sql) => sql("update col set models = '{'"), /damaged/],
    ['with tables missing', (sql) => sql('update col set ver = 18'), /damaged: no such table/],
    ['without its row', (sql) => sql('delete from col'), /no collection in it/],
  ])('%s is refused with a reason', async (_what, change, message) => {
    const { default: Database } = await import('better-sqlite3');
    const changed = change((text) => {
      const db = new Database(Buffer.from(database));
      db.exec(text);
      const bytes = db.serialize();
      db.close();
      return bytes;
    });
    expect(await failure(() => readCollection(changed, 'file'))).toMatch(message);
  });

  it('of schema 14 has its settings and presets in tables, and the rest where it was', async () => {
    const { default: Database } = await import('better-sqlite3');
    const older = { ...collection, creationOffsetWest: -60, rolloverHour: 3 };
    const presets = [{ ...preset, id: 7, name: 'Mine' }];
    const db = new Database(Buffer.from(databaseOf({ ...older, presets })));
    db.exec(`create table deck_config (id integer primary key, name text, mtime_secs integer, usn integer, config blob);
      create table config (key text primary key, usn integer, mtime_secs integer, val blob) without rowid;
      insert into deck_config select value ->> 'id', value ->> 'name', 0, 0, cast(value as blob)
        from col, json_each(col.dconf);
      insert into config select key, 0, 0, cast(json(json_extract(conf, '$.' || key)) as blob)
        from col, json_each(col.conf) where type = 'integer';
      update col set ver = 14, conf = '', dconf = '', tags = '';`);
    const bytes = db.serialize();
    db.close();
    const found = readCollection(bytes, 'file');
    expect(found).toMatchObject({ creationOffsetWest: -60, rolloverHour: 3, schedulerVersion: 2 });
    expect(found.notes).toEqual(collection.notes);
    expect(found.notetypes).toEqual(collection.notetypes);
    expect(found.presets.find(({ id }) => id === 7)).toMatchObject(presets[0] ?? {});
  });

  it('cut off in the middle is refused, not misread', async () => {
    expect(await failure(() => readCollection(database.subarray(0, 9000), 'file'))).toMatch(
      /damaged/,
    );
  });

  it('in WAL mode is read', () => {
    const wal = Buffer.from(database);
    wal[18] = 2;
    wal[19] = 2;
    expect(readCollection(wal, 'file').notes).toEqual(collection.notes);
  });
});

describe('a protobuf message', () => {
  it('gives numbers, texts and messages by field, defaults for the rest', () => {
    const inner = Buffer.concat([writeBytes(1, 'name'), writeNumber(2, 1_795_192_772_110)]);
    const message = new Message(Buffer.concat([writeBytes(1, inner), writeNumber(9, 5)]));
    expect(message.message(1)?.text(1)).toBe('name');
    expect(message.message(1)?.number(2)).toBe(1_795_192_772_110);
    expect([message.number(9), message.number(3), message.text(4), message.message(5)]).toEqual([
      5,
      0,
      '',
      null,
    ]);
  });

  it.each([[0x0a], [0x0a, 0x05, 0x01], [0x0f], Array<number>(12).fill(0xff)])(
    'that is broken is refused: %j',
    (...bytes) => {
      expect(() => new Message(Uint8Array.from(bytes))).toThrow(RangeError);
    },
  );

  it('may lie in a zstd frame', () => {
    expect(zstd(Buffer.from('x')).length).toBeGreaterThan(0);
  });
});
