import type { Due, Schedule, StudyDay } from '../model/schedule.ts';
import type { Plan } from './plan.ts';

/** When an answer is given: the instant, and the study day that it belongs to. */
export interface Moment {
  readonly atMs: number;
  readonly day: StudyDay;
}

/** A schedule with numbers: at least one answer was given. */
export type AnsweredSchedule = Exclude<Schedule, { readonly state: 'new' }>;

const daySeconds = 86_400;

/**
 * The schedule by a due on record. One of steps keeps a side in its steps and one of days lets it out,
 * whatever the steps are now: what was decided then stands.
 */
export function settle(schedule: Schedule, plan: Plan, due: Due, moment: Moment): AnsweredSchedule {
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

/** The schedule of a side that is out of its steps. */
export function inReview(
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

/** The schedule of a side in its steps: an instant, or a day where the step is of days. */
export function inSteps(
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

/** How many answers were given. */
export function repsOf(schedule: Schedule): number {
  return schedule.state === 'new' ? 0 : schedule.reps;
}
