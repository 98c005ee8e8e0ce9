import type { Due, Schedule } from '../model/schedule.ts';
import { due, fail, instantMs, wholeNumber } from './field-checks.ts';

/** A due as JSON: the number of a study day, or an ISO 8601 time. */
export function jsonOfDue(due: Due): number | string {
  return due.kind === 'day' ? due.day : new Date(due.atMs).toISOString();
}

/** A schedule as one flat JSON object: the inverse of `schedule`. */
export function fieldsOfSchedule(schedule: Schedule): Readonly<Record<string, unknown>> {
  const { state, ...rest } = schedule;
  const dueField = rest.due === undefined ? {} : { due: jsonOfDue(rest.due) };
  if (!('memory' in rest)) return { state, ...dueField };
  const { memory, due: _, lastAtMs, ...numbers } = rest;
  return { state, ...memory, ...dueField, lastAt: new Date(lastAtMs).toISOString(), ...numbers };
}

/** The schedule that a field of the log holds; throws `WrongField`. */
export function schedule(value: unknown, field: string): Schedule {
  if (typeof value !== 'object' || value === null) fail(value, field, 'an object with a "state"');
  const fields = value as Readonly<Record<string, unknown>>;
  const { state } = fields;
  if (state === 'new')
    return fields['due'] === undefined ? { state } : { state, due: due(fields['due'], 'due') };
  const answered = {
    memory: {
      stability: within(fields, 'stability', 0.001, 36_500),
      difficulty: within(fields, 'difficulty', 1, 10),
    },
    due: due(fields['due'], 'due'),
    lastDay: wholeNumber(fields['lastDay'], 'lastDay'),
    lastAtMs: instantMs(fields['lastAt'], 'lastAt'),
    reps: count(fields, 'reps'),
    lapses: count(fields, 'lapses'),
  };
  if (state === 'review')
    return { state, ...answered, intervalDays: count(fields, 'intervalDays') };
  const step = count(fields, 'step');
  if (state === 'learning') return { state, ...answered, step };
  if (state === 'relearning')
    return { state, ...answered, step, intervalDays: count(fields, 'intervalDays') };
  return fail(state, 'state', '"new", "learning", "review" or "relearning"');
}

type Fields = Readonly<Record<string, unknown>>;

function within(fields: Fields, field: string, least: number, most: number): number {
  const value = fields[field];
  return typeof value === 'number' && value >= least && value <= most
    ? value
    : fail(value, field, `a number from ${least} to ${most}`);
}

function count(fields: Fields, field: string): number {
  const value = wholeNumber(fields[field], field);
  return value >= 0 ? value : fail(value, field, '0 or more');
}
