import type { CardKey } from '../../src/model/card.ts';
import type { EventBody, EventId, StudyEvent } from '../../src/model/event.ts';
import { openStore, type Store } from '../../src/store/open.ts';

export const nowMs = Date.UTC(2026, 10, 20, 9);
export const today = 20_777;

export const key = (name: string): CardKey => name as CardKey;
export const id = (name: string): EventId => name as EventId;

/** An event of the sample card, unless told otherwise. */
export function event(
  name: string,
  body: EventBody,
  more: Partial<Pick<StudyEvent, 'card' | 'atMs' | 'day' | 'after' | 'extra'>> = {},
): StudyEvent {
  return {
    id: id(name),
    card: key('card-a'),
    atMs: nowMs,
    day: today,
    offsetEast: 60,
    after: null,
    ...body,
    ...more,
  };
}

export const good: EventBody = {
  kind: 'answer',
  grade: 3,
  ms: 4200,
  due: { kind: 'day', day: today + 3 },
};

/** One event of every kind, with what each can hold. */
export const everyKind: readonly StudyEvent[] = [
  event('e01', good),
  event('e02', {
    kind: 'answer',
    grade: 1,
    ms: 0,
    due: { kind: 'instant', atMs: nowMs + 60_000 },
  }),
  event('e03', { kind: 'cram', grade: 4, ms: 900 }, { after: id('e01') }),
  event('e04', { kind: 'due', due: { kind: 'day', day: today + 9 }, why: 'user' }),
  event('e05', { kind: 'due', due: { kind: 'instant', atMs: nowMs }, why: 'reschedule' }),
  event('e06', { kind: 'suspend' }),
  event('e07', { kind: 'resume' }),
  event('e08', { kind: 'bury' }),
  event('e09', { kind: 'flag', flag: 3, note: 'the “date” is wrong\n— really' }),
  event('e10', { kind: 'reset' }),
  event('e11', { kind: 'link', from: key('card-old') }, { card: key('card-new/def') }),
  event(
    'e12',
    { kind: 'params', preset: 'default', algorithm: 'FSRS-6', w: [0.1, 2.5] },
    { card: null },
  ),
  event('e13', { kind: 'read', section: 'source-docs/01.md#why' }, { card: null }),
  event('e14', { kind: 'undo', undoes: [id('e01'), id('e03')] }),
  event('e15', { kind: 'memory', schedule: { state: 'new', due: { kind: 'day', day: today } } }),
  event('e16', {
    kind: 'memory',
    schedule: {
      state: 'relearning',
      step: 1,
      intervalDays: 4,
      memory: { stability: 3.125, difficulty: 6.5 },
      due: { kind: 'instant', atMs: nowMs + 600_000 },
      lastDay: today,
      lastAtMs: nowMs,
      reps: 9,
      lapses: 2,
    },
  }),
  event('e17', { ...good }, { extra: { device: 'laptop', nested: { a: [1, null] } } }),
  event('e18', { kind: 'unknown', name: 'nap' }, { extra: { grade: 7, due: 'soon', name: 'x' } }),
];

export function memoryStore(): Store {
  return openStore(':memory:', { nowMs });
}
