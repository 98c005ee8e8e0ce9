import type { CardKey } from '../model/card.ts';
import type { EventId, StudyEvent } from '../model/event.ts';
import { compareEvents, orderEvents } from './order.ts';

/** What a history is read from. */
export interface EventLog {
  /** The events whose `card` is this key, in any order. */
  eventsOf(key: CardKey): readonly StudyEvent[];
  /** The ids that an undo anywhere in the log names. */
  readonly voided: ReadonlySet<EventId>;
}

/**
 * The live events that make up the history of a key, in the order of replay: its own, and by each live
 * link the history that the linked key had when the link was made. What happened to the old key
 * afterwards stays with the old key. Each event counts once, however many links lead to it. A link's
 * `after` names the head of the history that it carries over.
 */
export function historyOf(key: CardKey, log: EventLog): readonly StudyEvent[] {
  const own = log.eventsOf(key);
  const linked = own.some((event) => event.kind === 'link' && !log.voided.has(event.id));
  const ordered = orderEvents(linked ? withLinked(key, log) : own);
  return isAllLive(ordered, log) ? ordered : ordered.filter((event) => isLive(event, log));
}

/** Voided events are kept here: they hold the places of those that come after them. */
function withLinked(key: CardKey, log: EventLog): readonly StudyEvent[] {
  const found = new Map<EventId, StudyEvent>();
  const followed = new Set<EventId>();
  const pending: (readonly StudyEvent[])[] = [log.eventsOf(key)];
  for (let events = pending.pop(); events !== undefined; events = pending.pop()) {
    for (const event of events) {
      found.set(event.id, event);
      if (event.kind !== 'link' || log.voided.has(event.id) || followed.has(event.id)) continue;
      followed.add(event.id);
      pending.push(upTo(event, log.eventsOf(event.from)));
    }
  }
  return [...found.values()];
}

/** Those before the link by the clock, and all that it was made after: the clock may have been set back. */
function upTo(link: StudyEvent, events: readonly StudyEvent[]): readonly StudyEvent[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const known = new Set<StudyEvent>();
  for (let id = link.after; id !== null;) {
    const event = byId.get(id);
    if (event === undefined || known.has(event)) break;
    known.add(event);
    id = event.after;
  }
  return events.filter((event) => known.has(event) || compareEvents(event, link) < 0);
}

function isLive(event: StudyEvent, { voided }: EventLog): boolean {
  return event.kind !== 'undo' && !voided.has(event.id);
}

function isAllLive(events: readonly StudyEvent[], log: EventLog): boolean {
  return events.every((event) => isLive(event, log));
}
