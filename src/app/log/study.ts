import { randomBytes } from 'node:crypto';
import type { CardKey } from '../../model/card.ts';
import type { Clock } from '../../model/clock.ts';
import type { EventBody, EventId, StudyEvent } from '../../model/event.ts';
import type { Standing, StudyDay } from '../../model/schedule.ts';
import type { Settings } from '../../model/settings.ts';
import type { Moment, Scheduler } from '../../schedule/answer.ts';
import { advance, newStanding, replayCard } from '../../schedule/replay.ts';
import { offsetEastMinutes, studyDay } from '../../schedule/study-day.ts';
import { eventIds, type RandomBytes } from '../../store/event-id.ts';
import { appendEvents, eventById, historyOf, withLinkedFrom } from '../../store/events.ts';
import type { Store } from '../../store/open.ts';
import { allStandings, putStandings, standingOf } from '../../store/standings.ts';
import { distrustMixedCache, rebuildIfStale, rebuildStandings } from './rebuild.ts';

/** Something that was done, before it has an id and a time. */
export interface Act {
  /** The side that it concerns; null for `params` and `read`. */
  readonly card: CardKey | null;
  readonly body: EventBody;
  /**
   * The head of the standing that the decision was made on; absent for the present one. Where another tenet
   * was faster, replay sees by it that this act did not know of the other.
   */
  readonly after?: EventId | null;
}

/** What came of taking in events that were made elsewhere. */
export interface TakenIn {
  readonly added: number;
  /** Sides whose standing was worked out again. */
  readonly cards: number;
}

/** Hears of every event that enters the log: the mirror. */
export interface EventListener {
  /** Runs in the transaction that writes the events. */
  saving(events: readonly StudyEvent[]): void;
  /** They are on the disk. */
  saved(events: readonly StudyEvent[]): void;
}

export interface StudyOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly random?: RandomBytes;
  readonly listener?: EventListener;
}

/** Rather than so many cards one by one, the whole cache is made anew. */
const manyCards = 5000;

/** The log and the cache of one collection, kept in step: every act is one durable transaction. */
export class Study {
  readonly store: Store;
  readonly settings: Settings;
  readonly #clock: Clock;
  readonly #nextId: (atMs: number) => EventId;
  readonly #listener: EventListener | undefined;
  #scheduler: Scheduler;

  constructor({ store, clock, settings, random = randomBytes, listener }: StudyOptions) {
    this.store = store;
    this.settings = settings;
    this.#clock = clock;
    this.#nextId = eventIds(random);
    this.#listener = listener;
    this.#scheduler = rebuildIfStale(store, settings.schedule);
  }

  /** Decides when a side comes back, with the parameters that hold now. */
  get scheduler(): Scheduler {
    return this.#scheduler;
  }

  /** This instant, and the study day that it belongs to. */
  now(): Moment {
    const atMs = this.#clock.now();
    return { atMs, day: this.#dayOf(atMs) };
  }

  /** Where a side stands; a new one where the log says nothing of it. */
  standing(key: CardKey): Standing {
    return standingOf(this.store, key) ?? newStanding(key);
  }

  /** Every side with a history, by key; those of cards that are gone too. */
  standings(): ReadonlyMap<CardKey, Standing> {
    return allStandings(this.store);
  }

  /**
   * Writes acts into the log, in one transaction with the standings that follow from them; when it returns
   * they are on the disk. Throws `TenetError` when they could not be written, and then none was.
   */
  record(acts: readonly Act[]): readonly StudyEvent[] {
    const atMs = this.#clock.now();
    const events = this.store.write(() => {
      const events = acts.map((act) => this.#recordOne(act, atMs));
      this.#listener?.saving(events);
      distrustMixedCache(this.store, this.#scheduler);
      return events;
    });
    if (events.some(({ card, kind }) => card === null && kind !== 'read')) this.#refresh();
    this.#listener?.saved(events);
    return events;
  }

  /**
   * Adds events that were made elsewhere, whose ids are not in the log yet, all of them or none. Those that
   * come from the mirror are there already.
   */
  takeIn(events: Iterable<StudyEvent>, fromMirror = false): TakenIn {
    const taken = this.store.write(() => {
      const touched = new Set<CardKey>();
      const undone = new Set<EventId>();
      let added = 0;
      for (const event of events) {
        if (appendEvents(this.store, [event]).length === 0) continue;
        added += 1;
        if (!fromMirror) this.#listener?.saving([event]);
        if (event.card !== null) touched.add(event.card);
        if (event.kind === 'undo') for (const id of event.undoes) undone.add(id);
      }
      for (const key of cardsOf(this.store, undone)) touched.add(key);
      return { added, cards: this.#replay(touched) };
    });
    if (taken.added > 0) this.#refresh();
    return taken;
  }

  #recordOne({ card, body, after }: Act, atMs: number): StudyEvent {
    const before = card === null ? null : this.standing(card);
    const event = this.#append({
      card,
      atMs,
      day: this.#dayOf(atMs),
      offsetEast: offsetEastMinutes(atMs, this.settings.timeZone),
      after: after === undefined ? (before?.head ?? null) : after,
      ...body,
    });
    const undone = event.kind === 'undo' ? cardsOf(this.store, event.undoes) : [];
    const touched = withLinkedFrom(this.store, card === null ? undone : [card, ...undone]);
    const next = before !== null && touched.size === 1 && advance(before, event, this.#scheduler);
    if (next) putStandings(this.store, [next]);
    else this.#replay(touched);
    return event;
  }

  /** An id that is taken already, however unlikely, must not cost an answer. */
  #append(act: Omit<StudyEvent, 'id'> & EventBody): StudyEvent {
    for (;;) {
      const event: StudyEvent = { ...act, id: this.#nextId(act.atMs) };
      if (appendEvents(this.store, [event]).length > 0) return event;
    }
  }

  /** Works out these sides and those linked from them; the result is how many. */
  #replay(keys: Iterable<CardKey>): number {
    const all = withLinkedFrom(this.store, keys);
    if (all.size > manyCards) return rebuildStandings(this.store, this.#scheduler);
    for (const key of all)
      putStandings(this.store, [replayCard(key, historyOf(this.store, key), this.#scheduler)]);
    return all.size;
  }

  /** Other parameters may hold now. */
  #refresh(): void {
    this.#scheduler = rebuildIfStale(this.store, this.settings.schedule);
  }

  #dayOf(atMs: number): StudyDay {
    return studyDay(atMs, this.settings);
  }
}

function cardsOf(store: Store, events: Iterable<EventId>): readonly CardKey[] {
  return [...events].flatMap((id) => eventById(store, id)?.card ?? []);
}
