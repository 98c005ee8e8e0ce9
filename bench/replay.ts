import { rebuildStandings, schedulerFor } from '../src/app/log/rebuild.ts';
import { defaultSettings } from '../src/model/settings.ts';
import { allEvents } from '../src/store/events.ts';
import { openStore } from '../src/store/open.ts';
import { millionAnswers } from './filled-log.ts';
import { type Benchmark, medianTime } from './measure.ts';

const usualRuns = 3;

/** All standings worked out again from a long log, and written back. */
export const replayBenchmark: Benchmark = {
  name: 'replay',
  measure: async (runs = usualRuns) => {
    const store = openStore(millionAnswers('replay'), { nowMs: Date.now() });
    try {
      const scheduler = schedulerFor(store, defaultSettings.schedule);
      const read = medianTime(runs, () => {
        for (const { events } of allEvents(store)) if (events.length === 0) break;
      });
      return [
        {
          name: 'replay of 1,000,000 answers from the database',
          unit: 'ms',
          value: medianTime(runs, () => rebuildStandings(store, scheduler)),
          floor: { what: 'all events read', value: read },
          promise: { most: 3000 },
        },
      ];
    } finally {
      store.close();
    }
  },
};
