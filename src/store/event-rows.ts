import type { CardKey } from '../model/card.ts';
import type { EventId, StudyEvent } from '../model/event.ts';
import type { Due, Grade } from '../model/schedule.ts';
import { bodyFromFields, fieldsFromBody } from './event-fields.ts';
import { parseExactly } from './exact-json.ts';

/** The columns of an event in the order of `EventRow`. */
export const eventColumns =
  'id, card, at, day, offset_east, kind, after, grade, ms, due_day, due_at, body';

export type EventRow = readonly [
  id: string,
  card: string,
  at: number,
  day: number,
  offsetEast: number,
  kind: string,
  after: string | null,
  grade: number | null,
  ms: number | null,
  dueDay: number | null,
  dueAt: number | null,
  body: string | null,
];

/** What stands in `card` for events of no card. */
export const noCard = '';

type ScheduleColumns = readonly [
  grade: number | null,
  ms: number | null,
  dueDay: number | null,
  dueAt: number | null,
];

/** The row that holds an event. */
export function rowOfEvent(event: StudyEvent): EventRow {
  return [
    event.id,
    event.card ?? noCard,
    event.atMs,
    event.day,
    event.offsetEast,
    event.kind === 'unknown' ? event.name : event.kind,
    event.after,
    ...scheduleColumns(event),
    bodyColumn(event),
  ];
}

function scheduleColumns(event: StudyEvent): ScheduleColumns {
  switch (event.kind) {
    case 'answer':
      return [event.grade, event.ms, ...dueColumns(event.due)];
    case 'cram':
      return [event.grade, event.ms, null, null];
    case 'due':
      return [null, null, ...dueColumns(event.due)];
    default:
      return [null, null, null, null];
  }
}

function dueColumns(due: Due): readonly [number | null, number | null] {
  return due.kind === 'day' ? [due.day, null] : [null, due.atMs];
}

/** The fields of these kinds that have columns. */
const inColumns: Readonly<Record<string, readonly string[]>> = {
  answer: ['grade', 'ms', 'due'],
  cram: ['grade', 'ms'],
  due: ['due'],
};

function bodyColumn(event: StudyEvent): string | null {
  if (event.kind === 'answer' && event.extra === undefined) return null;
  const elsewhere = inColumns[event.kind] ?? [];
  const fields = Object.entries(fieldsFromBody(event)).filter(
    ([name]) => !elsewhere.includes(name),
  );
  return fields.length === 0 ? null : JSON.stringify(Object.fromEntries(fields));
}

/** The event that a row holds; answers, which are nearly all, take a short way. */
export function eventOfRow(row: EventRow): StudyEvent {
  const [id, card, atMs, day, offsetEast, kind, after, grade, ms, dueDay, dueAt, body] = row;
  const common = {
    id: id as EventId,
    card: card === noCard ? null : (card as CardKey),
    atMs,
    day,
    offsetEast,
    after: after as EventId | null,
  };
  if (kind === 'answer' && body === null)
    return { ...common, kind, grade: grade as Grade, ms: ms ?? 0, due: dueOf(dueDay, dueAt) };
  const fields = body === null ? {} : (parseExactly(body) as Record<string, unknown>);
  const columns = {
    ...(grade === null ? {} : { grade }),
    ...(ms === null ? {} : { ms }),
    ...(dueDay === null && dueAt === null ? {} : { due: dueField(dueDay, dueAt) }),
  };
  return { ...common, ...bodyFromFields(kind, { ...columns, ...fields }) };
}

function dueOf(day: number | null, atMs: number | null): Due {
  return day === null ? { kind: 'instant', atMs: atMs ?? 0 } : { kind: 'day', day };
}

function dueField(day: number | null, atMs: number | null): number | string {
  return day ?? new Date(atMs ?? 0).toISOString();
}
