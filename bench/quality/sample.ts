// Forty cards of each document, drawn with a seed, to be read and judged: node bench/quality/sample.ts --seeds DIR
// Without --json as text. The verdicts stand in verdicts.json; `--verdicts` counts them and says which are stale.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { randomNumbers } from '../made-decks.ts';
import { cardsOfFolder, type SeedCard } from './seed-cards.ts';

const sampleSize = 40;
const seed = 20261120;

/** What a reader said of a card; the reason in our own words, empty where it is kept. */
interface Verdict {
  readonly id: string;
  readonly file: string;
  readonly rule: string;
  readonly verdict: 'keep' | 'edit' | 'reject';
  readonly reason: string;
}

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    json: { type: 'boolean', default: false },
    verdicts: { type: 'boolean', default: false },
  },
});

/** Cards of decks where a document has any, else its drafts; a card's sides are one card. */
function sampleOf(cards: readonly SeedCard[]): SeedCard[] {
  const decks = cards.filter(({ where }) => where === 'deck');
  const from = decks.length > 0 ? decks : cards.filter(({ where }) => where === 'draft');
  const whole = [...Map.groupBy(from, ({ id }) => id.split('/')[0]).values()].flatMap((sides) =>
    sides.slice(0, 1),
  );
  const random = randomNumbers(seed);
  const drawn = whole.map((card) => ({ card, order: random(1_000_000) }));
  return drawn
    .toSorted((a, b) => a.order - b.order)
    .slice(0, sampleSize)
    .map(({ card }) => card);
}

function countVerdicts(sampled: ReadonlyMap<string, readonly SeedCard[]>): void {
  const file = path.join(import.meta.dirname, 'verdicts.json');
  const { verdicts } = JSON.parse(readFileSync(file, 'utf8')) as { verdicts: readonly Verdict[] };
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  for (const [name, cards] of sampled) {
    const known = cards.flatMap(({ id }) => byId.get(id) ?? []);
    const count = (verdict: Verdict['verdict']) =>
      known.filter((each) => each.verdict === verdict).length;
    const share = ((100 * count('keep')) / Math.max(1, known.length)).toFixed(0);
    process.stdout.write(
      `${name}: ${count('keep')} keep, ${count('edit')} edit, ${count('reject')} reject of ${known.length} read (${share} % keep), ${cards.length - known.length} not read yet\n`,
    );
  }
}

if (values.seeds === undefined) {
  process.stderr.write('Say where the documents lie: sample.ts --seeds DIR\n');
  process.exitCode = 2;
} else {
  const made = Map.groupBy(await cardsOfFolder(values.seeds), ({ file }) => file);
  const sampled = new Map([...made].map(([file, cards]) => [file, sampleOf(cards)]));
  const cards = [...sampled.values()].flat();
  if (values.verdicts) countVerdicts(sampled);
  else if (values.json) process.stdout.write(`${JSON.stringify(cards, null, 2)}\n`);
  else
    for (const { id, file, rule, question, answer } of cards)
      process.stdout.write(`${id} ${file} ${rule}\n  ${question}\n  ${answer}\n`);
}
