import type { SideHistory } from '../../exchange/anki/export-note.ts';
import { LogBook } from '../../exchange/anki/log-out.ts';
import type { ExportedAct } from '../../exchange/anki/log-out.ts';
import type { CardKey } from '../../model/card.ts';
import type { StudyEvent } from '../../model/event.ts';
import type { Standing, StudyDay } from '../../model/schedule.ts';
import type { EventLog } from '../../schedule/history.ts';
import { replaySteps } from '../../schedule/replay.ts';
import type { ReplayStep } from '../../schedule/replay.ts';
import { allEvents, allLinks, eventsOf, voidedIds } from '../../store/events.ts';
import type { Study } from '../log/study.ts';

/** The log of a collection, for the sides that are exported. */
export interface History {
  of(key: CardKey): SideHistory | null;
  readonly log: LogBook;
  /** The study day of the first event, and the minutes east of UTC that it was made at. */
  readonly firstDay: StudyDay;
  readonly offsetEast: number;
}

/** A log is read from its start to its end: pages that were read need not be kept. */
const cacheKibibytes = 2048;

/** Reads the log once; histories of old keys count for the keys that were linked to them. */
export function readHistory(study: Study, wanted: ReadonlySet<CardKey>): History {
  const { store, scheduler } = study;
  store.pragma(`cache_size = ${-cacheKibibytes}`);
  const voided = voidedIds(store);
  const linked = new Set(allLinks(store).map((link) => link.new));
  const log = new LogBook();
  const sides = new Map<CardKey, SideHistory>();
  const take = (key: CardKey, of: EventLog) => {
    let standing: Standing | undefined;
    const acts = function* () {
      for (const step of replaySteps(key, of, scheduler)) {
        standing = step.after;
        const act = actOf(step);
        if (act !== null) yield act;
      }
    };
    const slot = log.add(acts());
    if (standing !== undefined) sides.set(key, { standing, slot });
  };
  let first: StudyEvent | undefined;
  for (const { card, events } of allEvents(store)) {
    for (const event of events) if (first === undefined || event.atMs < first.atMs) first = event;
    if (card === null || linked.has(card) || !wanted.has(card)) continue;
    take(card, { eventsOf: () => events, voided });
  }
  for (const key of linked)
    if (wanted.has(key)) take(key, { eventsOf: (each) => eventsOf(store, each), voided });
  return {
    of: (key) => sides.get(key) ?? null,
    log,
    firstDay: first?.day ?? study.now().day,
    offsetEast: first?.offsetEast ?? 0,
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
