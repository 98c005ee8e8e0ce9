import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { ExportHistory } from '../../../src/exchange/anki/export.ts';
import { LogBook } from '../../../src/exchange/anki/log-out.ts';
import { noteTypeOf } from '../../../src/exchange/anki/note-types.ts';
import { readCollection } from '../../../src/exchange/anki/read-collection.ts';
import type { BasicCard, CardId, CardKey } from '../../../src/model/card.ts';
import type { Standing } from '../../../src/model/schedule.ts';
import { defaultSettings } from '../../../src/model/settings.ts';
import { card, collectionOf, databaseOf, exported, packageOf } from './fixture.ts';

const basic = card({
  kind: 'basic',
  question: 'What is *it*?',
  answer: 'That & this',
}) as BasicCard;
const today = 20_777;

const history: ExportHistory = {
  log: new LogBook(),
  today,
  schedule: {
    ...defaultSettings.schedule,
    parameters: Array.from({ length: 21 }, (_, index) => index / 100),
  },
  limits: defaultSettings.limits,
  rolloverHour: 4,
  firstDay: today - 30,
  offsetEast: 120,
};

function standing(schedule: Standing['schedule'], more: Partial<Standing> = {}): Standing {
  return {
    key: basic.id as string as CardKey,
    schedule,
    suspended: false,
    buriedDay: null,
    flag: 0,
    flagNote: '',
    leech: false,
    head: null,
    ...more,
  };
}

const answered = {
  memory: { stability: 10.21, difficulty: 4.9 },
  lastDay: today - 5,
  lastAtMs: (today - 5) * 86_400_000 + 40_000_000,
  reps: 3,
  lapses: 1,
};

function rowOf(own: Standing) {
  const side = { key: own.key, ord: 0, history: { standing: own, slot: 0 } };
  const collection = collectionOf([exported(basic, { sides: [side] })], history);
  return {
    row: collection.cards[0],
    firstDay: history.firstDay < 20_454 ? history.firstDay : 20_454,
  };
}

