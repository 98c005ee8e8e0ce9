import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardKey } from '../../src/model/card.ts';
import type { Grade, Schedule, Standing } from '../../src/model/schedule.ts';
import type { ScheduleSettings } from '../../src/model/settings.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import { createScheduler } from '../../src/schedule/answer.ts';
import type { AnsweredSchedule, Moment } from '../../src/schedule/answer.ts';
import { newStanding } from '../../src/schedule/replay.ts';
import { exact, filledParameters, memoriesAfter, numbersIn, vectorsOf } from './vectors.ts';
import { intervalDays, roundedDays } from '../../src/schedule/interval.ts';
import { createMemoryModel } from '../../src/schedule/memory.ts';

const key = 'card' as CardKey;
const noon = (day: number): Moment => ({ day, atMs: day * 86_400_000 + 43_200_000 });
const fresh = newStanding(key);
const standing = (schedule: Schedule): Standing => ({ ...fresh, schedule });

const inReview = (intervalDays: number, stability = intervalDays): Standing =>
  standing({
    state: 'review',
    memory: { stability, difficulty: 5 },
    due: { kind: 'day', day: 100 + intervalDays },
    intervalDays,
    lastDay: 100,
    lastAtMs: noon(100).atMs,
    reps: 3,
    lapses: 0,
  });

const choose = (ideal: number, minimum: number) => roundedDays(ideal, minimum, 36_500);

function daysOf(schedules: readonly AnsweredSchedule[], day: number): readonly number[] {
  return schedules.map(({ due }) => (due.kind === 'day' ? due.day - day : 0));
}

function withSettings(changes: Partial<ScheduleSettings>) {
  return createScheduler({ ...exact, ...changes });
}

describe('a new side', () => {
  it.each(vectorsOf('first_rating'))('is first scheduled as in $id', (vector) => {
    const scheduler = withSettings({ parameters: filledParameters(vector) });
    const preview = scheduler.preview(fresh, noon(100));
    expect(daysOf(preview, 100)).toEqual(vector.expected['interval_days']);
    expect(preview.map(({ state }) => state)).toEqual(
      (vector.expected['state'] as readonly string[]).map((state) => state.toLowerCase()),
    );
  });

  it('goes through its steps by the minute, then to days', () => {
    const scheduler = withSettings({});
    const first = scheduler.next(fresh, 3, noon(100));
    expect(first).toMatchObject({
      state: 'learning',
      step: 1,
      due: { kind: 'instant', atMs: noon(100).atMs + 600_000 },
    });
    const second = scheduler.next(standing(first), 3, noon(100));
    expect(second).toMatchObject({ state: 'review', due: { kind: 'day', day: 102 }, reps: 2 });
  });

  it('stays in learning over a step of days, and does not lapse there', () => {
    const scheduler = withSettings({ learningStepsSeconds: [600, 3 * 86_400] });
    const first = scheduler.next(fresh, 3, noon(100));
    expect(first).toMatchObject({ state: 'learning', step: 1, due: { kind: 'day', day: 103 } });
    const again = scheduler.next(standing(first), 1, noon(103));
    expect(again).toMatchObject({ state: 'learning', step: 0, lapses: 0 });
  });

  it('without steps comes back on the same day when it would be forgotten within half a day', () => {
    const scheduler = withSettings({ learningStepsSeconds: [] });
    const again = scheduler.next(fresh, 1, noon(100));
    expect(again).toMatchObject({ state: 'learning', step: 0 });
    expect(again.due).toEqual({ kind: 'instant', atMs: noon(100).atMs + 18_317_000 });
    expect(daysOf(scheduler.preview(fresh, noon(100)), 100)).toEqual([0, 1, 2, 8]);
  });
});

describe('a lapse', () => {
  it('goes through relearning, counts once, and comes back with a new interval', () => {
    const scheduler = withSettings({});
    const lapsed = scheduler.next(inReview(20), 1, noon(120));
    expect(lapsed).toMatchObject({
      state: 'relearning',
      step: 0,
      lapses: 1,
      due: { kind: 'instant', atMs: noon(120).atMs + 600_000 },
    });
    const back = scheduler.next(standing(lapsed), 3, noon(120));
    expect(back).toMatchObject({ state: 'review', lapses: 1 });
    expect(daysOf([back], 120)[0]).toBeLessThan(20);
  });

  it.each(vectorsOf('no_steps'))('without relearning steps stays in review ($id)', (vector) => {
    const scheduler = withSettings({ relearningStepsSeconds: [] });
    let day = 100;
    let now = fresh;
    for (const [grade, elapsedDays] of vector.reviews ?? []) {
      day += elapsedDays;
      now = Object.assign({}, now, { schedule: scheduler.next(now, grade, noon(day)) });
    }
    expect(now.schedule).toMatchObject({ state: 'review', lapses: 1 });
    expect(daysOf([now.schedule as AnsweredSchedule], day)[0]).toBeGreaterThanOrEqual(1);
  });
});

