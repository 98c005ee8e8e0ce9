import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardKey } from '../../src/model/card.ts';
import type { EventId, StudyEvent } from '../../src/model/event.ts';
import { orderEvents, voidedBy } from '../../src/schedule/order.ts';

function event(id: string, atMs: number, after: string | null): StudyEvent {
  return {
    id: id as EventId,
    card: 'card' as CardKey,
    atMs,
    day: 0,
    offsetEast: 0,
    after: after as EventId | null,
    kind: 'resume',
  };
}

const idsOf = (events: readonly StudyEvent[]) => orderEvents(events).map(({ id }) => id);

describe('the order of events', () => {
  it('follows `after`, even against the clock', () => {
    expect(idsOf([event('b', 1, 'a'), event('a', 5, null), event('c', 2, 'b')])).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('breaks ties by time, then by id', () => {
    const events = [
      event('d', 7, 'a'),
      event('c', 7, 'a'),
      event('b', 3, 'a'),
      event('a', 1, null),
    ];
    expect(idsOf(events)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('takes an event whose predecessor is missing by its time', () => {
    expect(idsOf([event('a', 1, null), event('c', 3, 'a'), event('b', 2, 'gone')])).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('counts an event once that comes from two logs', () => {
    expect(idsOf([event('a', 1, null), event('b', 2, 'a'), event('a', 1, null)])).toEqual([
      'a',
      'b',
    ]);
  });

  it('cuts a circle at its earliest event', () => {
    expect(idsOf([event('a', 2, 'b'), event('b', 1, 'c'), event('c', 3, 'a')])).toEqual([
      'b',
      'a',
      'c',
    ]);
  });

  it('releases those that waited in the order of time, among each other too', () => {
    const events = [
      event('root', 9, null),
      event('late', 10, null),
      event('p', 3, 'root'),
      event('q', 1, 'p'),
      event('r', 2, 'root'),
      event('s', 4, 'r'),
    ];
    expect(idsOf(events)).toEqual(['root', 'r', 'p', 'q', 's', 'late']);
  });

  it('is the same for every order of the argument, puts each event once, and none before its predecessor', () => {
    const forest = fc.array(fc.record({ atMs: fc.nat(5), after: fc.option(fc.nat(11)) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(forest, fc.infiniteStream(fc.nat()), (nodes, numbers) => {
        const events = nodes.map(({ atMs, after }, index) =>
          event(`n${index}`, atMs, after === null || after >= index ? null : `n${after}`),
        );
        const shuffled = events
          .map((each) => [numbers.next().value, each] as const)
          .sort(([a], [b]) => a - b)
          .map(([, each]) => each);
        const ordered = idsOf(events);
        expect(idsOf(shuffled)).toEqual(ordered);
        expect([...ordered].sort()).toEqual(events.map(({ id }) => id).sort());
        const early = events.filter(
          ({ id, after }) => after !== null && ordered.indexOf(after) > ordered.indexOf(id),
        );
        expect(early).toEqual([]);
      }),
    );
  });

  it('knows what undo events void', () => {
    const undoes = ['a', 'b'] as unknown as readonly EventId[];
    const undo: StudyEvent = { ...event('u', 9, 'a'), kind: 'undo', undoes };
    expect([...voidedBy([event('a', 1, null), undo])]).toEqual(['a', 'b']);
  });
});
