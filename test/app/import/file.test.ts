import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { exportAnki } from '../../../src/app/export/anki.ts';
import { exportJson } from '../../../src/app/export/json.ts';
import { exportCsv } from '../../../src/app/export/tables.ts';
import { importFile } from '../../../src/app/import/file.ts';
import type { AnkiCollection } from '../../../src/exchange/anki/collection.ts';
import { readPackage } from '../../../src/exchange/anki/read-package.ts';
import { hashcardsHashes } from '../../../src/exchange/hashcards.ts';
import { repeaterHashes } from '../../../src/exchange/repeater.ts';
import { openZip } from '../../../src/exchange/zip/read.ts';
import type { CardKey } from '../../../src/model/card.ts';
import {
  ankiCard,
  ankiCollection,
  ankiNote,
  databaseOf,
  logRow,
  packageOf,
  zipOf,
} from '../../exchange/anki/fixture.ts';
import { collectionWith, noon, temporaryFolder } from '../exchange-support.ts';

const templates = [['{{Front}}', '{{FrontSide}}<hr id=answer>{{Back}}']] as const;

function packageFile(
  collection: AnkiCollection,
  media: Readonly<Record<string, string>> = {},
): string {
  const file = path.join(temporaryFolder(), 'deck.apkg');
  writeFileSync(file, packageOf(databaseOf(collection), media));
  return file;
}

const dayMs = 86_400_000;

