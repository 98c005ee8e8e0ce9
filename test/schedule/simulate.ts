import * as fc from 'fast-check';
import type { CardKey } from '../../src/model/card.ts';
import type { EventBody, EventId, StudyEvent } from '../../src/model/event.ts';
import type { Grade, Standing } from '../../src/model/schedule.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import { createScheduler } from '../../src/schedule/answer.ts';
import { logOf, replayCard } from '../../src/schedule/replay.ts';

export const scheduler = createScheduler(defaultSettings.schedule);
const keys = ['aaaa', 'bbbb', 'cccc/def'] as unknown as readonly CardKey[];

const startDay = 20_000;
const dayMs = 86_400_000;

/** One thing that someone does at one of two machines, or an exchange of their logs. */
type Act =
  | { readonly do: 'answer'; readonly grade: Grade; readonly crowd: number }
  | { readonly do: 'plain'; readonly body: EventBody }
  | { readonly do: 'link'; readonly from: number }
  | { readonly do: 'undo'; readonly back: number }
  | { readonly do: 'sync' };

export interface Deed {
  readonly act: Act;
  readonly machine: 0 | 1;
  readonly key: number;
  /** Minutes since the deed before; below 0 where a clock was set back. */
  readonly minutes: number;
}

const grade = fc.constantFrom<Grade>(1, 2, 3, 3, 3, 4);
const answer = fc.record({
  do: fc.constant('answer' as const),
  grade,
  crowd: fc.integer({ min: 0, max: 50 }),
});
const plain = fc.record({
  do: fc.constant('plain' as const),
  body: fc.oneof(
    fc.constantFrom<EventBody>(
      { kind: 'suspend' },
      { kind: 'resume' },
      { kind: 'bury' },
      { kind: 'reset' },
      { kind: 'flag', flag: 2, note: 'ask again' },
      { kind: 'cram', grade: 3, ms: 900 },
      { kind: 'unknown', name: 'from-the-future' },
    ),
    fc.record({
      kind: fc.constant('due' as const),
      why: fc.constantFrom('user' as const, 'reschedule' as const),
      due: fc.record({
        kind: fc.constant('day' as const),
        day: fc.integer({ min: startDay, max: startDay + 90 }),
      }),
    }),
  ),
});
const link = fc.record({ do: fc.constant('link' as const), from: fc.nat(keys.length - 1) });
const undo = fc.record({ do: fc.constant('undo' as const), back: fc.nat(4) });
const sync = fc.constant({ do: 'sync' as const });

/** Days of study at two machines, on few sides, so that everything meets everything. */
export const deeds = (linking: boolean): fc.Arbitrary<readonly Deed[]> =>
  fc.array(
    fc.record({
      act: fc.oneof(
        { arbitrary: answer, weight: 8 },
        { arbitrary: plain, weight: 3 },
        { arbitrary: undo, weight: 3 },
        { arbitrary: sync, weight: 2 },
        { arbitrary: linking ? link : sync, weight: 1 },
      ),
      machine: fc.constantFrom<0 | 1>(0, 1),
      key: fc.nat(keys.length - 1),
      minutes: fc.oneof(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: -3000, max: 0 }),
      ),
    }),
    { maxLength: 40 },
  );

/** What a machine does when it has made an event: it knows its log before, and where the side stood. */
export type Watcher = (event: StudyEvent, before: Standing, known: readonly StudyEvent[]) => void;

/** The logs of two machines after some deeds; each knows its own events and those it was given. */
export function study(all: readonly Deed[], watch?: Watcher): readonly (readonly StudyEvent[])[] {
  const logs: [StudyEvent[], StudyEvent[]] = [[], []];
  let minute = 0;
  for (const [index, { act, machine, key: keyIndex, minutes }] of all.entries()) {
    minute += minutes;
    if (act.do === 'sync') {
      const union = unionOf(logs);
      logs[0] = [...union];
      logs[1] = [...union];
      continue;
    }
    const known = logs[machine];
    const key = keys[keyIndex] as CardKey;
    const before = replayCard(key, logOf(known), scheduler);
    const atMs = startDay * dayMs + minute * 60_000 + index;
    const body = bodyOf(act, key, before, known, atMs);
    if (body === null) continue;
    const id = `${String(atMs).padStart(15, '0')}-${machine}-${index}` as EventId;
    const after = body.kind === 'link' ? headOf(body.from, known) : before.head;
    const event: StudyEvent = {
      id,
      card: key,
      atMs,
      day: dayOf(atMs),
      offsetEast: 0,
      after,
      ...body,
    };
    watch?.(event, before, known);
    logs[machine] = [...known, event];
  }
  return logs;
}

export function unionOf(logs: readonly (readonly StudyEvent[])[]): readonly StudyEvent[] {
  return [...new Map(logs.flat().map((event) => [event.id, event])).values()];
}

/** Where all sides stand by a log. */
export function standingsOf(log: readonly StudyEvent[]): readonly Standing[] {
  const read = logOf(log);
  return keys.map((key) => replayCard(key, read, scheduler));
}

function bodyOf(
  act: Exclude<Act, { readonly do: 'sync' }>,
  key: CardKey,
  before: Standing,
  known: readonly StudyEvent[],
  atMs: number,
): EventBody | null {
  switch (act.do) {
    case 'answer': {
      const load = { dueOn: (day: number) => (day * act.crowd) % 7, siblingDays: [] };
      const { due } = scheduler.next(before, act.grade, { atMs, day: dayOf(atMs) }, load);
      return { kind: 'answer', grade: act.grade, ms: 4000, due };
    }
    case 'plain':
      return act.body;
    case 'link': {
      const from = keys[act.from] as CardKey;
      return from === key ? null : { kind: 'link', from };
    }
    case 'undo': {
      const own = known.filter((event) => event.card === key);
      const undone = own.at(-1 - act.back);
      return undone === undefined ? null : { kind: 'undo', undoes: [undone.id] };
    }
  }
}

function headOf(key: CardKey, known: readonly StudyEvent[]): EventId | null {
  return replayCard(key, logOf(known), scheduler).head;
}

function dayOf(atMs: number): number {
  return Math.floor(atMs / dayMs);
}
