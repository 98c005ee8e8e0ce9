// Measures what is promised: npm run bench [-- --only NAME] [--runs N] [--json]
import { parseArgs } from 'node:util';
import { ankiBenchmark } from './anki.ts';
import { crashBenchmark } from './crash.ts';
import { documentsBenchmark } from './documents.ts';
import { generateBenchmark } from './generate.ts';
import { indexBenchmark } from './index.ts';
import { keysBenchmark } from './keys.ts';
import { type Benchmark, type Figure, holds } from './measure.ts';
import { memoryBenchmark } from './memory.ts';
import { replayBenchmark } from './replay.ts';
import { startBenchmark } from './start.ts';
import { syncBenchmark } from './sync.ts';
import { jsonOf, tableOf } from './table.ts';

const benchmarks: readonly Benchmark[] = [
  startBenchmark,
  indexBenchmark,
  keysBenchmark,
  replayBenchmark,
  memoryBenchmark,
  generateBenchmark,
  documentsBenchmark,
  ankiBenchmark,
  syncBenchmark,
  crashBenchmark,
];

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    runs: { type: 'string' },
    json: { type: 'boolean' },
  },
});
const wanted = values.runs === undefined ? undefined : Number(values.runs);
const chosen = benchmarks.filter(({ name }) => values.only?.includes(name) ?? true);
if (chosen.length === 0) {
  process.stderr.write(`There are ${benchmarks.map(({ name }) => name).join(', ')}.\n`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const { name, measure } of chosen) {
  process.stderr.write(`${name} …\n`);
  figures.push(...(await measure(wanted)));
}
process.stdout.write(values.json === true ? jsonOf(figures) : tableOf(figures));
process.exitCode = figures.every(holds) ? 0 : 1;
