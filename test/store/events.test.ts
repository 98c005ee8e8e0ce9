import { describe, expect, it } from 'vitest';
import type { StudyEvent } from '../../src/model/event.ts';
import {
  allEvents,
  allLinks,
  appendEvents,
  countEvents,
  eventById,
  eventsInOrder,
  eventsOf,
  historyOf,
  liveEventsOfDay,
  voidedIds,
  withLinkedFrom,
} from '../../src/store/events.ts';
import { event, everyKind, good, id, key, memoryStore, today } from './sample-events.ts';

const sortedById = (events: readonly StudyEvent[]) =>
  events.toSorted((a, b) => (a.id < b.id ? -1 : 1));

const link = (name: string, from: string, to: string) =>
  event(name, { kind: 'link', from: key(from) }, { card: key(to) });

describe('the log in the database', () => {
  it('gives every kind of event back as it was', () => {
    const store = memoryStore();
    appendEvents(store, everyKind);
    expect([...eventsInOrder(store)]).toEqual(everyKind);
    expect(everyKind.map((each) => eventById(store, each.id))).toEqual(everyKind);
  });

  it('takes an id once, and says which events were new', () => {
    const store = memoryStore();
    const first = event('e1', good);
    expect(appendEvents(store, [first])).toEqual([first]);
    const again = appendEvents(store, [event('e1', { kind: 'suspend' }), event('e2', good)]);
    expect(again.map((each) => each.id)).toEqual(['e2']);
    expect(eventById(store, id('e1'))).toEqual(first);
    expect(countEvents(store)).toBe(2);
  });

  it('streams the whole log a card at a time', () => {
    const store = memoryStore();
    const ofB = event('e0', good, { card: key('card-b') });
    const ofNone = event('e5', { kind: 'read', section: 's' }, { card: null });
    appendEvents(store, [event('e3', good), ofB, event('e1', good), ofNone]);
    expect([...allEvents(store)]).toEqual([
      { card: null, events: [ofNone] },
      { card: 'card-a', events: [event('e1', good), event('e3', good)] },
      { card: 'card-b', events: [ofB] },
    ]);
    expect(eventsOf(store, null)).toEqual([ofNone]);
  });

  it('gives a log of many pages whole, in both orders', () => {
    const store = memoryStore();
    const many = Array.from({ length: 8000 }, (_, index) =>
      event(String(index).padStart(5, '0'), good, { card: key(`card-${index % 3}`) }),
    );
    appendEvents(store, many);
    expect([...eventsInOrder(store)]).toEqual(many);
    expect([...allEvents(store)].map(({ card, events }) => [card, events.length])).toEqual([
      ['card-0', 2667],
      ['card-1', 2667],
      ['card-2', 2666],
    ]);
  });

  it('leaves the events out of a day that an undo names, whichever came first', () => {
    const store = memoryStore();
    appendEvents(store, [
      event('e4', { kind: 'undo', undoes: [id('e2')] }, { day: today + 1 }),
      event('e1', good),
      event('e2', good),
      event('e3', good, { day: today - 1 }),
    ]);
    expect(liveEventsOfDay(store, today).map((each) => each.id)).toEqual(['e1']);
    expect(voidedIds(store)).toEqual(new Set(['e2']));
  });

  it('follows links back to all that a card took over, and forward to all that took over from it', () => {
    const store = memoryStore();
    const answers = ['one', 'two', 'three', 'other'].map((card) =>
      event(`a-${card}`, good, { card: key(card) }),
    );
    const links = [
      link('l1', 'one', 'two'),
      link('l2', 'two', 'three'),
      link('l3', 'three', 'one'),
    ];
    appendEvents(store, [
      ...answers,
      ...links,
      event('u', { kind: 'undo', undoes: [id('a-one')] }),
    ]);

    const history = historyOf(store, key('three'));
    const events = ['one', 'two', 'three', 'other'].flatMap((card) => history.eventsOf(key(card)));
    expect(sortedById(events).map((each) => each.id)).toEqual([
      'a-one',
      'a-three',
      'a-two',
      'l1',
      'l2',
      'l3',
    ]);
    expect(history.voided).toEqual(new Set(['a-one']));
    expect(withLinkedFrom(store, [key('one'), key('other')])).toEqual(
      new Set(['one', 'other', 'two', 'three']),
    );
    expect(allLinks(store)).toContainEqual({ old: 'one', new: 'two' });
  });

  it('adds all events of one call or none of them', () => {
    const store = memoryStore();
    const broken = { ...event('e2', good), day: 0.5 };
    expect(() => appendEvents(store, [event('e1', good), broken])).toThrow(
      'cannot store REAL value in INTEGER column',
    );
    expect(countEvents(store)).toBe(0);
  });
});
