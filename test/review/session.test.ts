import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardKey } from '../../src/model/card.ts';
import type { EventId } from '../../src/model/event.ts';
import type { Queue } from '../../src/review/queue.ts';
import {
  answered,
  currentKey,
  leftOut,
  noted,
  progressOf,
  type Session,
  type SessionProgress,
  showAnswer,
  startCram,
  startSession,
  tick,
  undone,
} from '../../src/review/session.ts';
import { fresh, learning, review, today } from './candidates.ts';

const minute = 60_000;
const now = today.nowMs;
const rules = { learnAheadMs: 20 * minute, longestWaitMs: 60 * minute };
const event = (name: string) => name as EventId;

function start(queue: Partial<Queue>): Session {
  return startSession({ learning: [], reviews: [], fresh: [], ...queue }, rules, now);
}

const back = (key: string, minutes: number) => ({
  candidate: learning(key, minutes),
  dueAtMs: now + minutes * minute,
});

describe('a session', () => {
  it('asks, shows, and goes on: reviews before new sides', () => {
    const first = start({ reviews: [review('r')], fresh: [fresh('n')] });
    expect(first.stage).toEqual({ phase: 'question', current: { key: 'r', again: false } });
    const shown = showAnswer(first);
    expect(shown.stage).toMatchObject({ phase: 'answer' });
    expect(showAnswer(shown)).toBe(shown);
    const second = answered(shown, event('e1'), null, now);
    expect(second.stage).toEqual({ phase: 'question', current: { key: 'n', again: false } });
    const last = answered(second, event('e2'), null, now);
    expect(last).toMatchObject({ stage: { phase: 'done' }, done: 2 });
  });

  it('brings a learning side back when it is due, before anything else', () => {
    let session = start({ reviews: [review('a'), review('b'), review('c')] });
    session = answered(session, event('e1'), now + minute, now);
    expect(currentKey(session)).toBe('b');
    session = answered(session, event('e2'), null, now + minute);
    expect(session.stage).toEqual({ phase: 'question', current: { key: 'a', again: true } });
    session = answered(session, event('e3'), null, now + minute);
    expect(currentKey(session)).toBe('c');
  });

  it('asks learning sides ahead of their time when nothing else is left', () => {
    const session = start({ learning: [back('soon', 20)] });
    expect(currentKey(session)).toBe('soon');
  });

  it('asks no side twice in a row while another may be asked ahead of its time', () => {
    let session = start({ learning: [back('missed', 5), back('other', 10)] });
    session = answered(session, event('e1'), now + minute, now);
    expect(currentKey(session)).toBe('other');
    session = answered(session, event('e2'), now + 10 * minute, now);
    expect(currentKey(session)).toBe('missed');
    session = answered(session, event('e3'), null, now);
    session = answered(session, event('e4'), now + minute, now);
    expect(currentKey(session)).toBe('other');
  });

  it('waits for what comes a little later, and is done before what comes much later', () => {
    const session = start({ learning: [back('later', 50)] });
    expect(session.stage).toEqual({ phase: 'waiting', untilMs: now + 30 * minute });
    expect(tick(session, now + 29 * minute)).toBe(session);
    expect(currentKey(tick(session, now + 30 * minute))).toBe('later');
    expect(start({ learning: [back('tonight', 300)] }).stage).toEqual({ phase: 'done' });
  });

  it('leaves out a side that was buried, or is gone', () => {
    const session = start({ reviews: [review('a'), review('b'), review('c')] });
    const buried = leftOut(session, event('e1'), now);
    expect(currentKey(buried)).toBe('b');
    const gone = leftOut(buried, null, now);
    expect(currentKey(gone)).toBe('c');
    expect(undone(gone)).toEqual(session);
  });

  it('counts each side once, however often it comes back', () => {
    let session = start({
      learning: [back('l', 40)],
      reviews: [review('r')],
      fresh: [fresh('n'), fresh('m')],
    });
    const step = (how: (session: Session) => Session): [string | null, SessionProgress] => {
      session = how(session);
      return [currentKey(session), progressOf(session)];
    };
    const day = (at = now) => step((before) => answered(before, event('e'), null, at));
    const soon = (at = now) => step((before) => answered(before, event('e'), at + minute, at));
    expect(step((start) => start)).toEqual(['r', { done: 0, left: 4, again: 0, met: 1 }]);
    expect(soon()).toEqual(['n', { done: 0, left: 4, again: 1, met: 2 }]);
    expect(soon(now + minute)).toEqual(['r', { done: 0, left: 4, again: 2, met: 2 }]);
    expect(day(now + minute)).toEqual(['m', { done: 1, left: 3, again: 1, met: 3 }]);
    expect(day(now + minute)).toEqual(['n', { done: 2, left: 2, again: 1, met: 3 }]);
    expect(day(now + 30 * minute)).toEqual(['l', { done: 3, left: 1, again: 0, met: 4 }]);
    expect(day(now + 30 * minute)).toEqual([null, { done: 4, left: 0, again: 0, met: 4 }]);
  });

  it('counts a side that was put off no more', () => {
    const session = start({ reviews: [review('a'), review('b')] });
    const buried = leftOut(session, event('e1'), now);
    expect(progressOf(buried)).toEqual({ done: 0, left: 1, again: 0, met: 1 });
  });

  it('over sides that are crammed asks them in the order given', () => {
    const keys = ['b', 'a'] as unknown as readonly CardKey[];
    const session = startCram(keys, rules, now);
    expect(currentKey(session)).toBe('b');
    expect(progressOf(session)).toEqual({ done: 0, left: 2, again: 0, met: 1 });
  });

  it('asks again after an undo, and keeps the answer shown after the undo of a flag', () => {
    const first = showAnswer(start({ reviews: [review('a'), review('b')] }));
    const second = answered(first, event('e1'), null, now);
    expect(undone(second)?.stage).toEqual({
      phase: 'question',
      current: { key: 'a', again: false },
    });
    expect(undone(noted(first, event('e2')))).toEqual(first);
    expect(undone(start({}))).toBeNull();
  });

  it('can be undone to its start, whatever was done', () => {
    const act = fc.constantFrom('day', 'minute', 'hour', 'bury', 'flag', 'tick' as const);
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), fc.nat(8), fc.nat(8), (acts, reviews, news) => {
        const beginning = start({
          learning: [back('l', 3)],
          reviews: Array.from({ length: reviews }, (_, index) => review(`r${index}`)),
          fresh: Array.from({ length: news }, (_, index) => fresh(`n${index}`)),
        });
        let session = beginning;
        let at = now;
        let steps = 0;
        for (const [index, each] of acts.entries()) {
          at += minute / 2;
          const before = session;
          session = doOne(showAnswer(session), each, event(`e${index}`), at);
          if (session.past !== before.past) steps += 1;
          const { done, left, again, met } = progressOf(session);
          expect(Math.min(done, left, again)).toBeGreaterThanOrEqual(0);
          expect(again).toBeLessThanOrEqual(left);
          expect(met).toBeGreaterThanOrEqual(done + again);
          expect(met).toBeLessThanOrEqual(done + left);
        }
        for (let step = 0; step < steps; step += 1) session = undone(session) ?? session;
        expect(progressOf(session)).toEqual(progressOf(beginning));
        expect(currentKey(session)).toBe(currentKey(beginning));
        expect(undone(session)).toBeNull();
      }),
    );
  });
});

function doOne(session: Session, act: string, id: EventId, at: number): Session {
  if (currentKey(session) === null) return tick(session, at);
  if (act === 'day') return answered(session, id, null, at);
  if (act === 'minute') return answered(session, id, at + minute, at);
  if (act === 'hour') return answered(session, id, at + 60 * minute, at);
  if (act === 'bury') return leftOut(session, id, at);
  if (act === 'flag') return noted(session, id);
  return tick(session, at);
}
