import type { Standing } from '../../model/schedule.ts';
import type { ScheduleSettings } from '../../model/settings.ts';
import { createScheduler, type Scheduler } from '../../schedule/answer.ts';
import { parametersInForce } from '../../schedule/parameters.ts';
import { replayCard } from '../../schedule/replay.ts';
import { allEvents, allLinks, eventsOf, voidedIds } from '../../store/events.ts';
import { metaValue, setMetaValue } from '../../store/meta.ts';
import type { Store } from '../../store/open.ts';
import { replaceStandings } from '../../store/standings.ts';

/** To be raised whenever a replay of the same log would give other standings than before. */
const replayVersion = 1;

/** There is one preset so far; its trained parameters are logged under this name. */
const preset = 'default';

/** The value in the database that says what its standings were made with. */
const madeWith = 'standings-made-with';

/** Hears how many sides a long replay has done. */
export type Progress = (done: number) => void;

const progressEvery = 5000;

/** The scheduler of these settings; parameters that they leave open are those of the newest `params` event. */
export function schedulerFor(store: Store, settings: ScheduleSettings): Scheduler {
  if (settings.parameters !== undefined) return createScheduler(settings);
  const trained = parametersInForce(eventsOf(store, null), preset);
  return createScheduler(trained === undefined ? settings : { ...settings, parameters: trained });
}

/** Where every side with a history stands, worked out from the log alone. Writes nothing. */
export function replayAll(store: Store, scheduler: Scheduler, progress?: Progress): Standing[] {
  const voided = voidedIds(store);
  const linked = new Set(allLinks(store).map((link) => link.new));
  const standings: Standing[] = [];
  for (const { card, events } of allEvents(store)) {
    if (card === null) continue;
    const log = {
      eventsOf: linked.has(card)
        ? (key: typeof card) => (key === card ? events : eventsOf(store, key))
        : () => events,
      voided,
    };
    standings.push(replayCard(card, log, scheduler));
    if (standings.length % progressEvery === 0) progress?.(standings.length);
  }
  return standings;
}

/** Puts the result of a replay in place of the cache; the result is the number of sides. */
export function rebuildStandings(store: Store, scheduler: Scheduler, progress?: Progress): number {
  return store.write(() => {
    const standings = replayAll(store, scheduler, progress);
    replaceStandings(store, standings);
    setMetaValue(store, madeWith, fingerprint(scheduler.settings));
    return standings.length;
  });
}

/** The scheduler that holds now; the cache is made anew if it was made with other settings. */
export function rebuildIfStale(
  store: Store,
  settings: ScheduleSettings,
  progress?: Progress,
): Scheduler {
  const scheduler = schedulerFor(store, settings);
  if (metaValue(store, madeWith) !== fingerprint(scheduler.settings))
    rebuildStandings(store, scheduler, progress);
  return scheduler;
}

/**
 * To be called with what is added to the cache: where another tenet has made it with other settings
 * meanwhile, the two do not fit together, and the next start makes it anew.
 */
export function distrustMixedCache(store: Store, { settings }: Scheduler): void {
  if (metaValue(store, madeWith) !== fingerprint(settings)) setMetaValue(store, madeWith, 'mixed');
}

/** All that a replay depends on beside the log. */
function fingerprint(settings: ScheduleSettings): string {
  const { loadBalance: _, easyDays: __, ...replayed } = settings;
  return JSON.stringify([
    replayVersion,
    Object.entries(replayed).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}
