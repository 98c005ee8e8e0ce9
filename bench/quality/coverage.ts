// How much of what a deck must cover its cards cover:
//   node bench/quality/coverage.ts ITEMS.json --seeds DIR
//   node bench/quality/coverage.ts ITEMS.json --seeds DIR --cards CARDS.json [--problems PROBLEMS.json]
// CARDS.json is what `tenet cards --json --originals DIR` prints, PROBLEMS.json `tenet check --json
// --originals DIR`; without --cards the cards are made here, by the rules, from the documents of DIR.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { ListedCard } from '../../src/app/decks/cards.ts';
import type { Problem } from '../../src/model/problem.ts';
import { type CoverageItem, coveredItems, type CoveringCard } from './recall.ts';
import { cardsOfFolder } from './seed-cards.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string' },
    cards: { type: 'string' },
    problems: { type: 'string' },
    json: { type: 'boolean', default: false },
    missing: { type: 'boolean', default: false },
  },
});

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** In which part of a list of numbered parts an offset lies, by the list's own headings. */
function parts(folder: string): (file: string, offset: number) => number {
  const starts = new Map(
    readdirSync(folder).map((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      return [file, [...text.matchAll(/^Part \d+\b/gm)].map(({ index }) => index)];
    }),
  );
  return (file, offset) => (starts.get(file) ?? []).filter((start) => start <= offset).length;
}

/** Sides as `tenet cards --json` gives them, without those that `tenet check` finds errors in. */
function listedCards(file: string, problems: string | undefined): CoveringCard[] {
  const refused = new Set(
    problems === undefined
      ? []
      : (readJson(problems) as { problems: readonly Problem[] }).problems.flatMap(
          ({ severity, card }) => (severity === 'error' && card !== undefined ? [card] : []),
        ),
  );
  return (readJson(file) as readonly ListedCard[])
    .filter(({ card }) => !refused.has(card))
    .map(({ question, answer, source, origins }) => ({
      question,
      answer,
      places: [...(source === null ? [] : [source]), ...origins].flatMap((place) =>
        place.file === null || place.start === null || place.end === null
          ? []
          : [{ file: path.basename(place.file), start: place.start, end: place.end }],
      ),
    }));
}

interface Recall {
  readonly group: string;
  readonly covered: number;
  readonly items: number;
}

function recallBy(
  items: readonly CoverageItem[],
  covered: ReadonlySet<string>,
  group: (item: CoverageItem) => string,
): Recall[] {
  return [...Map.groupBy(items, group)]
    .map(([name, some]) => ({
      group: name,
      covered: some.filter(({ id }) => covered.has(id)).length,
      items: some.length,
    }))
    .toSorted((a, b) => (a.group < b.group ? -1 : 1));
}

function report(
  name: string,
  items: readonly CoverageItem[],
  cards: readonly CoveringCard[],
  seeds: string,
): unknown {
  const covered = coveredItems(items, cards, parts(seeds));
  const recall = [
    ...recallBy(items, covered, ({ priority }) => `priority ${priority}`),
    ...recallBy(items, covered, ({ source, priority }) => `${source}, priority ${priority}`),
    ...recallBy(items, covered, ({ kind }) => kind),
  ];
  if (!values.json) {
    process.stdout.write(`${name}: ${cards.length} sides\n`);
    for (const { group, covered: count, items: all } of recall)
      process.stdout.write(
        `  ${`${count}/${all}`.padStart(8)}  ${((100 * count) / all).toFixed(0).padStart(3)} %  ${group}\n`,
      );
    if (values.missing)
      for (const item of items)
        if (!covered.has(item.id))
          process.stdout.write(`  missing ${item.id} (${item.priority}) ${item.question}\n`);
  }
  return {
    name,
    sides: cards.length,
    recall,
    missing: items.filter(({ id }) => !covered.has(id)).map(({ id }) => id),
  };
}

const [file] = positionals;
if (file === undefined || values.seeds === undefined) {
  process.stderr.write(
    'Say which items, and where the documents lie: coverage.ts ITEMS.json --seeds DIR\n',
  );
  process.exitCode = 2;
} else {
  const { items } = readJson(file) as { items: readonly CoverageItem[] };
  const { seeds } = values;
  const results: unknown[] = [];
  if (values.cards === undefined) {
    const made = await cardsOfFolder(seeds);
    const decks = made.filter(({ where }) => where === 'deck');
    const drafts = made.filter(({ where }) => where !== 'refused');
    results.push(
      report('cards that go into decks', items, decks, seeds),
      report('with the drafts', items, drafts, seeds),
    );
  } else
    results.push(
      report('cards of the collection', items, listedCards(values.cards, values.problems), seeds),
    );
  if (values.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
}
