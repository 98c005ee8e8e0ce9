import type { EventBody } from '../model/event.ts';
import type { Due, Schedule } from '../model/schedule.ts';
import {
  type Check,
  due,
  duration,
  flagNumber,
  grade,
  nameText,
  names,
  numbers,
  text,
  why,
} from './field-checks.ts';
import { fieldsOfSchedule, jsonOfDue, schedule } from './schedule-fields.ts';

/** The fields of an event in the log that depend on its kind, as JSON values. */
export type EventFields = Readonly<Record<string, unknown>>;

type KnownKind = Exclude<EventBody['kind'], 'unknown'>;

/** Which fields each kind has, and what they hold. */
const kinds: Readonly<Record<KnownKind, Readonly<Record<string, Check>>>> = {
  answer: { grade, ms: duration, due },
  cram: { grade, ms: duration },
  due: { due, why },
  suspend: {},
  resume: {},
  bury: {},
  flag: { flag: flagNumber, note: text },
  reset: {},
  link: { from: nameText },
  params: { preset: text, algorithm: text, w: numbers },
  read: { section: text },
  memory: { schedule },
  undo: { undoes: names },
};

/** What an event says, from the JSON fields of its kind; throws `WrongField`. Other fields come as `extra`. */
export function bodyFromFields(kind: string, fields: EventFields): EventBody & Extra {
  if (!Object.hasOwn(kinds, kind)) return { kind: 'unknown', name: kind, ...extraOf(fields, {}) };
  const checks = kinds[kind as KnownKind];
  const body = Object.entries(checks).map(([field, check]) => [field, check(fields[field], field)]);
  return { kind, ...Object.fromEntries(body), ...extraOf(fields, checks) } as EventBody & Extra;
}

interface Extra {
  readonly extra?: Readonly<Record<string, unknown>>;
}

function extraOf(fields: EventFields, known: Readonly<Record<string, Check>>): Extra {
  const unknown = Object.entries(fields).filter(([field]) => !Object.hasOwn(known, field));
  return unknown.length === 0 ? {} : { extra: Object.fromEntries(unknown) };
}

/** The JSON fields of what an event says: the inverse of `bodyFromFields`. */
export function fieldsFromBody(body: EventBody & Extra): EventFields {
  if (body.kind === 'unknown') return body.extra ?? {};
  const known = Object.keys(kinds[body.kind]).map((field) => [
    field,
    asJson(body[field as keyof typeof body]),
  ]);
  return { ...Object.fromEntries(known), ...body.extra };
}

/** Of all values that a field can hold, only dues and schedules are not JSON already. */
function asJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('state' in value) return fieldsOfSchedule(value as Schedule);
  return 'kind' in value ? jsonOfDue(value as Due) : value;
}
