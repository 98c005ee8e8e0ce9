import type { ExportedAct } from '../exchange/anki/log-out.ts';
import type { CardKey } from '../model/card.ts';
import type { StudyEvent } from '../model/event.ts';
import type { Standing } from '../model/schedule.ts';
import type { EventLog } from '../schedule/history.ts';
import { replaySteps } from '../schedule/replay.ts';
import type { ReplayStep } from '../schedule/replay.ts';
import { allEvents, voidedIds } from '../store/events.ts';
import type { Study } from './study.ts';

/** The log of a collection, read once, for the sides that are exported. */
export interface History {
  of(key: CardKey): SideHistory;
  /** Minutes east of UTC when the first event was made; 0 where there is none. */
  readonly offsetEast: number;
}

/** What the log says of one side. */
export interface SideHistory {
  /** Null for a side without events. */
  readonly standing: Standing | null;
  readonly acts: readonly ExportedAct[];
}

/** Reads the whole log; histories of old keys count for the keys that were linked to them. */
export function readHistory(study: Study): History {
  const events = new Map<CardKey, readonly StudyEvent[]>();
  let first: StudyEvent | undefined;
  for (const { card, events: own } of allEvents(study.store)) {
    if (card === null) continue;
    events.set(card, own);
    for (const event of own) if (first === undefined || event.atMs < first.atMs) first = event;
  }
  const log: EventLog = {
    eventsOf: (key) => events.get(key) ?? [],
    voided: voidedIds(study.store),
  };
  return {
    offsetEast: first?.offsetEast ?? 0,
    of(key) {
      const steps = replaySteps(key, log, study.scheduler);
      return {
        standing: steps.at(-1)?.after ?? null,
        acts: steps.flatMap((step) => actOf(step) ?? []),
      };
    },
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
