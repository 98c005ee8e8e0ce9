import type { EventId, StudyEvent } from '../model/event.ts';

/** Events by time, then by id: the order wherever `after` does not decide. */
export function compareEvents(a: StudyEvent, b: StudyEvent): number {
  return a.atMs - b.atMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The ids that any undo names. An undo itself takes no part in a history, so naming it has no effect. */
export function voidedBy(events: Iterable<StudyEvent>): ReadonlySet<EventId> {
  const voided = new Set<EventId>();
  for (const event of events) {
    if (event.kind === 'undo') for (const id of event.undoes) voided.add(id);
  }
  return voided;
}

/**
 * The events in the order of replay, each id once: an event comes after the one its `after` names where
 * that one is present, otherwise as early as its time and id put it. Any order of the argument gives the
 * same result; a circle of `after` is cut at its earliest event.
 */
export function orderEvents(events: readonly StudyEvent[]): readonly StudyEvent[] {
  if (isChain(events)) return events;
  const sorted = eachOnce(events).sort(compareEvents);
  const byId = new Map(sorted.map((event) => [event.id, event]));
  const waiting = new Map<EventId, StudyEvent[]>();
  const done = new Set<EventId>();
  const ordered: StudyEvent[] = [];

  const isBlocked = ({ after }: StudyEvent) =>
    after !== null && byId.has(after) && !done.has(after);
  const emit = (first: StudyEvent) => {
    const ready = [first];
    for (let event = ready.pop(); event !== undefined; event = ready.pop()) {
      done.add(event.id);
      ordered.push(event);
      // Those that waited for it are all earlier than what comes next in `sorted`; the earliest goes last.
      const released = waiting.get(event.id);
      if (released !== undefined) mergeDescending(ready, released);
      waiting.delete(event.id);
    }
  };

  for (const event of sorted) {
    if (!isBlocked(event)) emit(event);
    else if (event.after !== null) pushTo(waiting, event.after, event);
  }
  for (const event of sorted) {
    if (done.has(event.id)) continue;
    removeFrom(waiting, event);
    emit(event);
  }
  return ordered;
}

/** The usual history: one machine, nothing undone. */
function isChain(events: readonly StudyEvent[]): boolean {
  let previous: EventId | null = null;
  for (const event of events) {
    if (event.after !== previous) return false;
    previous = event.id;
  }
  return true;
}

function eachOnce(events: readonly StudyEvent[]): StudyEvent[] {
  return [...new Map(events.map((event) => [event.id, event])).values()];
}

function pushTo(lists: Map<EventId, StudyEvent[]>, id: EventId, event: StudyEvent): void {
  const list = lists.get(id);
  if (list === undefined) lists.set(id, [event]);
  else list.push(event);
}

function removeFrom(lists: Map<EventId, StudyEvent[]>, event: StudyEvent): void {
  if (event.after === null) return;
  const rest = (lists.get(event.after) ?? []).filter((other) => other !== event);
  lists.set(event.after, rest);
}

function mergeDescending(ready: StudyEvent[], released: readonly StudyEvent[]): void {
  ready.push(...released);
  ready.sort((a, b) => compareEvents(b, a));
}