describe('intervals', () => {
  it.each(vectorsOf('scheduler_sequence_at_due'))('of days grow as in $id', (vector) => {
    const model = createMemoryModel(0.9, filledParameters(vector));
    const memories = memoriesAfter(model, vector);
    let previousDays = 0;
    const days = memories.map((memory, index) => {
      const grade = vector.reviews?.[index]?.[0] ?? 3;
      const before = memories[index - 1] ?? null;
      const elapsed = vector.reviews?.[index]?.[1] ?? 0;
      const ideal = (other: Grade) =>
        model.idealIntervalDays(other === grade ? memory : model.next(before, elapsed, other));
      previousDays = intervalDays({ ideal, previousDays, hardCounts: true, choose }, grade);
      return previousDays;
    });
    expect(days).toEqual(vector.expected['interval_days']);
    for (const [index, stability] of numbersIn(vector.expected, 'stability').entries()) {
      expect(memories[index]?.stability).toBeCloseTo(stability, 4);
    }
  });

  const stability = fc.double({ min: 0.01, max: 40_000, noNaN: true });
  const settings = fc.record({
    maximumIntervalDays: fc.integer({ min: 1, max: 400 }),
    fuzz: fc.boolean(),
    learningStepsSeconds: fc.constantFrom([], [60, 600]),
    desiredRetention: fc.double({ min: 0.7, max: 0.99, noNaN: true }),
  });

  it('never exceed the cap, and each passing grade outlasts the one below as far as the cap lets it', () => {
    const sample = fc.tuple(settings, stability, fc.integer({ min: 1, max: 300 }), fc.nat(40));
    fc.assert(
      fc.property(sample, ([changes, strength, interval, late]) => {
        const scheduler = createScheduler({ ...defaultSettings.schedule, ...changes });
        const day = 100 + interval + late;
        const days = daysOf(scheduler.preview(inReview(interval, strength), noon(day)), day);
        const cap = changes.maximumIntervalDays;
        const [, hard = 0, good = 0, easy = 0] = days;
        expect(Math.max(...days)).toBeLessThanOrEqual(cap);
        expect(hard).toBeGreaterThanOrEqual(1);
        expect(good).toBeGreaterThanOrEqual(Math.min(cap, hard + 1));
        expect(easy).toBeGreaterThanOrEqual(Math.min(cap, good + 1));
      }),
    );
  });

  it('grow by a day at least when the ideal has grown at all', () => {
    const days = daysOf(withSettings({}).preview(inReview(30, 30), noon(131)), 131);
    expect(days[2]).toBeGreaterThan(31);
    const barely = withSettings({ desiredRetention: 0.97 });
    const early = daysOf(barely.preview(inReview(3, 20), noon(101)), 101);
    expect(Math.min(...early.slice(1))).toBeGreaterThanOrEqual(4);
  });

  it('do not change while a person looks at them', () => {
    const scheduler = createScheduler(defaultSettings.schedule);
    const shown = Array.from({ length: 5 }, (_, second) =>
      daysOf(scheduler.preview(inReview(80), { day: 180, atMs: 180 * 86_400_000 + second }), 180),
    );
    expect(new Set(shown.map(String)).size).toBe(1);
  });

  it('are recomputed for a reschedule from the last answer, with the same draw', () => {
    const scheduler = createScheduler(defaultSettings.schedule);
    const before = standing({ ...(inReview(40).schedule as AnsweredSchedule), reps: 2 });
    const answered = scheduler.next(before, 3, noon(140));
    const days = scheduler.dueAgain(standing(answered));
    expect(days).toEqual(answered.due);
    expect(scheduler.dueAgain(fresh)).toBeNull();
  });
});

describe('a clock that was set back', () => {
  it('counts as the same day and never throws', () => {
    const scheduler = withSettings({});
    const next = scheduler.next(inReview(20), 3, noon(90));
    expect(next).toMatchObject({ state: 'review', lastDay: 90 });
    expect(next.memory.stability).toBeGreaterThanOrEqual(20);
    expect(scheduler.retrievability(inReview(20).schedule, 90)).toBe(1);
  });
});

describe('retrievability', () => {
  it('is 90 % when the interval is over, and unknown for what was never answered', () => {
    const scheduler = withSettings({});
    expect(scheduler.retrievability(inReview(20).schedule, 120)).toBeCloseTo(0.9, 6);
    expect(scheduler.retrievability(fresh.schedule, 120)).toBeNull();
  });
});
