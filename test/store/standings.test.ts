import { describe, expect, it } from 'vitest';
import type { Schedule, Standing } from '../../src/model/schedule.ts';
import {
  allStandings,
  putStandings,
  replaceStandings,
  standingOf,
} from '../../src/store/standings.ts';
import { id, key, memoryStore, nowMs, today } from './sample-events.ts';

const answered = {
  memory: { stability: 12.345_678_9, difficulty: 5.5 },
  due: { kind: 'day', day: today + 12 },
  lastDay: today,
  lastAtMs: nowMs,
  reps: 4,
  lapses: 1,
} as const;

const schedules: readonly Schedule[] = [
  { state: 'new' },
  { state: 'new', due: { kind: 'day', day: today } },
  { state: 'learning', step: 1, ...answered, due: { kind: 'instant', atMs: nowMs + 600_000 } },
  { state: 'review', intervalDays: 12, ...answered },
  { state: 'relearning', step: 0, intervalDays: 3, ...answered },
];

function standing(name: string, schedule: Schedule, more: Partial<Standing> = {}): Standing {
  return {
    key: key(name),
    schedule,
    suspended: false,
    buriedDay: null,
    flag: 0,
    flagNote: '',
    leech: false,
    head: null,
    ...more,
  };
}

describe('the cache of standings', () => {
  it('gives every state back as it was', () => {
    const store = memoryStore();
    const all = [
      ...schedules.map((schedule, index) => standing(`k${index}`, schedule, { head: id('e1') })),
      standing(
        'k9',
        { state: 'new' },
        { suspended: true, buriedDay: 0, flag: 7, flagNote: 'é', leech: true },
      ),
    ];
    putStandings(store, all);
    expect(all.map((each) => standingOf(store, each.key))).toEqual(all);
    expect([...allStandings(store).values()]).toEqual(all);
    expect(standingOf(store, key('unknown'))).toBeUndefined();
  });

  it('keeps the newest standing of a side, and nothing else after a replacement', () => {
    const store = memoryStore();
    const review = standing('k', { state: 'review', intervalDays: 12, ...answered });
    putStandings(store, [standing('k', { state: 'new' }), review]);
    expect(standingOf(store, key('k'))).toEqual(review);
    replaceStandings(store, [standing('other', { state: 'new' })]);
    expect([...allStandings(store).keys()]).toEqual(['other']);
  });
});
