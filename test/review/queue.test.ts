import { describe, expect, it } from 'vitest';
import type { CardKey } from '../../src/model/card.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import type { Candidate } from '../../src/review/candidate.ts';
import { buildQueue, type QueueRequest, sizeOf } from '../../src/review/queue.ts';
import { day, fresh, learning, review, today } from './candidates.ts';

const nothingDone = { keys: new Set<CardKey>(), fresh: [], reviews: [] };
const keysOf = (candidates: readonly Candidate[]) => candidates.map(({ key }) => key);
const named = (...keys: readonly string[]) => keys as unknown as readonly CardKey[];

function queueOf(changes: Partial<QueueRequest>) {
  return buildQueue({
    today,
    limits: defaultSettings.limits,
    done: nothingDone,
    answered: [],
    unseen: [],
    ...changes,
  });
}

describe('today’s queue', () => {
  it('has learning by due, then reviews, then new sides in the order of the decks', () => {
    const queue = queueOf({
      answered: [learning('late', 9), review('old'), learning('soon', 2)],
      unseen: [fresh('zeta'), fresh('alpha')],
    });
    expect(queue.learning.map(({ candidate }) => candidate.key)).toEqual(['soon', 'late']);
    expect(keysOf(queue.reviews)).toEqual(['old']);
    expect(keysOf(queue.fresh)).toEqual(['zeta', 'alpha']);
    expect(sizeOf(queue)).toBe(5);
  });

  it('asks relearning and steps of days with the learning sides', () => {
    const stepOfDays = learning('days', 0, { due: { kind: 'day', day } });
    const relearning = learning('again', 1, { state: 'relearning' });
    const queue = queueOf({ answered: [relearning, stepOfDays] });
    expect(queue.learning.map(({ candidate }) => candidate.key)).toEqual(['days', 'again']);
  });

  it('leaves out what is not due, or buried until today is over', () => {
    const queue = queueOf({
      answered: [
        review('tomorrow', 1),
        review('buried', 0, { buriedDay: day }),
        review('unburied', 0, { buriedDay: day - 1 }),
        learning('tonight', 20 * 60),
      ],
      unseen: [
        fresh('put-off', { due: { kind: 'day', day: day + 3 } }),
        fresh('chosen', { due: { kind: 'day', day } }),
      ],
    });
    expect(keysOf(queue.reviews)).toEqual(['unburied']);
    expect(keysOf(queue.fresh)).toEqual(['chosen']);
    expect(queue.learning).toEqual([]);
  });

  it('takes one side of a card a day: learning before review before new', () => {
    const queue = queueOf({
      answered: [learning('a/term', 1), review('a/def'), review('b/def')],
      unseen: [fresh('b/term'), fresh('c/def'), fresh('c/term')],
    });
    expect(keysOf(queue.reviews)).toEqual(['b/def']);
    expect(keysOf(queue.fresh)).toEqual(['c/def']);
  });

  it('leaves siblings of what was answered today for another day, and asks itself again', () => {
    const done = { ...nothingDone, keys: new Set(named('a/term')), reviews: named('a/term') };
    const queue = queueOf({ done, answered: [review('a/def'), review('a/term')] });
    expect(keysOf(queue.reviews)).toEqual(['a/term']);
  });

  it('asks all sides where siblings are not kept apart', () => {
    const limits = { ...defaultSettings.limits, burySiblings: false };
    const queue = queueOf({ limits, unseen: [fresh('a/def'), fresh('a/term')] });
    expect(keysOf(queue.fresh)).toEqual(['a/def', 'a/term']);
  });

  it('keeps to the limits of the day, counting what was done before a restart', () => {
    const limits = { ...defaultSettings.limits, newPerDay: 3, reviewsPerDay: 10 };
    const unseen = ['a', 'b', 'c', 'd'].map((key) => fresh(key));
    expect(keysOf(queueOf({ limits, unseen }).fresh)).toEqual(['a', 'b', 'c']);
    const done = { ...nothingDone, fresh: named('x', 'y') };
    expect(keysOf(queueOf({ limits, unseen, done }).fresh)).toEqual(['a']);
  });

  it('stops new sides where the reviews use up their limit', () => {
    const limits = { ...defaultSettings.limits, newPerDay: 5, reviewsPerDay: 3 };
    const unseen = ['a', 'b', 'c', 'd'].map((key) => fresh(key));
    const two = [review('r'), review('s')];
    expect(keysOf(queueOf({ limits, unseen, answered: two }).fresh)).toEqual(['a']);
    const done = { ...nothingDone, reviews: named('p', 'q', 'r') };
    const full = queueOf({ limits, unseen, done, answered: two });
    expect(sizeOf(full)).toBe(0);
  });

  it('reads no more new sides than the limit wants', () => {
    let read = 0;
    function* endless() {
      for (;;) {
        read += 1;
        yield fresh(`n${read}`);
      }
    }
    expect(queueOf({ unseen: endless() }).fresh).toHaveLength(10);
    expect(read).toBe(10);
  });

  it('goes ahead by days, and then knows no review limit', () => {
    const limits = { ...defaultSettings.limits, reviewsPerDay: 1 };
    const soon = [review('a', 1), review('b', 2), review('c', 3)];
    const queue = queueOf({ limits, answered: soon, aheadDays: 2 });
    expect(new Set(keysOf(queue.reviews))).toEqual(new Set(['a', 'b']));
  });

  it('is cut to a limit from behind', () => {
    const queue = queueOf({
      answered: [learning('l', 1), review('r'), review('s')],
      unseen: [fresh('n')],
      limit: 2,
    });
    expect(queue.learning).toHaveLength(1);
    expect(queue.reviews).toHaveLength(1);
    expect(queue.fresh).toEqual([]);
  });

  it('does not depend on the order in which the database gives its rows', () => {
    const rows = Array.from({ length: 30 }, (_, index) => review(`card${index}`));
    const backwards = queueOf({ answered: rows.toReversed() });
    expect(keysOf(queueOf({ answered: rows }).reviews)).toEqual(keysOf(backwards.reviews));
  });
});
