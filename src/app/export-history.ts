import type { ExportedAct } from '../exchange/anki/log-out.ts';
import type { CardKey } from '../model/card.ts';
import type { StudyEvent } from '../model/event.ts';
import type { Standing, StudyDay } from '../model/schedule.ts';
import { replaySteps } from '../schedule/replay.ts';
import type { ReplayStep } from '../schedule/replay.ts';
import { allEvents, allLinks, eventsOf, voidedIds } from '../store/events.ts';
import type { Study } from './study.ts';

/** The log of a collection, for the sides that are exported. */
export interface History {
  /** The history of a side; each can be taken once, so that a long log need not stay in memory. */
  take(key: CardKey): SideHistory;
  /** The study day of the first event, and the minutes east of UTC that it was made at. */
  readonly firstDay: StudyDay;
  readonly offsetEast: number;
}

/** What the log says of one side. */
export interface SideHistory {
  /** Null for a side without events. */
  readonly standing: Standing | null;
  readonly acts: readonly ExportedAct[];
}

/** Reads the log once; histories of old keys count for the keys that were linked to them. */
export function readHistory(study: Study, wanted: ReadonlySet<CardKey>): History {
  const { store, scheduler } = study;
  const voided = voidedIds(store);
  const linked = new Set(allLinks(store).map((link) => link.new));
  const sides = new Map<CardKey, SideHistory>();
  let first: StudyEvent | undefined;
  for (const { card, events } of allEvents(store)) {
    for (const event of events) if (first === undefined || event.atMs < first.atMs) first = event;
    if (card === null || linked.has(card) || !wanted.has(card)) continue;
    sides.set(card, sideHistory(replaySteps(card, { eventsOf: () => events, voided }, scheduler)));
  }
  for (const key of linked) {
    const log = { eventsOf: (each: CardKey) => eventsOf(store, each), voided };
    if (wanted.has(key)) sides.set(key, sideHistory(replaySteps(key, log, scheduler)));
  }
  return {
    firstDay: first?.day ?? study.now().day,
    offsetEast: first?.offsetEast ?? 0,
    take(key) {
      const side = sides.get(key) ?? { standing: null, acts: [] };
      sides.delete(key);
      return side;
    },
  };
}

function sideHistory(steps: readonly ReplayStep[]): SideHistory {
  return {
    standing: steps.at(-1)?.after ?? null,
    acts: steps.flatMap((step) => actOf(step) ?? []),
  };
}

/** What Anki's log has a row for. */
function actOf({ event, before, after }: ReplayStep): ExportedAct | null {
  const { atMs, day } = event;
  switch (event.kind) {
    case 'answer': {
      if (after.schedule.state === 'new') return null;
      const { difficulty } = after.schedule.memory;
      const { grade, ms, due } = event;
      return {
        kind: 'answer',
        atMs,
        day,
        grade,
        ms,
        due,
        before: before.schedule.state,
        difficulty,
      };
    }
    case 'cram':
      return { kind: 'cram', atMs, day, grade: event.grade, ms: event.ms };
    case 'due':
      return before.schedule.state === 'new' ? null : { kind: 'due', atMs, day, due: event.due };
    case 'reset':
      return { kind: 'reset', atMs, day };
    default:
      return null;
  }
}
