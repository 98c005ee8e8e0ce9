import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { Home } from './support/run-tenet.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/json.md'), 'utf8');
/** Commands that have nothing to print as JSON. */
const without: ReadonlySet<string> = new Set(['review', 'completion']);

/** The examples of a command, by the heading that names it. */
function examplesOf(command: string): readonly unknown[] {
  const section = page.split(/^## /m).find((text) => text.startsWith(`\`${command}\`\n`)) ?? '';
  return [...section.matchAll(/```json\n([^]*?)```/g)].map(([, json = '']) => JSON.parse(json));
}

/** Where a value is built otherwise than its example; `null` stands for anything, and a list may be empty. */
function differences(value: unknown, example: unknown, at = ''): string[] {
  if (value === null || example === null) return [];
  if (Array.isArray(value) && Array.isArray(example))
    return value.length === 0 || example.length === 0
      ? []
      : value.flatMap((each) => differences(each, example[0], `${at}[]`));
  const dueOfSide = at === '[].due' && ['number', 'string'].includes(typeof value);
  if (typeof value !== typeof example) return dueOfSide ? [] : [`${at}: ${typeof value}`];
  if (typeof value !== 'object' || typeof example !== 'object') return [];
  const [own, documented] = [Object.keys(value), Object.keys(example)];
  const optional = at === '.problems[]' ? ['card'] : [];
  return [
    ...own
      .filter((key) => !documented.includes(key))
      .map((key) => `${at}.${key} is not documented`),
    ...documented
      .filter((key) => !own.includes(key) && !optional.includes(key))
      .map((key) => `${at}.${key} is missing`),
    ...own
      .filter((key) => documented.includes(key))
      .flatMap((key) => differences(field(value, key), field(example, key), `${at}.${key}`)),
  ];
}

function field(value: object, key: string): unknown {
  return (value as Record<string, unknown>)[key];
}

const long =
  'The queen lays up to two thousand eggs a day through most of the summer, is fed by a changing court of young workers, and spreads the scent by which the colony knows that it still has a queen.';
const bees = `# Bees

## The hive

### Why do honey bees dance in the hive?

To show the other foragers where flowers are.[^1]

### Do bees dance?

Yes.

### What does the queen of a hive do in summer?

${long}

Wax comes from glands below the belly, and takes much honey to make.

[^1]: [Paper](ORIGINALS.md#paper) "a dance of bees"
`;
const originals = '# Originals\n\n## paper\n\n- Title: On dances\n- Year: 1927\n';

/** In an order in which each finds what it is about. */
const runs: readonly (readonly [command: string, ...args: readonly string[]])[] = [
  ['tenet generate --report', 'generate', 'source-docs', '--report'],
  ['tenet generate', 'generate', 'source-docs'],
  ['tenet', '--json'],
  ['tenet due', 'due'],
  ['tenet cards', 'cards'],
  ['tenet check', 'check'],
  ['tenet triage', 'triage'],
  ['tenet read', 'read'],
  ['tenet add', 'add', '--question', 'One?', '--answer', 'Yes.'],
  ['tenet id', 'id', 'decks/inbox.md'],
  ['tenet init', 'init', '../fresh'],
  ['tenet doctor', 'doctor'],
  ['tenet backup', 'backup', 'copy.db'],
  ['tenet restore', 'restore', 'copy.db'],
  ['tenet log import', 'log', 'import', 'log.jsonl'],
  ['tenet config', 'config', 'new_per_day'],
  ['tenet export anki', 'export', 'anki', '--out', 'a.apkg'],
  ['tenet export csv', 'export', 'csv', '--out', 'a.csv'],
  ['tenet export json', 'export', 'json', '--out', 'a.json'],
  ['tenet import', 'import', 'a.json'],
];

/** Those that report on what there is, of which there may be nothing. */
const ofNothing: ReadonlySet<string> = new Set(
  [
    '',
    ' due',
    ' cards',
    ' check',
    ' triage',
    ' read',
    ' doctor',
    ' log import',
    ' export json',
  ].map((name) => `tenet${name}`),
);

describe.each([
  ['a collection with a bit of everything', 'full'],
  ['an empty collection', 'empty'],
] as const)('--json in %s', { timeout: 20_000 }, (_, what) => {
  let home: Home;

  beforeAll(() => {
    const files = { 'source-docs/01-bees.md': bees, 'source-docs/ORIGINALS.md': originals };
    home = new Home(what === 'full' ? { ...files, 'decks/broken.md': 'Q: Alone?\n' } : {});
    home.write('notes/log.jsonl', '');
  });
  afterAll(() => home.close());

  const usable = what === 'full' ? runs : runs.filter(([name]) => ofNothing.has(name));

  it.each(usable.map(([name, ...args]) => [name, args] as const))(
    'of %s is as docs/json.md shows it',
    (name, args) => {
      const [example] = examplesOf(name);
      expect(example).toBeDefined();
      const { status, json } = home.tenet(...args, '--json').run();
      expect(status).not.toBe(2);
      expect(differences(json(), example)).toEqual([]);
    },
  );
});

describe('docs/json.md', () => {
  it('has every command', () => {
    const headings = new Set([...page.matchAll(/^## `tenet ?(\w*)/gm)].map(([, name]) => name));
    const wanted = commands.map(({ name }) => name).filter((name) => !without.has(name));
    expect(wanted.filter((name) => !headings.has(name))).toEqual([]);
    for (const name of without) expect(page).toContain(`\`tenet ${name}\``);
  });
});
