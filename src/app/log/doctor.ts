import { isDeepStrictEqual } from 'node:util';
import type { CardKey } from '../../model/card.ts';
import type { Standing } from '../../model/schedule.ts';
import type { ScheduleSettings } from '../../model/settings.ts';
import { countEvents } from '../../store/events.ts';
import { indexComplaints, rebuildIndexes } from '../../store/log-indexes.ts';
import type { Store } from '../../store/open.ts';
import { allStandings } from '../../store/standings.ts';
import { type Progress, rebuildStandings, replayAll, schedulerFor } from './rebuild.ts';

/** What an examination of a database found. */
export interface Examination {
  readonly events: number;
  /** Sides with a history. */
  readonly sides: number;
  /** What SQLite finds wrong with the file; only a backup helps. */
  readonly damage: readonly string[];
  /** Where what is derived from the log differs from it: a rebuild puts it right. */
  readonly differences: readonly string[];
}

const mostDifferences = 20;

/** Replay promises floats to this, relative to their size. */
const tolerance = 1e-6;

/** Reads the whole database and replays the whole log; writes nothing. */
export function examine(
  store: Store,
  settings: ScheduleSettings,
  progress?: Progress,
): Examination {
  return store.read(() => {
    const damage = store.rows<[string]>('PRAGMA quick_check(20)').map(([line]) => line);
    const replayed = replayAll(store, schedulerFor(store, settings), progress);
    return {
      events: countEvents(store),
      sides: replayed.length,
      damage: damage.filter((line) => line !== 'ok'),
      differences: [...indexComplaints(store), ...differencesOf(allStandings(store), replayed)],
    };
  });
}

/** Makes everything that is derived from the log anew. */
export function repair(store: Store, settings: ScheduleSettings, progress?: Progress): void {
  store.write(() => {
    rebuildIndexes(store);
    rebuildStandings(store, schedulerFor(store, settings), progress);
  });
}

function differencesOf(
  cached: ReadonlyMap<CardKey, Standing>,
  replayed: readonly Standing[],
): readonly string[] {
  const keys = new Set(replayed.map(({ key }) => key));
  const extra = [...cached.keys()].filter((key) => !keys.has(key));
  const different = replayed.filter((standing) => !isSame(cached.get(standing.key), standing));
  const all = [
    ...extra.map((key) => `${key}: the log says nothing of this card`),
    ...different.map(({ key }) => `${key}: a replay of the log gives something else`),
  ];
  const rest = all.length - mostDifferences;
  return rest > 0 ? [...all.slice(0, mostDifferences), `and ${rest} more`] : all;
}

function isSame(cached: Standing | undefined, replayed: Standing): boolean {
  if (cached === undefined) return false;
  const [a, b] = [cached.schedule, replayed.schedule];
  if (!isDeepStrictEqual(withoutMemory(cached), withoutMemory(replayed))) return false;
  if (a.state === 'new' || b.state === 'new') return true;
  return (
    isNear(a.memory.stability, b.memory.stability) &&
    isNear(a.memory.difficulty, b.memory.difficulty)
  );
}

/** All that must be equal to the last digit. */
function withoutMemory({ schedule, ...own }: Standing): object {
  return schedule.state === 'new'
    ? { ...own, schedule }
    : { ...own, schedule: { ...schedule, memory: null } };
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));
}
