import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardKey } from '../../src/model/card.ts';
import type { EventBody, EventId, StudyEvent } from '../../src/model/event.ts';
import type { Due, Grade, Memory, Standing } from '../../src/model/schedule.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import { createScheduler } from '../../src/schedule/answer.ts';
import { advance, logOf, newStanding, replayCard } from '../../src/schedule/replay.ts';
import { studyDay } from '../../src/schedule/study-day.ts';
import { deeds, scheduler, standingsOf, study, unionOf } from './simulate.ts';

const key = 'card' as CardKey;
const onDay = (day: number): Due => ({ kind: 'day', day });

/** Events of one side on given days, each made after the one before it unless said otherwise. */
function history(...parts: readonly (EventBody & Partial<StudyEvent>)[]): readonly StudyEvent[] {
  const events: StudyEvent[] = [];
  for (const [index, part] of parts.entries()) {
    const day = part.day ?? 100 + index;
    events.push({
      id: `e${index}` as EventId,
      card: key,
      day,
      atMs: day * 86_400_000 + index,
      offsetEast: 0,
      after: events.at(-1)?.id ?? null,
      ...part,
    });
  }
  return events;
}

const answered = (grade: Grade, day: number, due: Due = onDay(day + 1)) =>
  ({ kind: 'answer', grade, ms: 5000, due, day }) as const;

function stand(events: readonly StudyEvent[], of: CardKey = key): Standing {
  return replayCard(of, logOf(events), scheduler);
}

