import type { CardKey } from '../model/card.ts';
import type { Due, Grade, Schedule, Standing, StudyDay } from '../model/schedule.ts';
import type { ScheduleSettings } from '../model/settings.ts';
import { fuzzRange, pickDay } from './fuzz.ts';
import { seededUnit } from './seeded-unit.ts';
import { intervalDays, roundedDays } from './interval.ts';
import type { DueLoad } from './load.ts';
import { pickBalanced } from './load.ts';
import type { MemoryModel } from './memory.ts';
import { createMemoryModel } from './memory.ts';
import {
  type AnsweredSchedule,
  inReview,
  inSteps,
  type Moment,
  repsOf,
  settle,
} from './outcome.ts';
import { planAnswer } from './plan.ts';

export type { AnsweredSchedule, Moment } from './outcome.ts';

/** Decides when a side comes back. Pure: the same arguments give the same schedule. */
export interface Scheduler {
  readonly settings: ScheduleSettings;
  /** The schedule after an answer; `load` spreads the work, and is absent when the past is recomputed. */
  next(standing: Standing, grade: Grade, moment: Moment, load?: DueLoad): AnsweredSchedule;
  /** The schedule after an answer whose due is on record: what was decided then stands. */
  settle(standing: Standing, grade: Grade, moment: Moment, due: Due): AnsweredSchedule;
  /** `next` for the grades 1 to 4, in this order. */
  preview(standing: Standing, moment: Moment, load?: DueLoad): readonly AnsweredSchedule[];
  /** The due that a schedule would get now, counted from its last answer: for a reschedule. */
  dueAgain(standing: Standing): Due | null;
  /** Chance of recall, 0–1, so many days after the last answer. */
  recall(stabilityDays: number, elapsedDays: number): number;
  /** Chance of recall on a day, 0–1; null for what was never answered. */
  retrievability(schedule: Schedule, day: StudyDay): number | null;
}

const grades: readonly Grade[] = [1, 2, 3, 4];

/** A scheduler for one set of settings; throws `TenetError` where their parameters cannot be used. */
export function createScheduler(settings: ScheduleSettings): Scheduler {
  const model = createMemoryModel(settings.desiredRetention, settings.parameters);
  const next: Scheduler['next'] = (standing, grade, moment, load) =>
    decide(settings, model, standing, grade, moment, load);
  return {
    settings,
    next,
    settle: (standing, grade, moment, due) => {
      const plan = planAnswer(settings, model, standing.schedule, grade, moment.day);
      return settle(standing.schedule, plan, due, moment);
    },
    preview: (standing, moment, load) => grades.map((grade) => next(standing, grade, moment, load)),
    dueAgain: ({ key, schedule }) => {
      if (schedule.state !== 'review') return null;
      const choose = chooser(settings, key, schedule.reps - 1, schedule.lastDay, undefined);
      const days = choose(model.idealIntervalDays(schedule.memory), 1);
      return { kind: 'day', day: schedule.lastDay + days };
    },
    recall: model.recall,
    retrievability: (schedule, day) =>
      schedule.state === 'new'
        ? null
        : model.recall(schedule.memory.stability, day - schedule.lastDay),
  };
}

function decide(
  settings: ScheduleSettings,
  model: MemoryModel,
  { key, schedule }: Standing,
  grade: Grade,
  moment: Moment,
  load: DueLoad | undefined,
): AnsweredSchedule {
  const planned = (other: Grade) => planAnswer(settings, model, schedule, other, moment.day);
  const plan = planned(grade);
  if (plan.to.state !== 'review') return inSteps(schedule, plan, plan.to, moment);
  const days = intervalDays(
    {
      ideal: (other) => model.idealIntervalDays(planned(other).memory),
      previousDays: schedule.state === 'review' ? schedule.intervalDays : 0,
      hardCounts: planned(2).to.state === 'review',
      choose: chooser(settings, key, repsOf(schedule), moment.day, load),
    },
    grade,
  );
  return inReview(schedule, plan, { kind: 'day', day: moment.day + days }, days, moment);
}

/**
 * How an ideal interval becomes whole days. The draw depends on the card's key and its number of answers
 * alone, so it is the same for all four grades, in a preview and in the answer.
 */
function chooser(
  settings: ScheduleSettings,
  key: CardKey,
  reps: number,
  day: StudyDay,
  load: DueLoad | undefined,
): (ideal: number, minimum: number) => number {
  const cap = Math.max(1, settings.maximumIntervalDays);
  if (!settings.fuzz) return (ideal, minimum) => roundedDays(ideal, minimum, cap);
  const factor = seededUnit(key, reps);
  return (ideal, minimum) => {
    const range = fuzzRange(ideal, minimum, cap);
    return load === undefined
      ? pickDay(range, factor)
      : pickBalanced(range, factor, day, load, settings);
  };
}