describe('importFile with a package', () => {
  it('adds decks, media, schedule and log, and changes nothing the second time', async () => {
    const last = noon - 3 * dayMs;
    const collection = ankiCollection(templates, {
      createdSeconds: Date.UTC(2026, 0, 1, 4) / 1000,
      decks: [{ id: 1, name: 'A::B c', presetId: 1, description: '', filtered: false }],
      notes: [ankiNote({ fields: ['see <img src="a.png">', 'b'], tags: ['x::y', '3d'] })],
      cards: [
        ankiCard({
          type: 2,
          queue: -1,
          due: 330,
          intervalDays: 10,
          reps: 2,
          flag: 2,
          factor: 2500,
          data: { stability: 9.5, difficulty: 4, lastReviewSeconds: last / 1000 },
        }),
      ],
      log: [
        logRow({ id: last - 10 * dayMs, interval: 10 }),
        logRow({ id: last, interval: 10, type: 1 }),
        logRow({ id: 5, cardId: 999 }),
      ],
    });
    const file = packageFile(collection, { 'a.png': 'picture' });
    const made = await collectionWith({});
    const report = await importFile(made.open, file);
    expect(report).toMatchObject({
      added: 1,
      media: 1,
      suspended: 1,
      strayLogRows: 1,
      files: ['decks/a/b-c.md'],
    });
    expect(made.deck('a/b-c.md')).toContain('title: "A::B c"');
    expect(made.deck('a/b-c.md')).toContain(
      'Q: see ![](../media/a.png)\nA: b\n#x::y #_3d\n<!-- id: guid1 -->',
    );
    expect(readFileSync(path.join(made.root, 'decks/media/a.png'), 'utf8')).toBe('picture');
    const standing = made.open.study.standing('guid1' as CardKey);
    expect(standing).toMatchObject({
      suspended: true,
      flag: 2,
      schedule: { state: 'review', reps: 2, memory: { stability: 9.5, difficulty: 4 } },
    });
    const before = readdirSync(path.join(made.root, 'decks'), { recursive: true });
    expect(await importFile(made.open, file)).toMatchObject({
      added: 0,
      updated: 0,
      unchanged: 1,
      events: 0,
      media: 0,
    });
    expect(readdirSync(path.join(made.root, 'decks'), { recursive: true })).toEqual(before);
  });

  it('keeps what decks say of themselves, marks, and notes that it cannot ask', async () => {
    const collection = ankiCollection(templates, {
      decks: [{ id: 1, name: 'D', presetId: 1, description: 'By <b>us</b><br>2', filtered: false }],
      notes: [
        ankiNote({ fields: ['f', 'b', 'more'], tags: ['marked', 'leech'] }),
        ankiNote({ id: 2, guid: 'guid2', fields: ['{{c1::image-occlusion:rect}}', ''] }),
      ],
      cards: [ankiCard({}), ankiCard({ id: 101, noteId: 2 })],
    });
    const made = await collectionWith({});
    const file = packageFile(collection);
    expect(await importFile(made.open, file)).toMatchObject({
      added: 1,
      misfits: 1,
      leftOut: [{ why: 'image occlusion', count: 1 }],
    });
    expect(made.deck('d.md')).toContain('title: D\ndescription: "By **us**\\\\\\n2"\n---\n');
    expect(made.open.study.standing('guid1' as CardKey)).toMatchObject({
      flag: 1,
      flagNote: 'marked in Anki, leech in Anki',
    });
    expect(made.deck('.tenet/anki-notes.jsonl')).toContain('image-occlusion:rect');
    const out = path.join(temporaryFolder(), 'back.apkg');
    await exportAnki(made.open, { out, history: true });
    const { collection: back } = await readPackage(await openZip(out, out), out);
    expect(back.cards.map(({ flag }) => flag)).toEqual([0]);
    expect(await importFile(made.open, file)).toMatchObject({ added: 0, events: 0, files: [] });
  });

  it('goes on from SM-2 where there is no memory, and from the log where there is one', async () => {
    const cards = [
      ankiCard({ type: 2, queue: 2, due: 320, intervalDays: 40, factor: 2500, reps: 9 }),
      ankiCard({
        id: 101,
        noteId: 2,
        type: 2,
        queue: 2,
        due: 330,
        intervalDays: 4,
        factor: 2500,
        reps: 2,
      }),
    ];
    const notes = [ankiNote({}), ankiNote({ id: 2, guid: 'guid2' })];
    const log = [
      logRow({ id: noon - 9 * dayMs, cardId: 101, interval: 5 }),
      logRow({ id: noon - 4 * dayMs, cardId: 101, interval: 4, type: 1 }),
    ];
    const made = await collectionWith({});
    await importFile(
      made.open,
      packageFile(
        ankiCollection(templates, {
          createdSeconds: Date.UTC(2026, 0, 1, 4) / 1000,
          notes,
          cards,
          log,
        }),
      ),
    );
    expect(made.open.study.standing('guid1' as CardKey).schedule).toMatchObject({
      state: 'review',
      memory: { stability: 40 },
    });
    const replayed = made.open.study.standing('guid2' as CardKey).schedule;
    expect(replayed).toMatchObject({ state: 'review', reps: 2 });
    expect('memory' in replayed && replayed.memory.stability).toBeGreaterThan(5);
  });

  it('brings newer text and newer answers, and keeps answers given here', async () => {
    const made = await collectionWith({});
    const base = ankiCollection(templates, { createdSeconds: Date.UTC(2026, 0, 1, 4) / 1000 });
    await importFile(made.open, packageFile(base));
    made.answer('guid1', 3);
    const newer = {
      ...base,
      notes: [ankiNote({ fields: ['front', 'better'], modifiedSeconds: 9 })],
      cards: [
        ankiCard({
          type: 1,
          queue: 1,
          due: noon / 1000 - 5000,
          reps: 1,
          stepsLeft: 1,
          data: { stability: 1, difficulty: 5, lastReviewSeconds: noon / 1000 - 9000 },
        }),
      ],
      log: [logRow({ id: noon - 9_000_000, interval: -600 })],
    };
    const here = made.open.study.standing('guid1' as CardKey);
    expect(await importFile(made.open, packageFile(newer))).toMatchObject({
      updated: 1,
      events: 1,
    });
    expect(made.deck('default.md')).toContain('A: better');
    const after = made.open.study.standing('guid1' as CardKey);
    expect(after.schedule).toMatchObject({ lastAtMs: noon, reps: 2 });
    expect(here.schedule).toMatchObject({ lastAtMs: noon });
  });

  it('offers trained parameters, and takes them when told to', async () => {
    const { defaultParameters } = await import('../../../src/schedule/memory.ts');
    const parameters = defaultParameters.map((value, index) => (index === 0 ? 0.5 : value));
    const preset = {
      id: 7,
      name: 'Mine',
      learningStepsMinutes: [1],
      relearningStepsMinutes: [],
      newPerDay: 5,
      reviewsPerDay: 50,
      maximumIntervalDays: 100,
      leechThreshold: 8,
      leechSuspends: true,
      burySiblings: false,
      desiredRetention: 0.85,
      parameters,
    };
    const decks = [{ id: 1, name: 'D', presetId: 7, description: '', filtered: false }];
    const file = packageFile(ankiCollection(templates, { decks, presets: [preset] }));
    const made = await collectionWith({});
    const report = await importFile(made.open, file);
    expect(report.offers).toMatchObject([{ preset: 'Mine', desiredRetention: 0.85 }]);
    expect(made.open.study.scheduler.settings.parameters).toBeUndefined();
    expect((await importFile(made.open, file, { parameters: true })).offers).toEqual([]);
    expect(made.open.study.scheduler.settings.parameters).toEqual(parameters);
  });

  it('reports media that a package names and does not hold, or names as if they lay elsewhere', async () => {
    const notes = [ankiNote({ fields: ['<img src="a.png"> <img src="b.png"> x', 'b'] })];
    const file = path.join(temporaryFolder(), 'deck.apkg');
    const media = '{"0":"a.png","1":"b.png","2":"../c.png"}';
    const database = databaseOf(ankiCollection(templates, { notes }));
    writeFileSync(file, zipOf({ 'collection.anki21': database, media, '0': 'picture', '2': 'x' }));
    const made = await collectionWith({});
    expect(await importFile(made.open, file)).toMatchObject({
      added: 1,
      media: 1,
      missingMedia: ['b.png'],
      refusedMedia: ['../c.png'],
    });
    expect(readdirSync(path.join(made.root, 'decks/media'))).toEqual(['a.png']);
  });

  it('puts another file of the same name beside the one that is there', async () => {
    const made = await collectionWith({ 'decks/media/a.png': 'mine' });
    const notes = [ankiNote({ fields: ['<img src="a.png">x', 'b'] })];
    await importFile(
      made.open,
      packageFile(ankiCollection(templates, { notes }), { 'a.png': 'theirs' }),
    );
    expect(made.deck('default.md')).toMatch(/!\[\]\(media\/a-[0-9a-f]{16}\.png\)/);
    expect(readFileSync(path.join(made.root, 'decks/media/a.png'), 'utf8')).toBe('mine');
  });

  it('writes nothing when the package is broken', async () => {
    const made = await collectionWith({ 'decks/a.md': 'Q: x\nA: y\n' });
    const file = packageFile(ankiCollection(templates));
    const broken = path.join(temporaryFolder(), 'broken.apkg');
    writeFileSync(broken, readFileSync(file).subarray(0, 900));
    const before = readdirSync(path.join(made.root, 'decks'), { recursive: true });
    await expect(importFile(made.open, broken)).rejects.toThrow(/not a whole zip file/);
    await expect(importFile(made.open, path.join(made.root, 'nothing.apkg'))).rejects.toThrow(
      /no such file/,
    );
    await expect(importFile(made.open, made.root)).rejects.toThrow(/folder/);
    expect(readdirSync(path.join(made.root, 'decks'), { recursive: true })).toEqual(before);
  });

  it('takes its own export into an empty collection without loss', async () => {
    const made = await collectionWith({
      'decks/a.md':
        '---\ntitle: Own\n---\n## Topic\n\nQ: **One**?\nA: $x$ and\n\n- a\n- b\nS: [L](../x.md#y) "w"\nN: note\n#reason\n<!-- id: one000000001 -->\n\nC: A [gap] and [two].\n<!-- id: two000000001; type -->\n\nQ: List?\nA:\n1. *a*\n2. b\n<!-- id: lst000000001; list -->\n',
    });
    made.answer('one000000001', 1);
    const out = path.join(temporaryFolder(), 'own.apkg');
    await exportAnki(made.open, { out, history: true });
    const other = await collectionWith({});
    expect(await importFile(other.open, out)).toMatchObject({ added: 3, leftOut: [] });
    const text = other.deck('own.md');
    expect(text).toContain(
      '## Topic\n\nQ: **One**?\nA: $x$ and\n\n- a\n- b\nS: [L](../x.md#y) "w"\nN: note\n#reason\n<!-- id: one000000001 -->',
    );
    expect(text).toContain('<!-- id: two000000001; type -->');
    expect(text).toContain('1. *a*\n2. b\n<!-- id: lst000000001; list -->');
    expect(other.open.study.standing('one000000001' as CardKey).schedule).toEqual(
      made.open.study.standing('one000000001' as CardKey).schedule,
    );
    expect(await importFile(made.open, out)).toMatchObject({
      added: 0,
      updated: 0,
      unchanged: 3,
      events: 0,
    });
  });
});

