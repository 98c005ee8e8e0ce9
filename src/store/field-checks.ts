import type { Due, Grade } from '../model/schedule.ts';

/** A value of the log that is not what its field holds; the message names the field and says what it is. */
export class WrongField extends Error {}

/** Gives the value of a field as the model has it, or throws `WrongField`. */
export type Check = (value: unknown, field: string) => unknown;
const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Ids and keys of any version: visible ASCII, so that they can be printed. */
const name = /^[!-~]{1,200}$/;

/** Says what a field holds and what it should hold. */
export function fail(value: unknown, field: string, wanted: string): never {
  const shown = JSON.stringify(value)?.slice(0, 40) ?? 'missing';
  throw new WrongField(`"${field}" is ${shown}; it is ${wanted}`);
}

/** A whole number. */
export function wholeNumber(value: unknown, field: string): number {
  return Number.isSafeInteger(value) ? (value as number) : fail(value, field, 'a whole number');
}

/** An id or a card key. */
export function nameText(value: unknown, field: string): string {
  return typeof value === 'string' && name.test(value)
    ? value
    : fail(value, field, 'a name without spaces');
}

/** Milliseconds since the epoch, from an ISO 8601 time with its zone. */
export function instantMs(value: unknown, field: string): number {
  const ms = typeof value === 'string' && isoInstant.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? fail(value, field, 'a time such as 2026-11-20T09:00:00.000Z') : ms;
}

/** Any text. */
export function text(value: unknown, field: string): string {
  return typeof value === 'string' ? value : fail(value, field, 'a text');
}

/** Milliseconds, rounded. */
export function duration(value: unknown, field: string): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? Math.round(value)
    : fail(value, field, 'a number of milliseconds');
}

export function grade(value: unknown, field: string): Grade {
  return value === 1 || value === 2 || value === 3 || value === 4
    ? value
    : fail(value, field, '1, 2, 3 or 4');
}

/** A study day, or the instant of an ISO 8601 time. */
export function due(value: unknown, field: string): Due {
  if (Number.isSafeInteger(value)) return { kind: 'day', day: value as number };
  if (typeof value === 'string' && isoInstant.test(value))
    return { kind: 'instant', atMs: instantMs(value, field) };
  return fail(value, field, 'a day number or a time such as 2026-11-20T09:00:00.000Z');
}

export function why(value: unknown, field: string): 'user' | 'reschedule' {
  return value === 'user' || value === 'reschedule'
    ? value
    : fail(value, field, '"user" or "reschedule"');
}

export function flagNumber(value: unknown, field: string): number {
  const flag = wholeNumber(value, field);
  return flag >= 0 && flag <= 7 ? flag : fail(value, field, 'a number from 0 to 7');
}

/** Ids. */
export function names(value: unknown, field: string): readonly string[] {
  return Array.isArray(value)
    ? value.map((each) => nameText(each, field))
    : fail(value, field, 'a list of ids');
}

export function numbers(value: unknown, field: string): readonly number[] {
  return Array.isArray(value) && value.every((each) => Number.isFinite(each))
    ? (value as number[])
    : fail(value, field, 'a list of numbers');
}
