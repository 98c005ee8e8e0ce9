import type { CardKey } from '../model/card.ts';
import type { Due, Grade, Memory, Schedule, Standing, StudyDay } from '../model/schedule.ts';
import type { ScheduleSettings } from '../model/settings.ts';
import { fuzzFactor, fuzzRange, pickDay } from './fuzz.ts';
import { intervalDays, roundedDays } from './interval.ts';
import type { DueLoad } from './load.ts';
import { pickBalanced } from './load.ts';
import type { MemoryModel } from './memory.ts';
import { createMemoryModel } from './memory.ts';
import { moveStep } from './steps.ts';

/** When an answer is given: the instant, and the study day that it belongs to. */
export interface Moment {
  readonly atMs: number;
  readonly day: StudyDay;
}

/** A schedule with numbers: at least one answer was given. */
export type AnsweredSchedule = Exclude<Schedule, { readonly state: 'new' }>;

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
  /** Chance of recall today, 0–1; null for what was never answered. */
  retrievability(schedule: Schedule, day: StudyDay): number | null;
}

/** Where an answer leads, before a day is chosen. */
interface Plan {
  readonly memory: Memory;
  readonly lapses: number;
  readonly to:
    | {
        readonly state: 'learning' | 'relearning';
        readonly step: number;
        readonly delaySeconds: number;
      }
    | { readonly state: 'review' };
}

const daySeconds = 86_400;
/** Without steps, what is forgotten within half a day is asked again on the same day. */
const sameDayBelowDays = 0.5;
const shortestDelaySeconds = 60;
const grades: readonly Grade[] = [1, 2, 3, 4];

/** A scheduler for one set of settings; throws `TenetError` where their parameters cannot be used. */
export function createScheduler(settings: ScheduleSettings): Scheduler {
  const model = createMemoryModel(settings.desiredRetention, settings.parameters);
  const next: Scheduler['next'] = (standing, grade, moment, load) => {
    const { schedule } = standing;
    const plan = planAnswer(settings, model, schedule, grade, moment.day);
    if (plan.to.state !== 'review') return inSteps(schedule, plan, plan.to, moment);
    const days = intervalDays(
      {
        ideal: (other) =>
          model.idealIntervalDays(
            other === grade ? plan.memory : nextMemory(model, schedule, other, moment.day),
          ),
        previousDays: schedule.state === 'review' ? schedule.intervalDays : 0,
        hardCounts: planAnswer(settings, model, schedule, 2, moment.day).to.state === 'review',
        choose: chooser(settings, standing.key, repsOf(schedule), moment.day, load),
      },
      grade,
    );
    const due: Due = { kind: 'day', day: moment.day + days };
    return inReview(schedule, plan, due, days, moment);
  };
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
    retrievability: (schedule, day) =>
      schedule.state === 'new'
        ? null
        : model.retrievability(schedule.memory, day - schedule.lastDay),
  };
}

function planAnswer(
  settings: ScheduleSettings,
  model: MemoryModel,
  schedule: Schedule,
  grade: Grade,
  day: StudyDay,
): Plan {
  const memory = nextMemory(model, schedule, grade, day);
  const lapsed = schedule.state === 'review' && grade === 1;
  const lapses = (schedule.state === 'new' ? 0 : schedule.lapses) + (lapsed ? 1 : 0);
  if (schedule.state === 'review' && !lapsed) return { memory, lapses, to: { state: 'review' } };
  const inFirstSteps = schedule.state === 'new' || schedule.state === 'learning';
  const steps = inFirstSteps ? settings.learningStepsSeconds : settings.relearningStepsSeconds;
  const step = 'step' in schedule ? schedule.step : 0;
  const state = inFirstSteps ? 'learning' : 'relearning';
  const move = moveStep(steps, step, grade);
  if (move.to === 'step') {
    return { memory, lapses, to: { state, step: move.step, delaySeconds: move.delaySeconds } };
  }
  const ideal = model.idealIntervalDays(memory);
  if (steps.length > 0 || grade === 4 || ideal >= sameDayBelowDays) {
    return { memory, lapses, to: { state: 'review' } };
  }
  const delaySeconds = Math.max(shortestDelaySeconds, Math.round(ideal * daySeconds));
  return { memory, lapses, to: { state, step: 0, delaySeconds } };
}

/** A clock that was set back counts as the same day. */
function nextMemory(model: MemoryModel, schedule: Schedule, grade: Grade, day: StudyDay): Memory {
  if (schedule.state === 'new') return model.next(null, 0, grade);
  return model.next(schedule.memory, Math.max(0, day - schedule.lastDay), grade);
}

function chooser(
  settings: ScheduleSettings,
  key: CardKey,
  reps: number,
  day: StudyDay,
  load: DueLoad | undefined,
): (ideal: number, minimum: number) => number {
  const cap = Math.max(1, settings.maximumIntervalDays);
  if (!settings.fuzz) return (ideal, minimum) => roundedDays(ideal, minimum, cap);
  const factor = fuzzFactor(key, reps);
  return (ideal, minimum) => {
    const range = fuzzRange(ideal, minimum, cap);
    return load === undefined
      ? pickDay(range, factor)
      : pickBalanced(range, factor, day, load, settings);
  };
}

/** A record of steps keeps a side in its steps and a record of days lets it out, whatever the steps are now. */
function settle(schedule: Schedule, plan: Plan, due: Due, moment: Moment): AnsweredSchedule {
  if (plan.to.state !== 'review') {
    const daysLong = plan.to.delaySeconds >= daySeconds;
    if (due.kind === 'instant' || daysLong) {
      return { ...inSteps(schedule, plan, plan.to, moment), due };
    }
  } else if (due.kind === 'instant') {
    const state =
      schedule.state === 'new' || schedule.state === 'learning' ? 'learning' : 'relearning';
    const step = 'step' in schedule ? schedule.step : 0;
    return { ...inSteps(schedule, plan, { state, step, delaySeconds: 0 }, moment), due };
  }
  const days = due.kind === 'day' ? Math.max(1, due.day - moment.day) : 1;
  return inReview(schedule, plan, due, days, moment);
}

function inReview(
  schedule: Schedule,
  { memory, lapses }: Plan,
  due: Due,
  days: number,
  { atMs, day }: Moment,
): AnsweredSchedule {
  return {
    state: 'review',
    memory,
    due,
    intervalDays: days,
    lastDay: day,
    lastAtMs: atMs,
    reps: repsOf(schedule) + 1,
    lapses,
  };
}

function inSteps(
  schedule: Schedule,
  { memory, lapses }: Plan,
  to: Exclude<Plan['to'], { readonly state: 'review' }>,
  { atMs, day }: Moment,
): AnsweredSchedule {
  const due: Due =
    to.delaySeconds >= daySeconds
      ? { kind: 'day', day: day + Math.round(to.delaySeconds / daySeconds) }
      : { kind: 'instant', atMs: atMs + to.delaySeconds * 1000 };
  const answered = {
    memory,
    due,
    step: to.step,
    lastDay: day,
    lastAtMs: atMs,
    reps: repsOf(schedule) + 1,
    lapses,
  };
  if (to.state === 'learning') return { state: 'learning', ...answered };
  const days = 'intervalDays' in schedule ? schedule.intervalDays : 1;
  return { state: 'relearning', intervalDays: days, ...answered };
}

function repsOf(schedule: Schedule): number {
  return schedule.state === 'new' ? 0 : schedule.reps;
}