describe('importFile with other files', () => {
  const deck = 'Q: What is 2+2?\nA: 4\n\nC: Foo [bar] baz [quux].\n';

  it('takes text, once', async () => {
    const made = await collectionWith({});
    const file = path.join(temporaryFolder(), 'Words.csv');
    writeFileSync(file, 'Hund,dog\n"Katze","cat, the"\n');
    expect(await importFile(made.open, file)).toMatchObject({ kind: 'text', added: 2 });
    expect(made.deck('words.md')).toContain('Q: Katze\nA: cat, the\n');
    expect(await importFile(made.open, file)).toMatchObject({ added: 0, unchanged: 2 });
  });

  it('takes JSON back without loss, and unites logs', async () => {
    const made = await collectionWith({
      'decks/sub/a.md': `\uFEFF${deck}\r\nodd   bytes\n`,
      'decks/sub/p.png': 'p',
    });
    made.answer('t0000', 3);
    const out = path.join(temporaryFolder(), 'all.json');
    exportJson(made.open, { out, history: true });
    const other = await collectionWith({});
    expect(await importFile(other.open, out)).toMatchObject({
      kind: 'json',
      added: 2,
      media: 1,
      events: 1,
    });
    expect(other.deck('sub/a.md')).toBe(made.deck('sub/a.md'));
    expect(exportJson(other.open, { out: null, history: true }).text).toBe(
      readFileSync(out, 'utf8'),
    );
    expect(await importFile(other.open, out)).toMatchObject({
      added: 0,
      events: 0,
      media: 0,
      files: [],
    });
  });

  it('knows the cards of JSON again where the settings give their notation', async () => {
    const manifest = 'id = "exchange-test"\nnotation = "tenet"\n';
    const noted = 'Q: Where?\nA: Here.\nN: Not there.\n';
    const made = await collectionWith({ 'tenet.toml': manifest, 'decks/a.md': noted });
    const out = path.join(temporaryFolder(), 'all.json');
    exportJson(made.open, { out, history: true });
    for (const { open, deck: textOf } of [made, await collectionWith({ 'tenet.toml': manifest })]) {
      await importFile(open, out);
      expect(await importFile(open, out)).toMatchObject({ added: 0, unchanged: 1, files: [] });
      expect(textOf('a.md')).toBe(noted);
    }
  });

  it("takes hashcards' answers, with the decks beside its database", async () => {
    const folder = path.join(temporaryFolder(), 'My Decks');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'a.md'), deck);
    const [question, , second] = hashcardsHashes(deck);
    const db = new Database(path.join(folder, 'hashcards.db'));
    db.exec(`create table cards (card_hash text primary key); create table reviews (review_id integer primary key,
      card_hash text, reviewed_at text, grade text, stability real, difficulty real, due_date text);`);
    const insert = db.prepare(
      'insert into reviews (card_hash, reviewed_at, grade, stability, difficulty, due_date) values (?, ?, ?, ?, ?, ?)',
    );
    insert.run(question?.hash, '2026-11-10T10:00:00', 'good', 3.1, 5.2, '2026-11-13');
    insert.run(question?.hash, '2026-11-13T10:00:00', 'good', 9.9, 5.1, '2026-11-23');
    insert.run(second?.hash, '2026-11-13T10:00:00', 'forgot', 0.4, 7.2, '2026-11-14');
    insert.run('ff', '2026-11-13T10:00:00', 'easy', 9, 7, '2026-11-20');
    db.close();
    const made = await collectionWith({});
    const report = await importFile(made.open, path.join(folder, 'hashcards.db'));
    expect(report).toMatchObject({
      kind: 'hashcards',
      notes: 3,
      added: 2,
      leftOut: [{ count: 1 }],
      files: ['decks/my-decks/a.md'],
    });
    const standings = [...made.open.study.standings().values()];
    expect(standings).toHaveLength(2);
    const due = Date.UTC(2026, 10, 23) / dayMs;
    expect(standings.map(({ schedule }) => schedule)).toContainEqual(
      expect.objectContaining({
        state: 'review',
        reps: 2,
        due: { kind: 'day', day: due },
        memory: { stability: 9.9, difficulty: 5.1 },
      }),
    );
    expect(await importFile(made.open, path.join(folder, 'hashcards.db'))).toMatchObject({
      added: 0,
      unchanged: 2,
      events: 0,
    });
  });

  it("takes repeater's memories for cards that are here", async () => {
    const made = await collectionWith({ 'decks/a.md': deck });
    const file = path.join(temporaryFolder(), 'cards.db');
    const db = new Database(file);
    db.exec(`create table cards (card_hash text primary key, last_reviewed_at text, stability real, difficulty real,
      interval_raw real, interval_days integer, due_date text, review_count integer);`);
    db.prepare('insert into cards values (?, ?, ?, ?, ?, ?, ?, ?)').run(
      repeaterHashes(deck)[0]?.hash,
      '2026-11-18T10:00:00+00:00',
      3.1,
      5.2,
      3.1,
      3,
      '2026-11-21T10:00:00+00:00',
      4,
    );
    db.close();
    expect(await importFile(made.open, file)).toMatchObject({
      kind: 'repeater',
      added: 1,
      events: 1,
    });
    expect([...made.open.study.standings().values()]).toMatchObject([
      { schedule: { state: 'review', reps: 4, memory: { stability: 3.1, difficulty: 5.2 } } },
    ]);
  });

  it('says which file it does not know', async () => {
    const made = await collectionWith({});
    const file = path.join(temporaryFolder(), 'x.bin');
    writeFileSync(file, 'nothing known');
    await expect(importFile(made.open, file)).rejects.toThrow(/x\.bin: tenet does not know/);
    const page = path.join(temporaryFolder(), 'deck.apkg');
    writeFileSync(page, '<!DOCTYPE html><p>Sign in');
    await expect(importFile(made.open, page)).rejects.toThrow(
      /no package of Anki: it is a web page/,
    );
    writeFileSync(page, '');
    await expect(importFile(made.open, page)).rejects.toThrow(/no package of Anki: it is no zip/);
    const db = path.join(temporaryFolder(), 'x.db');
    new Database(db).exec('create table x (y)').close();
    await expect(importFile(made.open, db)).rejects.toThrow(/database that tenet does not know/);
    copyFileSync(db, `${db}2`);
    writeFileSync(`${db}2-wal`, 'pending');
    await expect(importFile(made.open, `${db}2`)).rejects.toThrow(/is in use/);
  });
});

describe('exportCsv', () => {
  it("writes text that Anki's own note types take", async () => {
    const made = await collectionWith({
      'decks/a.md':
        '---\ntitle: D\n---\nQ: What?\nA: a "b"\n<!-- id: one000000001 -->\n\nT: t\nD: d\n<!-- id: two000000001 -->\n',
    });
    const { text, notes } = exportCsv(made.open, { out: null, separator: 'comma' });
    expect(notes).toBe(2);
    expect(text.split('\n')).toEqual([
      '#separator:comma',
      '#html:true',
      '#guid column:1',
      '#notetype column:2',
      '#deck column:3',
      '#tags column:6',
      'one000000001,Basic,D,What?,"a ""b""",',
      'two000000001,Basic (and reversed card),D,t,d,',
      '',
    ]);
  });
});
