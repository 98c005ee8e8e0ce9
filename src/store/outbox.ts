import type { EventId, StudyEvent } from '../model/event.ts';
import type { Store } from './open.ts';

/** Notes that the mirror file does not hold these events yet. */
export function putIntoOutbox(store: Store, events: readonly StudyEvent[]): void {
  for (const { id } of events) store.run('INSERT OR IGNORE INTO outbox (event) VALUES (?)', id);
}

/** The events that the mirror file may not hold, in the order of their ids. */
export function outboxIds(store: Store): readonly EventId[] {
  return store
    .rows<[string]>('SELECT event FROM outbox ORDER BY event')
    .map(([id]) => id as EventId);
}

/** Notes that the mirror file holds these events. */
export function clearOutbox(store: Store, events: readonly EventId[]): void {
  for (const id of events) store.run('DELETE FROM outbox WHERE event = ?', id);
}
