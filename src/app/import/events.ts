import { hash } from 'node:crypto';
import { standingIn } from '../../exchange/anki/card-in.ts';
import type { CardInContext, ImportedStanding } from '../../exchange/anki/card-in.ts';
import type { ImportedSide } from '../../exchange/anki/import-note.ts';
import { actsOf } from '../../exchange/anki/log-in.ts';
import type { Delay, LoggedAct } from '../../exchange/anki/log-in.ts';
import type { CardKey } from '../../model/card.ts';
import type { EventBody, EventId, StudyEvent } from '../../model/event.ts';
import type { Due, Schedule, Standing, StudyDay } from '../../model/schedule.ts';
import type { Settings } from '../../model/settings.ts';
import type { Scheduler } from '../../schedule/answer.ts';
import { logOf, replayCard } from '../../schedule/replay.ts';
import { offsetEastMinutes, studyDay } from '../../schedule/study-day.ts';
import { eventIds } from '../../store/event-id.ts';

/** What the events of an import depend on. */
export interface ImportedLogContext extends CardInContext {
  readonly oldRatings: boolean;
  readonly settings: Settings;
  readonly scheduler: Scheduler;
  readonly today: StudyDay;
}

/** What one card of Anki becomes in the log. */
export interface ImportedHistory {
  /** Its rows, oldest first. */
  readonly log: readonly StudyEvent[];
  /** What makes its standing that of Anki where the rows alone do not; after `log`. */
  readonly state: readonly StudyEvent[];
  /** When it was last answered; 0 for never. */
  readonly lastAtMs: number;
}

/** What holds for a card beside its row and its log. */
export interface ImportedMarks {
  /** It waits suspended, whatever Anki says. */
  readonly aside: boolean;
  /** What a flag is to say where Anki has no colour; empty for none. */
  readonly flagNote: string;
}

/**
 * A card's history as events. The same card gives the same events, ids and all, so that a package can be
 * taken in again and again.
 */
export function importedHistory(
  key: CardKey,
  side: ImportedSide,
  { aside, flagNote }: ImportedMarks,
  context: ImportedLogContext,
): ImportedHistory {
  const chain = new EventChain(key, context.settings);
  for (const act of actsOf(side.log, context.oldRatings)) chain.add(act.atMs, bodyOf(act, chain));
  const log = [...chain.events];
  const before = replayCard(key, logOf(log), context.scheduler);
  const wanted = standingIn(side, context);
  const changedMs = side.card.modifiedSeconds * 1000;
  correctSchedule(chain, before, wanted, changedMs);
  const suspended = wanted.suspended || aside;
  if (suspended !== before.suspended)
    chain.add(changedMs, { kind: suspended ? 'suspend' : 'resume' });
  if (wanted.flag !== 0) chain.add(changedMs, { kind: 'flag', flag: wanted.flag, note: '' });
  else if (flagNote !== '') chain.add(changedMs, { kind: 'flag', flag: 1, note: flagNote });
  if (wanted.buried) chain.add(changedMs, { kind: 'bury' }, context.today);
  const { schedule } = wanted;
  return {
    log,
    state: chain.events.slice(log.length),
    lastAtMs: schedule.state === 'new' ? 0 : schedule.lastAtMs,
  };
}

/** The events of one side, each after the one before it, with ids made from what they say. */
class EventChain {
  readonly events: StudyEvent[] = [];
  readonly #key: CardKey;
  readonly #settings: Settings;

  constructor(key: CardKey, settings: Settings) {
    this.#key = key;
    this.#settings = settings;
  }

  dayOf(atMs: number): StudyDay {
    return studyDay(atMs, this.#settings);
  }

  add(atMs: number, body: EventBody, day: StudyDay = this.dayOf(atMs)): void {
    const after = this.events.at(-1)?.id ?? null;
    this.events.push({
      id: eventIdOf(atMs, JSON.stringify([this.#key, after, day, body])),
      card: this.#key,
      atMs,
      day,
      offsetEast: offsetEastMinutes(atMs, this.#settings.timeZone),
      after,
      ...body,
    });
  }
}

/** An id in the order of time whose other digits come from what it names instead of from chance. */
function eventIdOf(atMs: number, content: string): EventId {
  const digest = hash('sha256', content, 'buffer');
  return eventIds((count) => digest.subarray(0, count))(Math.max(0, atMs));
}

function bodyOf(act: LoggedAct, chain: EventChain): EventBody {
  switch (act.kind) {
    case 'answer': {
      const due = dueOf(act.delay, act.atMs, chain);
      return { kind: 'answer', grade: act.grade, ms: act.ms, due };
    }
    case 'cram':
      return { kind: 'cram', grade: act.grade, ms: act.ms };
    case 'due': {
      const due = dueOf(act.delay, act.atMs, chain);
      return { kind: 'due', due, why: act.byHand ? 'user' : 'reschedule' };
    }
    case 'reset':
      return { kind: 'reset' };
  }
}

function dueOf(delay: Delay, atMs: number, chain: EventChain): Due {
  return delay.kind === 'days'
    ? { kind: 'day', day: chain.dayOf(atMs) + delay.days }
    : { kind: 'instant', atMs: atMs + delay.seconds * 1000 };
}

/** What Anki says counts where a replay of its log comes to something else. */
function correctSchedule(
  chain: EventChain,
  { schedule: replayed }: Standing,
  { schedule: wanted }: ImportedStanding,
  changedMs: number,
): void {
  if (wanted.state === 'new') {
    if (replayed.state !== 'new') chain.add(changedMs, { kind: 'reset' });
    return;
  }
  const memory = wanted.memory ?? (replayed.state === 'new' ? null : replayed.memory);
  // A card in its first steps without any answer on record has nothing to go on from: it is new.
  if (memory === null) return;
  const { due, reps, lapses, step, intervalDays, lastAtMs } = wanted;
  const common = { memory, due, reps, lapses, lastAtMs, lastDay: chain.dayOf(lastAtMs) };
  const schedule: Schedule =
    wanted.state === 'learning'
      ? { state: 'learning', step, ...common }
      : wanted.state === 'review'
        ? { state: 'review', intervalDays, ...common }
        : { state: 'relearning', step, intervalDays, ...common };
  if (!isAlike(replayed, schedule)) chain.add(lastAtMs, { kind: 'memory', schedule });
  else if (!isSameDue(replayed.due, due))
    chain.add(lastAtMs, { kind: 'due', due, why: 'reschedule' });
}

const tolerance = 0.01;

function isAlike(a: Schedule, b: Schedule): a is Exclude<Schedule, { readonly state: 'new' }> {
  if (a.state === 'new' || b.state === 'new' || a.state !== b.state) return false;
  return (
    near(a.memory.stability, b.memory.stability) &&
    near(a.memory.difficulty, b.memory.difficulty) &&
    a.reps === b.reps &&
    a.lapses === b.lapses &&
    a.lastDay === b.lastDay &&
    stepOf(a) === stepOf(b)
  );
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.abs(b);
}

function stepOf(schedule: Schedule): number {
  return 'step' in schedule ? schedule.step : 0;
}

function isSameDue(a: Due, b: Due): boolean {
  if (a.kind === 'day') return b.kind === 'day' && a.day === b.day;
  return b.kind === 'instant' && Math.abs(a.atMs - b.atMs) < 1000;
}