describe('a collection for Anki', () => {
  it('has the fields, ids and tags that Anki knows notes by', () => {
    const note = exported({ ...basic, topics: ['One *topic*', 'Two'], tags: ['a b', 'c'] });
    const [row] = collectionOf([note]).notes;
    expect(row?.guid).toBe(basic.id);
    expect(row?.notetypeId).toBe(noteTypeOf({ kind: 'basic', typed: false }).id);
    expect(row?.fields).toEqual([
      'What is <em>it</em>?',
      'That &amp; this',
      '',
      '',
      'One topic › Two',
      basic.id,
    ]);
    expect(row?.tags).toEqual(['Deck::One_topic::Two', 'a_b', 'c']);
  });

  it('is the same bytes for the same cards, and differs in one note for one edit', () => {
    const others = [1, 2, 3].map((number) =>
      exported(
        card({
          kind: 'basic',
          question: `Q${number}`,
          answer: 'A',
          id: `card00000000${number + 1}` as CardId,
        }),
      ),
    );
    const one = collectionOf([exported(basic), ...others]);
    const same = collectionOf([exported(basic), ...others]);
    expect(databaseOf(one)).toEqual(databaseOf(same));
    const two = collectionOf([exported({ ...basic, answer: 'Another' }), ...others]);
    expect(two.notes.slice(1)).toEqual(one.notes.slice(1));
    expect(two.cards).toEqual(one.cards);
    expect(two.notes[0]?.id).toBe(one.notes[0]?.id);
  });

  it('gives two decks with equal text different notes', () => {
    const other = card({ ...basic, id: 'card000000009' as CardId, deck: 'Other' });
    const { notes, decks } = collectionOf([exported(basic), exported(other)]);
    expect(new Set(notes.map(({ guid }) => guid)).size).toBe(2);
    expect(decks.map(({ name }) => name)).toEqual(['Deck', 'Other']);
  });

  it('writes a list as one gap an item, and a card for each', () => {
    const list = card({ kind: 'list', question: 'Which?', items: ['one', 'two {{c1::x}}'] });
    const { notes, cards, notetypes } = collectionOf([exported(list, {}, [1, 0])]);
    expect(notes[0]?.fields[0]).toBe(
      '<div class="question">Which?</div><ol><li>{{c2::one}}</li><li>{{c1::two &#123;{c1&#58;:x&#125;&#125;}}</li></ol>',
    );
    expect(cards.map(({ ord }) => ord)).toEqual([1, 0]);
    expect(notetypes[0]?.cloze).toBe(true);
  });

  it('shows sources with what is known of them, and keeps their own words', () => {
    const source = {
      text: 'Title, Author, 2022',
      address: 'https://a.b/?c&d',
      anchor: 'few words',
      label: 'Reader',
      target: '../x.md#y',
    };
    const [row] = collectionOf([exported(basic, { sources: [source] })]).notes;
    expect(row?.fields[3]).toBe(
      '<div data-label="Reader" data-target="../x.md#y" data-anchor="few words"><a href="https://a.b/?c&amp;d">Title, Author, 2022</a> · <q>few words</q></div>',
    );
  });

  it('maps every state, with due days counted from its first day', () => {
    const { row, firstDay } = rowOf(
      standing({
        state: 'review',
        intervalDays: 10,
        due: { kind: 'day', day: today + 5 },
        ...answered,
      }),
    );
    expect(row).toMatchObject({
      type: 2,
      queue: 2,
      due: today + 5 - firstDay,
      intervalDays: 10,
      factor: 2500,
      reps: 3,
      lapses: 1,
      stepsLeft: 0,
    });
    expect(row?.data).toEqual({
      position: 1,
      stability: 10.21,
      difficulty: 4.9,
      desiredRetention: 0.9,
      decay: 0.2,
      lastReviewSeconds: answered.lastAtMs / 1000,
    });
    const due = { kind: 'instant', atMs: answered.lastAtMs + 600_000 } as const;
    expect(rowOf(standing({ state: 'learning', step: 1, due, ...answered })).row).toMatchObject({
      type: 1,
      queue: 1,
      due: due.atMs / 1000,
      intervalDays: 0,
      stepsLeft: 1,
    });
    const later = { kind: 'day', day: today + 1 } as const;
    expect(
      rowOf(standing({ state: 'relearning', step: 0, intervalDays: 7, due: later, ...answered }))
        .row,
    ).toMatchObject({
      type: 3,
      queue: 3,
      due: today + 1 - firstDay,
      intervalDays: 7,
    });
    expect(rowOf(standing({ state: 'new' })).row).toMatchObject({
      type: 0,
      queue: 0,
      due: 1,
      data: {},
    });
  });

  it('sets cards aside without losing their place', () => {
    const review = {
      state: 'review',
      intervalDays: 3,
      due: { kind: 'day', day: today - 90 },
      ...answered,
    } as const;
    const { row, firstDay } = rowOf(standing(review, { suspended: true, flag: 4 }));
    expect(row).toMatchObject({ queue: -1, type: 2, due: today - 90 - firstDay, flag: 4 });
    expect(rowOf(standing(review, { buriedDay: today })).row?.queue).toBe(-3);
    expect(rowOf(standing(review, { buriedDay: today - 1 })).row?.queue).toBe(2);
    const steps = {
      state: 'learning',
      step: 0,
      due: { kind: 'day', day: today + 1 },
      ...answered,
    } as const;
    expect(rowOf(standing(steps, { suspended: true })).row?.due).toBe(
      answered.lastAtMs / 1000 + 6 * 86_400,
    );
  });

  it('logs answers with the kind before, intervals and difficulty, at times that are unique', () => {
    const act = {
      kind: 'answer',
      day: today - 2,
      grade: 3,
      ms: 70_000,
      before: 'new',
      difficulty: 1,
    } as const;
    const at = (today - 2) * 86_400_000;
    const acts = [
      { ...act, atMs: at, due: { kind: 'instant', atMs: at + 600_000 } },
      {
        ...act,
        atMs: at,
        due: { kind: 'day', day: today + 5 },
        before: 'learning',
        difficulty: 10,
      },
      { kind: 'cram', atMs: at + 10, day: today - 2, grade: 1, ms: 5 },
      { kind: 'due', atMs: at + 20, day: today - 2, due: { kind: 'day', day: today } },
      { kind: 'reset', atMs: at + 30, day: today - 2 },
    ] as const;
    const book = new LogBook();
    const own = { standing: standing({ state: 'new' }), slot: book.add(acts) };
    const side = { key: basic.id as string as CardKey, ord: 0, history: own };
    const { log } = collectionOf([exported(basic, { sides: [side] })], { ...history, log: book });
    const rows = log.map(({ id, ease, interval, lastInterval, factor, takenMs, type }) => [
      id - at,
      ease,
      interval,
      lastInterval,
      factor,
      takenMs,
      type,
    ]);
    expect(rows).toEqual([
      [0, 3, -600, 0, 100, 60_000, 0],
      [1, 3, 7, -600, 1100, 60_000, 0],
      [10, 1, 7, 7, 0, 5, 3],
      [20, 0, 2, 7, 1100, 0, 4],
      [30, 0, 0, 2, 0, 0, 4],
    ]);
  });

  it('carries the learner’s settings as a preset of its own id, and another one when they change', () => {
    const one = collectionOf([exported(basic)], history);
    const two = collectionOf([exported(basic)], {
      ...history,
      schedule: { ...history.schedule, desiredRetention: 0.85 },
    });
    expect(one.presets[0]).toMatchObject({
      name: 'tenet',
      desiredRetention: 0.9,
      learningStepsMinutes: [1, 10],
    });
    expect(one.decks[0]?.presetId).toBe(one.presets[0]?.id);
    expect(two.presets[0]?.id).not.toBe(one.presets[0]?.id);
    expect(collectionOf([exported(basic)]).presets).toEqual([]);
  });

  it('reads back as it was written, from a sound database of whole numbers', () => {
    const last = (today - 5) * 86_400_000 + 40_000_123;
    const schedule = {
      state: 'review',
      intervalDays: 10,
      due: { kind: 'day', day: today + 5 },
      ...answered,
      lastAtMs: last,
      memory: { stability: 10.2123, difficulty: 4.988 },
    } as const;
    const book = new LogBook();
    const due = { kind: 'instant', atMs: last + 90_500 } as const;
    const act = { kind: 'answer', atMs: last, day: today - 5, grade: 3, ms: 12.5, due } as const;
    const slot = book.add([{ ...act, before: 'new', difficulty: 5.55 }]);
    const side = { key: basic.id as string as CardKey, ord: 0 };
    const sides = [{ ...side, history: { standing: standing(schedule), slot } }];
    const written = collectionOf([exported({ ...basic, tags: ['x'] }, { sides })], {
      ...history,
      log: book,
    });
    const bytes = databaseOf(written);
    expect([...bytes.subarray(18, 20)]).toEqual([1, 1]);
    const back = readCollection(bytes, 'test');
    expect(back).toEqual({
      ...written,
      decks: [expect.objectContaining({ id: 1 }), ...written.decks],
      presets: [expect.objectContaining({ id: 1 }), ...written.presets],
    });
    const db = new Database(Buffer.from(bytes));
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(fractions(db)).toEqual([]);
    const data: unknown = JSON.parse(String(db.prepare('select data from cards').pluck().get()));
    expect(data).toEqual({
      pos: 1,
      s: 10.2123,
      d: 4.988,
      dr: 0.9,
      decay: 0.2,
      lrt: Math.floor(last / 1000),
    });
    db.exec('update cards set ivl = 1.5');
    expect(fractions(db)).toEqual(['cards.ivl']);
    db.close();
  });
});

/** The columns of whole numbers that hold something else; `sfld` is one by name only. */
function fractions(db: Database.Database): readonly string[] {
  return ['col', 'notes', 'cards', 'revlog'].flatMap((table) =>
    (db.pragma(`table_info(${table})`) as { readonly name: string; readonly type: string }[])
      .filter(({ name, type }) => type.toLowerCase() === 'integer' && name !== 'sfld')
      .flatMap(({ name }) =>
        db
          .prepare<[], number>(
            `select count(*) from ${table} where typeof("${name}") is not 'integer'`,
          )
          .pluck()
          .get() === 0
          ? []
          : [`${table}.${name}`],
      ),
  );
}

describe('a package', () => {
  it('holds the database under both names in the legacy layout, with fixed dates', () => {
    const bytes = packageOf(databaseOf(collectionOf([exported(basic)])), { 'a.png': 'x' });
    const again = packageOf(databaseOf(collectionOf([exported(basic)])), { 'a.png': 'x' });
    expect(Buffer.from(bytes).equals(Buffer.from(again))).toBe(true);
    const names = ['collection.anki21', 'collection.anki2', 'media', '0'];
    for (const name of names) expect(Buffer.from(bytes).includes(name)).toBe(true);
  });
});
