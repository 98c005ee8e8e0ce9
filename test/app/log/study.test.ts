import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replayAll } from '../../../src/app/log/rebuild.ts';
import { type Act, Study } from '../../../src/app/log/study.ts';
import type { CardKey } from '../../../src/model/card.ts';
import type { EventBody, EventId, StudyEvent } from '../../../src/model/event.ts';
import type { Grade, Standing } from '../../../src/model/schedule.ts';
import { defaultSettings, type Settings } from '../../../src/model/settings.ts';
import { defaultParameters } from '../../../src/schedule/memory.ts';
import { countEvents, eventsInOrder, eventsOf } from '../../../src/store/events.ts';
import { openStore, type Store } from '../../../src/store/open.ts';
import { putStandings } from '../../../src/store/standings.ts';

const startMs = Date.UTC(2026, 10, 20, 9);
const minuteMs = 60_000;
const dayMs = 86_400_000;
const a = 'card-a' as CardKey;
const b = 'card-b' as CardKey;

/** A study whose clock goes when it is told to, and whose ids differ from another's. */
function studyAt(
  store: Store = openStore(':memory:', { nowMs: startMs }),
  { machine = 1, settings = defaultSettings }: { machine?: number; settings?: Settings } = {},
) {
  const clock = { ms: startMs, now: () => clock.ms };
  const random = (count: number) => new Uint8Array(count).fill(machine);
  const study = new Study({ store, clock, settings, random });
  return { study, store, clock };
}

function answer(study: Study, card: CardKey, grade: Grade): Act {
  const { due } = study.scheduler.next(study.standing(card), grade, study.now());
  return { card, body: { kind: 'answer', grade, ms: 2000, due } };
}

const act = (card: CardKey, body: EventBody): Act => ({ card, body });

const byKey = (standings: readonly Standing[]) =>
  standings.toSorted((x, y) => (x.key < y.key ? -1 : 1));

/** The cache, which must be what a replay of the log gives. */
function expectReplayed(study: Study): void {
  const replayed = replayAll(study.store, study.scheduler);
  expect(byKey([...study.standings().values()])).toEqual(byKey(replayed));
}

