import type { CardKey } from '../model/card.ts';
import type { StudyEvent } from '../model/event.ts';
import type { Schedule, Standing } from '../model/schedule.ts';
import type { Scheduler } from './answer.ts';
import type { EventLog } from './history.ts';
import { historyOf } from './history.ts';
import { isLeechAt } from './leech.ts';
import { voidedBy } from './order.ts';

/** Where a side stands of which the log says nothing. */
export function newStanding(key: CardKey): Standing {
  return {
    key,
    schedule: { state: 'new' },
    suspended: false,
    buriedDay: null,
    flag: 0,
    flagNote: '',
    leech: false,
    head: null,
  };
}

/**
 * Where a side stands by the log: a function of the set of events alone, whatever order they come in.
 * A due on record holds if the event was made after its live predecessor, and is recomputed otherwise.
 */
export function replayCard(key: CardKey, log: EventLog, scheduler: Scheduler): Standing {
  let standing = newStanding(key);
  for (const event of historyOf(key, log)) {
    standing = applyEvent(standing, event, event.after === standing.head, scheduler);
  }
  return standing;
}

/** One event of a side's history, and where the side stood before and after it. */
export interface ReplayStep {
  readonly event: StudyEvent;
  readonly before: Standing;
  readonly after: Standing;
}

/** The replay of `replayCard`, step by step, oldest first. */
export function* replaySteps(
  key: CardKey,
  log: EventLog,
  scheduler: Scheduler,
): Generator<ReplayStep, void> {
  let before = newStanding(key);
  for (const event of historyOf(key, log)) {
    const after = applyEvent(before, event, event.after === before.head, scheduler);
    yield { event, before, after };
    before = after;
  }
}

/**
 * Where a side stands after one more event that was made just now, knowing all before it; equal to a
 * replay. Null where only a replay can tell: after an undo or a link, and for an event that was made
 * elsewhere and does not follow `standing.head`.
 */
export function advance(
  standing: Standing,
  event: StudyEvent,
  scheduler: Scheduler,
): Standing | null {
  if (event.card === null) return standing;
  if (event.card !== standing.key || event.after !== standing.head) return null;
  if (event.kind === 'undo' || event.kind === 'link') return null;
  return applyEvent(standing, event, true, scheduler);
}

/** An `EventLog` over events in memory, in any order, undos among them. */
export function logOf(events: readonly StudyEvent[]): EventLog & { keys(): Iterable<CardKey> } {
  const byKey = new Map<CardKey, StudyEvent[]>();
  for (const event of events) {
    if (event.card === null) continue;
    const own = byKey.get(event.card);
    if (own === undefined) byKey.set(event.card, [event]);
    else own.push(event);
  }
  return {
    eventsOf: (key) => byKey.get(key) ?? [],
    voided: voidedBy(events),
    keys: () => byKey.keys(),
  };
}

function applyEvent(
  standing: Standing,
  event: StudyEvent,
  follows: boolean,
  scheduler: Scheduler,
): Standing {
  const head = event.id;
  switch (event.kind) {
    case 'answer': {
      const { grade, due } = event;
      const schedule = follows
        ? scheduler.settle(standing, grade, event, due)
        : scheduler.next(standing, grade, event);
      return afterAnswer(standing, schedule, event, scheduler);
    }
    case 'due':
      return { ...standing, schedule: movedTo(standing, event, follows, scheduler), head };
    case 'memory':
      return { ...standing, schedule: event.schedule, head };
    case 'reset':
      return { ...standing, schedule: { state: 'new' }, leech: false, head };
    case 'suspend':
      return { ...standing, suspended: true, head };
    case 'resume':
      return { ...standing, suspended: false, buriedDay: null, head };
    case 'bury':
      return { ...standing, buriedDay: event.day, head };
    case 'flag':
      return { ...standing, flag: event.flag, flagNote: event.note, head };
    case 'cram':
    case 'link':
    case 'params':
    case 'read':
    case 'undo':
    case 'unknown':
      return { ...standing, head };
  }
}

function afterAnswer(
  standing: Standing,
  schedule: Schedule,
  event: StudyEvent,
  { settings }: Scheduler,
): Standing {
  const lapsed = lapsesOf(schedule) > lapsesOf(standing.schedule);
  const leech = lapsed && isLeechAt(lapsesOf(schedule), settings.leechThreshold);
  return {
    key: standing.key,
    schedule,
    suspended: standing.suspended || (leech && settings.leechAction === 'suspend'),
    buriedDay: standing.buriedDay,
    flag: standing.flag,
    flagNote: standing.flagNote,
    leech: standing.leech || leech,
    head: event.id,
  };
}

/** What a person chose stands in any case; a reschedule that was overtaken is worked out again. */
function movedTo(
  standing: Standing,
  event: StudyEvent & { readonly kind: 'due' },
  follows: boolean,
  scheduler: Scheduler,
): Schedule {
  const { schedule } = standing;
  if (follows || event.why === 'user') return { ...schedule, due: event.due };
  const due = scheduler.dueAgain(standing);
  return due === null ? schedule : { ...schedule, due };
}

function lapsesOf(schedule: Schedule): number {
  return schedule.state === 'new' ? 0 : schedule.lapses;
}
