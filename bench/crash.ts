import { crashLane, type CrashReport } from './crash-lane.ts';
import type { Benchmark } from './measure.ts';

const lanes = 2;
const usualKills = 100;

/** Kills sessions at random moments and counts what was lost; `--runs 1000` is what is promised. */
export const crashBenchmark: Benchmark = {
  name: 'crash',
  measure: async (wanted = usualKills) => {
    const each = Math.ceil(wanted / lanes);
    const seeds = Array.from({ length: lanes }, (_, lane) => Date.now() + lane);
    const reports = await Promise.all(seeds.map((seed) => crashLane(each, seed)));
    for (const fault of reports.flatMap(({ faults }) => faults)) process.stderr.write(`${fault}\n`);
    const sum = (of: (report: CrashReport) => number): number =>
      reports.map(of).reduce((a, b) => a + b, 0);
    const kills = sum((report) => report.kills);
    const answers = sum(({ acknowledged }) => acknowledged);
    return [
      {
        name: `faults after ${kills} kills of sessions, ${answers} acknowledged answers`,
        unit: 'lost',
        value: sum(({ faults }) => faults.length),
        promise: { most: 0 },
      },
    ];
  },
};