describe('recording an act', () => {
  it('fills in when it was done and what it followed, and moves the standing', () => {
    const { study, clock } = studyAt();
    const [first] = study.record([answer(study, a, 3)]);
    clock.ms += 10 * minuteMs;
    const [second] = study.record([answer(study, a, 3)]);

    expect(first).toMatchObject({
      card: a,
      atMs: startMs,
      day: 20_777,
      offsetEast: 0,
      after: null,
    });
    expect(second).toMatchObject({ atMs: startMs + 10 * minuteMs, after: first?.id });
    expect(study.standing(a)).toMatchObject({
      schedule: { state: 'review', reps: 2, lastDay: 20_777 },
      head: second?.id,
    });
    expectReplayed(study);
  });

  it('counts the hours before the rollover to the day before, in the time zone that is set', () => {
    const settings = { ...defaultSettings, timeZone: 'Asia/Kolkata' };
    const { study, clock } = studyAt(undefined, { settings });
    clock.ms = Date.UTC(2026, 10, 20, 22);
    const [night] = study.record([act(a, { kind: 'bury' })]);
    expect(night).toMatchObject({ day: 20_777, offsetEast: 330 });
    expect(study.now().day).toBe(20_777);
    clock.ms = Date.UTC(2026, 10, 20, 23);
    expect(study.now().day).toBe(20_778);
  });

  it('is on the disk when it returns: another process sees it', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tenet-study-'));
    const file = path.join(folder, 'cards.db');
    const { study, store } = studyAt(openStore(file, { nowMs: startMs }));
    const [event] = study.record([answer(study, a, 4)]);
    const other = openStore(file, { nowMs: startMs });
    expect([...eventsInOrder(other)]).toEqual([event]);
    expect(studyAt(other).study.standing(a)).toEqual(study.standing(a));
    other.close();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('undoes to exactly what was before, however much that was', () => {
    const { study, clock } = studyAt();
    study.record([answer(study, a, 3)]);
    const before = study.standing(a);
    clock.ms += dayMs;
    const given = [
      ...study.record([answer(study, a, 1)]),
      ...study.record([act(a, { kind: 'flag', flag: 2, note: 'wrong year' })]),
      ...study.record([act(a, { kind: 'suspend' })]),
    ];
    expect(study.standing(a)).toMatchObject({ suspended: true, flag: 2 });
    study.record([act(a, { kind: 'undo', undoes: given.map(({ id }) => id) })]);
    expect(study.standing(a)).toEqual(before);
    expectReplayed(study);
  });

  it('undoes acts on other cards than the one it names', () => {
    const { study } = studyAt();
    const [onB] = study.record([act(b, { kind: 'suspend' })]);
    study.record([act(a, { kind: 'undo', undoes: onB === undefined ? [] : [onB.id] })]);
    expect(study.standing(b).suspended).toBe(false);
    expectReplayed(study);
  });

  it('carries the history of a reworded card over, and on to what was linked from it', () => {
    const { study, clock } = studyAt();
    study.record([answer(study, a, 4)]);
    clock.ms += minuteMs;
    const head = study.standing(a).head;
    study.record([{ card: b, body: { kind: 'link', from: a }, after: head }]);
    expect(study.standing(b).schedule).toEqual(study.standing(a).schedule);
    expectReplayed(study);
  });

  it('does not let an act that knew nothing of another decide the due day', () => {
    const { study, clock } = studyAt();
    const shown = study.standing(a);
    const here = answer(study, a, 4);
    study.record([answer(study, a, 4)]);
    clock.ms += minuteMs;
    study.record([{ ...here, after: shown.head }]);
    expect(study.standing(a).schedule).toMatchObject({ state: 'review', reps: 2 });
    expectReplayed(study);
  });

  it('writes several acts together or none of them', () => {
    const { study, store } = studyAt();
    const wrong = act(b, { kind: 'flag', flag: 0.5, note: '' });
    expect(() => study.record([answer(study, a, 3), wrong])).toThrow('cannot store REAL value');
    expect(countEvents(store)).toBe(0);
    expect(study.standing(a).schedule.state).toBe('new');
  });

  it('uses parameters from the moment that they were trained, and the old ones when that is undone', () => {
    const { study, store } = studyAt();
    study.record([answer(study, a, 3)]);
    const before = study.standing(a);
    const w = [...defaultParameters];
    w[2] = 5;
    const [trained] = study.record([
      { card: null, body: { kind: 'params', preset: 'default', algorithm: 'FSRS-6', w } },
    ]);
    expect(study.standing(a).schedule).toMatchObject({ memory: { stability: 5 } });
    expect(studyAt(store).study.standing(a)).toEqual(study.standing(a));
    study.record([
      { card: null, body: { kind: 'undo', undoes: trained === undefined ? [] : [trained.id] } },
    ]);
    expect(study.standing(a)).toEqual(before);
    expect(eventsOf(store, null)).toHaveLength(2);
  });
});

describe('opening a study', () => {
  it('makes the cache anew when the settings that replay depends on have changed', () => {
    const { study, store } = studyAt();
    study.record([answer(study, a, 3)]);
    putStandings(store, [{ ...study.standing(a), flagNote: 'stale' }]);
    expect(studyAt(store).study.standing(a).flagNote).toBe('stale');
    const schedule = { ...defaultSettings.schedule, learningStepsSeconds: [30] };
    const { study: changed } = studyAt(store, { settings: { ...defaultSettings, schedule } });
    expect(changed.standing(a).flagNote).toBe('');
    expectReplayed(changed);
  });
});

describe('two tenets at once on one database', () => {
  it('with other settings leave a cache that the next start puts right', () => {
    const { study: older, store } = studyAt();
    const schedule = { ...defaultSettings.schedule, learningStepsSeconds: [30] };
    const settings = { ...defaultSettings, schedule };
    studyAt(store, { settings, machine: 2 });
    older.record([answer(older, a, 3)]);
    older.record([answer(older, b, 1)]);
    const { study } = studyAt(store, { settings, machine: 2 });
    expectReplayed(study);
    expect(study.standing(b).schedule).toMatchObject({ state: 'learning', step: 0 });
  });
});

describe('taking in events of another machine', () => {
  const bodies: readonly EventBody[] = [
    { kind: 'suspend' },
    { kind: 'resume' },
    { kind: 'bury' },
    { kind: 'flag', flag: 1, note: 'n' },
    { kind: 'reset' },
  ];
  /** Each step: what is done, to which card, and how much later than the one before. */
  const steps = array(
    record({
      what: integer({ min: 0, max: 10 }),
      card: constantFrom(a, b),
      laterMs: constantFrom(0, 1000, 11 * minuteMs, dayMs, -2000),
    }),
    { maxLength: 12 },
  );

  function act11(study: Study, card: CardKey, what: number): Act {
    if (what < 4) return answer(study, card, (what + 1) as Grade);
    if (what === 9) return { card, body: { kind: 'link', from: card === a ? b : a } };
    if (what === 10) {
      const { head } = study.standing(card);
      return { card, body: { kind: 'undo', undoes: head === null ? [] : [head] } };
    }
    return { card, body: bodies[what - 4] ?? { kind: 'bury' } };
  }

  function live(
    machine: number,
    given: readonly { what: number; card: CardKey; laterMs: number }[],
  ) {
    const { study, store, clock } = studyAt(undefined, { machine });
    for (const { what, card, laterMs } of given) {
      clock.ms += laterMs;
      study.record([act11(study, card, what)]);
    }
    expectReplayed(study);
    return { study, events: [...eventsInOrder(store)] };
  }

  it('leads to one state whatever was done where, and whichever log comes first', () => {
    assert(
      property(steps, steps, integer({ min: 1, max: 5 }), (one, two, parts) => {
        const left = live(1, one);
        const right = live(2, two);
        left.study.takeIn(right.events);
        for (let part = 0; part < parts; part++)
          right.study.takeIn(left.events.filter((_, index) => index % parts === part));
        expectReplayed(left.study);
        expectReplayed(right.study);
        expect(byKey([...left.study.standings().values()])).toEqual(
          byKey([...right.study.standings().values()]),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('takes each event once, and says how many were new', () => {
    const { study } = studyAt();
    const { events } = live(2, [{ what: 2, card: a, laterMs: 0 }]);
    expect(study.takeIn(events)).toEqual({ added: 1, cards: 1 });
    expect(study.takeIn(events)).toEqual({ added: 0, cards: 0 });
  });

  it('works a whole collection out at once when the log of one arrives', () => {
    const { study } = studyAt();
    const body = answer(study, a, 3).body;
    const all = Array.from({ length: 5200 }, (_, index): StudyEvent => {
      const name = `card-${String(index).padStart(5, '0')}`;
      const moment = { atMs: startMs, day: 20_777, offsetEast: 0 };
      return { id: `e-${name}` as EventId, card: name as CardKey, ...moment, after: null, ...body };
    });
    expect(study.takeIn(all)).toEqual({ added: 5200, cards: 5200 });
    expectReplayed(study);
  });

  it('takes all of them in or, when reading them fails, none', () => {
    const { study, store } = studyAt();
    const { events } = live(2, [{ what: 2, card: a, laterMs: 0 }]);
    function* broken(): Generator<StudyEvent> {
      yield* events;
      throw new Error('the line was torn');
    }
    expect(() => study.takeIn(broken())).toThrow('the line was torn');
    expect(countEvents(store)).toBe(0);
  });
});