describe('replay', () => {
  it('gives a new standing where the log says nothing', () => {
    expect(stand([])).toEqual(newStanding(key));
  });

  it('keeps the due on record while it was decided on what is known', () => {
    const first = answered(3, 100, onDay(140));
    expect(stand(history(first)).schedule).toMatchObject({
      state: 'review',
      due: onDay(140),
      intervalDays: 40,
      lastDay: 100,
      reps: 1,
    });
  });

  it('works a due out again that was decided without knowing of another answer', () => {
    const [first, second, third] = history(
      answered(4, 100, onDay(108)),
      answered(3, 108, onDay(400)),
      answered(3, 109, onDay(500)),
    ) as [StudyEvent, StudyEvent, StudyEvent];
    const elsewhere = { ...third, after: first.id };
    const { schedule } = stand([first, second, elsewhere]);
    const recomputed = scheduler.next(stand([first, second]), 3, third);
    expect(schedule).toEqual(recomputed);
    expect(schedule.due).not.toEqual(onDay(500));
  });

  it('leaves out what an undo names, wherever the undo stands, and ignores the undo of an undo', () => {
    const [first, second] = history(answered(3, 100), answered(1, 101)) as [StudyEvent, StudyEvent];
    const undo: StudyEvent = {
      ...second,
      id: 'u1' as EventId,
      kind: 'undo',
      undoes: [second.id],
    };
    const undoOfUndo: StudyEvent = { ...undo, id: 'u2' as EventId, undoes: [undo.id] };
    expect(stand([undo, first, second])).toEqual(stand([first]));
    expect(stand([first, undoOfUndo, second, undo])).toEqual(stand([first]));
  });

  it('starts over at a reset, and keeps flag and suspension', () => {
    const events = history(
      answered(3, 100),
      { kind: 'flag', flag: 3, note: 'unclear' },
      { kind: 'suspend' },
      { kind: 'reset' },
    );
    expect(stand(events)).toEqual({
      ...newStanding(key),
      suspended: true,
      flag: 3,
      flagNote: 'unclear',
      head: 'e3',
    });
  });

  it('ends suspension and burial with resume', () => {
    const buried = history({ kind: 'suspend' }, { kind: 'bury', day: 105 });
    expect(stand(buried)).toMatchObject({ suspended: true, buriedDay: 105 });
    const resumed = history({ kind: 'suspend' }, { kind: 'bury', day: 105 }, { kind: 'resume' });
    expect(stand(resumed)).toMatchObject({ suspended: false, buriedDay: null });
  });

  it('lets cramming and unknown kinds change nothing but the head', () => {
    const before = stand(history(answered(3, 100)));
    const events = history(
      answered(3, 100),
      { kind: 'cram', grade: 1, ms: 100 },
      { kind: 'unknown', name: 'x' },
    );
    expect(stand(events)).toEqual({ ...before, head: 'e2' });
  });

  it('moves the due that a person chose, also of a new side, and leaves the memory alone', () => {
    const chosen: EventBody = { kind: 'due', due: onDay(300), why: 'user' };
    const before = stand(history(answered(4, 100)));
    expect(stand(history(answered(4, 100), chosen)).schedule).toEqual({
      ...before.schedule,
      due: onDay(300),
    });
    expect(stand(history(chosen)).schedule).toEqual({ state: 'new', due: onDay(300) });
  });

  it('works an overtaken reschedule out again, but not a choice', () => {
    const overtaken = (why: 'user' | 'reschedule') =>
      stand(
        history(answered(4, 100, onDay(108)), { kind: 'due', due: onDay(900), why, after: null }),
      ).schedule.due;
    expect(overtaken('user')).toEqual(onDay(900));
    expect(overtaken('reschedule')).toEqual(scheduler.dueAgain(stand(history(answered(4, 100)))));
  });

  it('goes on from numbers that were taken over', () => {
    const schedule = {
      state: 'review',
      memory: { stability: 30, difficulty: 4 },
      due: onDay(130),
      intervalDays: 30,
      lastDay: 100,
      lastAtMs: 100 * 86_400_000,
      reps: 7,
      lapses: 2,
    } as const;
    const events = history({ kind: 'memory', schedule, day: 100 }, answered(1, 130));
    expect(stand(events.slice(0, 1)).schedule).toEqual(schedule);
    expect(stand(events).schedule).toMatchObject({ reps: 8, lapses: 3, lastDay: 130 });
  });

  it('calls a leech at the threshold, and suspends it where that is set', () => {
    const lapsing = history(
      answered(4, 100),
      ...Array.from({ length: 8 }, (_, index) => [
        answered(1, 110 + index * 10, { kind: 'instant', atMs: 0 }),
        answered(4, 111 + index * 10, onDay(120 + index * 10)),
      ]).flat(),
    );
    expect(stand(lapsing.slice(0, 15))).toMatchObject({ leech: false });
    expect(stand(lapsing)).toMatchObject({ leech: true, suspended: false });
    const strict = createScheduler({ ...defaultSettings.schedule, leechAction: 'suspend' });
    expect(replayCard(key, logOf(lapsing), strict)).toMatchObject({ leech: true, suspended: true });
  });

  it('keeps a record of days for review where the steps have changed since', () => {
    const longSteps = createScheduler({
      ...defaultSettings.schedule,
      learningStepsSeconds: [60, 600, 3600, 7200],
    });
    const events = history(answered(3, 100, onDay(104)));
    expect(replayCard(key, logOf(events), longSteps).schedule).toMatchObject({
      state: 'review',
      intervalDays: 4,
    });
    const noSteps = createScheduler({ ...defaultSettings.schedule, learningStepsSeconds: [] });
    const minutes = history(answered(3, 100, { kind: 'instant', atMs: 8_640_600_000 }));
    expect(replayCard(key, logOf(minutes), noSteps).schedule).toMatchObject({ state: 'learning' });
  });
});

