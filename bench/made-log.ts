import type { CardKey } from '../src/model/card.ts';
import type { EventId, StudyEvent } from '../src/model/event.ts';
import type { Grade, Standing } from '../src/model/schedule.ts';
import type { Scheduler } from '../src/schedule/answer.ts';
import { advance, newStanding } from '../src/schedule/replay.ts';
import { eventIds } from '../src/store/event-id.ts';
import { appendEvents } from '../src/store/events.ts';
import type { Store } from '../src/store/open.ts';
import { putStandings } from '../src/store/standings.ts';
import { randomNumbers } from './made-decks.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Which log to make up. */
export interface LogPlan {
  readonly store: Store;
  readonly scheduler: Scheduler;
  /** Sides that are answered, each at most `answersEach` times. */
  readonly keys: readonly CardKey[];
  /** Answers in all: what `keys` do not take goes to cards that are in no deck any more. */
  readonly answers: number;
  readonly answersEach: number;
  /** No answer lies after this instant. */
  readonly nowMs: number;
}

/** Writes a made-up log, and the standings that follow from it: what years of study leave behind. */
export function writeLog(plan: LogPlan): void {
  const { store, keys, answers } = plan;
  const random = randomNumbers(7);
  let left = answers;
  store.write(() => {
    for (const key of answeredKeys(keys)) {
      if (left <= 0) break;
      const { events, standing } = sideHistory(key, plan, random, left);
      appendEvents(store, events);
      putStandings(store, [standing]);
      left -= events.length;
    }
  });
}

/** These, then as many of cards that are gone as anyone wants. */
function* answeredKeys(keys: readonly CardKey[]): Generator<CardKey, void> {
  yield* keys;
  for (let past = 0; ; past++) yield `past${past}` as CardKey;
}

/**
 * One side, answered whenever it was due, from its first answer to today or to as many as it may have. The
 * last of so many is one of these days: nobody leaves thousands of cards behind.
 */
function sideHistory(
  key: CardKey,
  { scheduler, answersEach, nowMs }: LogPlan,
  random: (below: number) => number,
  most: number,
): { readonly events: readonly StudyEvent[]; readonly standing: Standing } {
  const ids = eventIds((count) => Uint8Array.from({ length: count }, () => random(256)));
  const events: StudyEvent[] = [];
  let standing = newStanding(key);
  let atMs = nowMs - dayMs * (1 + random(1500)) - random(4 * hourMs);
  while (atMs < nowMs && events.length < Math.min(answersEach, most)) {
    const moment = { atMs, day: Math.floor((atMs - 4 * hourMs) / dayMs) };
    const grade = events.length + 1 < answersEach ? gradeOf(random(20)) : 3;
    const { due } = scheduler.next(standing, grade, moment);
    const event: StudyEvent = {
      id: ids(atMs) as EventId,
      card: key,
      ...moment,
      offsetEast: 0,
      after: standing.head,
      kind: 'answer',
      grade,
      ms: 2000 + random(9000),
      due,
    };
    events.push(event);
    standing = advance(standing, event, scheduler) ?? standing;
    atMs = due.kind === 'instant' ? due.atMs : due.day * dayMs + 7 * hourMs + random(10 * hourMs);
    if (events.length === answersEach - 1 && standing.schedule.state === 'review')
      atMs = Math.max(atMs, nowMs - random(standing.schedule.intervalDays * dayMs));
  }
  return { events, standing };
}

/** A tenth forgotten, a tenth hard, a tenth easy. */
function gradeOf(chance: number): Grade {
  if (chance < 2) return 1;
  if (chance < 4) return 2;
  return chance < 18 ? 3 : 4;
}
