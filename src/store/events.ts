import type { CardKey } from '../model/card.ts';
import type { EventId, StudyEvent } from '../model/event.ts';
import type { StudyDay } from '../model/schedule.ts';
import { eventColumns, type EventRow, eventOfRow, noCard, rowOfEvent } from './event-rows.ts';
import { noteReferences } from './log-indexes.ts';
import type { Store } from './open.ts';

/** The events of one card, in the order of their ids; card null for those of no card. */
export interface CardEvents {
  readonly card: CardKey | null;
  readonly events: readonly StudyEvent[];
}

/** A card whose text changed: the history of `old` belongs to `new` too. */
export interface LinkedKeys {
  readonly old: CardKey;
  readonly new: CardKey;
}

const insert = `INSERT INTO event (${eventColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING`;

/**
 * Adds events in one durable transaction and gives back those that were not there yet; an event is known
 * by its id, and the first one with an id stays.
 */
export function appendEvents(store: Store, events: readonly StudyEvent[]): readonly StudyEvent[] {
  return store.write(() => events.filter((event) => appendEvent(store, event)));
}

function appendEvent(store: Store, event: StudyEvent): boolean {
  if (store.run(insert, ...rowOfEvent(event)) === 0) return false;
  noteReferences(store, event);
  return true;
}

/** All events of a card, in the order of their ids; of no card with null. */
export function eventsOf(store: Store, card: CardKey | null): readonly StudyEvent[] {
  return store
    .rows<EventRow>(`SELECT ${eventColumns} FROM event WHERE card = ? ORDER BY id`, card ?? noCard)
    .map(eventOfRow);
}

/** The event with this id, where there is one. */
export function eventById(store: Store, id: EventId): StudyEvent | undefined {
  const row = store.row<EventRow>(`SELECT ${eventColumns} FROM event WHERE id = ?`, id);
  return row === undefined ? undefined : eventOfRow(row);
}

/**
 * Rows are read so many at a time: faster than one by one, and nothing is held open. More at a time are no
 * faster, and outlive the young generation of the heap.
 */
const pageRows = 1000;

/** The whole log, a card at a time, in the order of the keys. */
export function* allEvents(store: Store): Generator<CardEvents, void> {
  let card: string | undefined;
  let events: StudyEvent[] = [];
  for (const row of pages(store, afterCardAndId, ([id, card]) => [card, id], [noCard, ''])) {
    if (row[1] !== card) {
      if (card !== undefined) yield { card: keyOf(card), events };
      card = row[1];
      events = [];
    }
    events.push(eventOfRow(row));
  }
  if (card !== undefined) yield { card: keyOf(card), events };
}

const afterCardAndId = `SELECT ${eventColumns} FROM event
  WHERE (card, id) > (?, ?) ORDER BY card, id LIMIT ${pageRows}`;

/** The whole log in the order of the ids, which is nearly that of time. */
export function* eventsInOrder(store: Store): Generator<StudyEvent, void> {
  for (const row of pages(store, afterId, ([id]) => [id], [''])) yield eventOfRow(row);
}

const afterId = `SELECT ${eventColumns} FROM event WHERE id > ? ORDER BY id LIMIT ${pageRows}`;

/** The rows of a query that goes on after the place of the last row that it gave. */
function* pages(
  store: Store,
  sql: string,
  placeOf: (row: EventRow) => readonly string[],
  start: readonly string[],
): Generator<EventRow, void> {
  for (let place = start; ;) {
    const rows = store.rows<EventRow>(sql, ...place);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) return;
    place = placeOf(last);
  }
}

/** The events of one study day that no undo names, in the order of their ids. */
export function liveEventsOfDay(store: Store, day: StudyDay): readonly StudyEvent[] {
  return store
    .rows<EventRow>(
      `SELECT ${eventColumns} FROM event
       WHERE day = ? AND NOT EXISTS (SELECT 1 FROM void WHERE void.event = event.id) ORDER BY id`,
      day,
    )
    .map(eventOfRow);
}

/** What a replay of one card reads. */
export interface CardHistory {
  /** The events of the card, or of one whose history it took over, in the order of their ids. */
  eventsOf(key: CardKey): readonly StudyEvent[];
  /** Those of these events that an undo names. */
  readonly voided: ReadonlySet<EventId>;
}

/** The card's events with those of the cards that it was linked from, however far back. */
export function historyOf(store: Store, key: CardKey): CardHistory {
  const keys = store.rows<[string]>(
    `WITH RECURSIVE chain (key) AS (
       SELECT ? UNION SELECT old FROM link JOIN chain ON link.new = chain.key
     ) SELECT key FROM chain`,
    key,
  );
  const byKey = new Map(keys.map(([each]) => [each, eventsOf(store, each as CardKey)]));
  const voided = keys.flatMap(([each]) => store.rows<[string]>(voidedOfCard, each));
  return {
    eventsOf: (each) => byKey.get(each) ?? [],
    voided: new Set(voided.map(([id]) => id as EventId)),
  };
}

const voidedOfCard = `SELECT id FROM event
  WHERE card = ? AND EXISTS (SELECT 1 FROM void WHERE void.event = event.id)`;

/** The keys themselves, and all that took over history from one of them, however far on. */
export function withLinkedFrom(store: Store, keys: Iterable<CardKey>): ReadonlySet<CardKey> {
  const found = new Set(keys);
  for (const key of found) {
    for (const [next] of store.rows<[string]>('SELECT new FROM link WHERE old = ?', key))
      found.add(next as CardKey);
  }
  return found;
}

/** The ids that undo events name: those events are void, whichever card they belong to. */
export function voidedIds(store: Store): ReadonlySet<EventId> {
  return new Set(store.rows<[string]>('SELECT event FROM void').map(([id]) => id as EventId));
}

/** All links between cards, from the log. */
export function allLinks(store: Store): readonly LinkedKeys[] {
  return store
    .rows<[string, string]>('SELECT old, new FROM link ORDER BY old, new')
    .map(([old, next]) => ({ old: old as CardKey, new: next as CardKey }));
}

/** How many events the log has. */
export function countEvents(store: Store): number {
  return store.row<[number]>('SELECT count(*) FROM event')?.[0] ?? 0;
}

function keyOf(card: string): CardKey | null {
  return card === noCard ? null : (card as CardKey);
}