describe('a link', () => {
  const old = 'told' as CardKey;
  const [first, second] = history(
    { ...answered(3, 100, onDay(104)), card: old },
    { ...answered(3, 104, onDay(120)), card: old },
  ) as [StudyEvent, StudyEvent];
  const link: StudyEvent = {
    ...second,
    id: 'link' as EventId,
    card: key,
    kind: 'link',
    from: old,
    after: second.id,
    day: 105,
    atMs: second.atMs + 1000,
  };
  const own: StudyEvent = {
    ...second,
    id: 'own' as EventId,
    card: key,
    after: link.id,
    day: 120,
    atMs: 120 * 86_400_000,
    due: onDay(170),
  } as StudyEvent;

  it('carries the history over, and the old key keeps it', () => {
    expect(stand([first, second, link])).toEqual({
      ...stand([first, second], old),
      key,
      head: link.id,
    });
    expect(stand([first, second, link], old)).toEqual(stand([first, second], old));
  });

  it('is followed by the new key’s own events, whose dues hold', () => {
    expect(stand([own, link, second, first]).schedule).toMatchObject({
      due: onDay(170),
      reps: 3,
      lastDay: 120,
    });
  });

  it('leaves what happened to the old key later to the old key', () => {
    const later = { ...second, id: 'later' as EventId, after: second.id, atMs: link.atMs + 5 };
    expect(stand([first, second, link, later])).toEqual(stand([first, second, link]));
    expect(stand([first, second, link, later], old).schedule).toMatchObject({ reps: 3 });
  });

  it('also carries what it was made after by a clock that was set back', () => {
    const early = { ...link, atMs: 0 };
    expect(stand([first, second, early]).schedule).toMatchObject({ reps: 2 });
  });

  it('there and back counts each answer once', () => {
    const back: StudyEvent = {
      ...link,
      id: 'back' as EventId,
      card: old,
      from: key,
      after: own.id,
      day: 121,
      atMs: 121 * 86_400_000,
    } as StudyEvent;
    expect(stand([first, second, link, own, back], old).schedule).toMatchObject({ reps: 3 });
  });

  it('that was undone carries nothing', () => {
    const undo: StudyEvent = { ...link, id: 'u' as EventId, kind: 'undo', undoes: [link.id] };
    expect(stand([first, second, link, undo])).toEqual(newStanding(key));
  });
});

/** The memory after answers at noon by the local clock, each so many days after the one before. */
function memoryAtNoon(
  timeZone: string,
  answers: readonly { readonly grade: Grade; readonly days: number }[],
): Memory | undefined {
  let standing = newStanding(key);
  let day = 20_400;
  for (const { grade, days } of answers) {
    day += days;
    const atMs = day * 86_400_000 + (timeZone === 'Europe/Berlin' ? 11 : 19) * 3_600_000;
    const moment = { atMs, day: studyDay(atMs, { timeZone, rolloverHour: 4 }) };
    standing = Object.assign({}, standing, { schedule: scheduler.next(standing, grade, moment) });
  }
  return standing.schedule.state === 'new' ? undefined : standing.schedule.memory;
}

describe('properties of replay', () => {
  it('an event at a time gives the same as all at once', () => {
    fc.assert(
      fc.property(deeds(true), (all) => {
        study(all, (event, before, known) => {
          const next = advance(before, event, scheduler);
          const replayed = replayCard(before.key, logOf([...known, event]), scheduler);
          const needsReplay = event.kind === 'undo' || event.kind === 'link';
          expect(next).toEqual(needsReplay ? null : replayed);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('the union of logs gives one state in any order', () => {
    fc.assert(
      fc.property(deeds(true), fc.infiniteStream(fc.nat()), (all, numbers) => {
        const union = unionOf(study(all));
        const shuffled = [...union, ...union]
          .map((event) => [numbers.next().value, event] as const)
          .sort(([a], [b]) => a - b)
          .map(([, event]) => event);
        expect(standingsOf(shuffled)).toEqual(standingsOf(union));
      }),
      { numRuns: 100 },
    );
  });

  it('undo is the inverse of what was just done', () => {
    fc.assert(
      fc.property(deeds(false), (all) => {
        study(all, (event, before, known) => {
          if (event.kind === 'undo') return;
          const undo: StudyEvent = {
            ...event,
            id: `${event.id}-undo` as EventId,
            after: event.id,
            kind: 'undo',
            undoes: [event.id],
          };
          expect(replayCard(before.key, logOf([...known, event, undo]), scheduler)).toEqual(before);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('the preview is what an answer then does', () => {
    fc.assert(
      fc.property(deeds(true), (all) => {
        study(all, (event, before) => {
          if (event.kind !== 'answer') return;
          const shown = scheduler.preview(before, event)[event.grade - 1];
          const given = { ...event, due: shown?.due ?? event.due };
          expect(advance(before, given, scheduler)?.schedule).toEqual(shown);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('the same answers in two zones with the same study days give the same memory', () => {
    const evening = fc.array(
      fc.record({
        grade: fc.constantFrom<Grade>(1, 2, 3, 4),
        days: fc.integer({ min: 0, max: 40 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(evening, (answers) => {
        const berlin = memoryAtNoon('Europe/Berlin', answers);
        expect(berlin).toBeDefined();
        expect(memoryAtNoon('America/Denver', answers)).toEqual(berlin);
      }),
      { numRuns: 40 },
    );
  });
});
