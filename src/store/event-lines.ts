import type { CardKey } from '../model/card.ts';
import type { EventId, StudyEvent } from '../model/event.ts';
import { bodyFromFields, fieldsFromBody } from './event-fields.ts';
import { parseExactly } from './exact-json.ts';
import { instantMs, nameText, wholeNumber, WrongField } from './field-checks.ts';

/** The event as a line of the exported log, without its line end. */
export function lineOfEvent(event: StudyEvent): string {
  return JSON.stringify({
    id: event.id,
    card: event.card,
    at: new Date(event.atMs).toISOString(),
    day: event.day,
    offsetEast: event.offsetEast,
    kind: event.kind === 'unknown' ? event.name : event.kind,
    after: event.after,
    ...fieldsFromBody(event),
  });
}

/** The event that a line of a log holds; throws `WrongField`, whose message says what is wrong with it. */
export function eventOfLine(line: string): StudyEvent {
  const { id, card, at, day, offsetEast, kind, after, ...fields } = objectOf(line);
  return {
    id: nameText(id, 'id') as EventId,
    card: card === null ? null : (nameText(card, 'card') as CardKey),
    atMs: instantMs(at, 'at'),
    day: wholeNumber(day, 'day'),
    offsetEast: wholeNumber(offsetEast, 'offsetEast'),
    after: after === null || after === undefined ? null : (nameText(after, 'after') as EventId),
    ...bodyFromFields(nameText(kind, 'kind'), fields),
  };
}

function objectOf(line: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = parseExactly(line);
  } catch {
    throw new WrongField('this is not a line of JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new WrongField('this is not a JSON object');
  return value as Record<string, unknown>;
}
