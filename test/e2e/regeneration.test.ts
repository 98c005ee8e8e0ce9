import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Home, tenetProgram } from './support/run-tenet.ts';
import { TestTerminal } from './support/terminal.ts';

const dance = `### Why do honey bees dance in the hive?

To show the other foragers where flowers are.
`;

const winter = `### How do honey bees keep warm in winter?

They gather in a ball and shiver with their flight muscles.
`;

const long =
  'The queen lays up to two thousand eggs a day through most of the summer, is fed by a changing court of young workers, and spreads the scent by which the colony knows that it still has a queen.';

const hills =
  'Wood ants build their hills to catch the low sun of spring, since the needles on the south side warm up first, and carry the warmth down with their own bodies to the chambers where the brood of the year waits.';

const before = `# Bees

## The hive

${dance}
### What do guard bees do at the entrance?

They smell every bee that wants to come in.

### What do honey bees make of wax?

Combs of six-sided cells.

## The year

${winter}
### Why do worker bees drive the drones out in autumn?

Because drones eat honey and gather none.

### What does the queen of a hive do in summer?

${long}
`;

/** A paragraph moved, two reworded, one removed, one new. */
const after = `# Bees

## The hive

### What do guard bees do at the entrance?

They smell at every bee that wants to come in.

### What do honey bees make of wax?

Combs of six-sided cells.

### How many eyes does a honey bee have?

Five: two large compound eyes and three small simple ones.

## The year

### Why do worker bees drive the drones out in autumn?

Because drones eat honey and gather none.

### What does the queen of a hive do in summer?

${long.replace('changing court', 'changing retinue')}

## Signals

${dance}`;

interface ListedCard {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly reps: number;
  readonly due: unknown;
}

let home: Home;

beforeEach(() => {
  home = new Home({ 'docs/bees.md': before });
});
afterEach(() => home.close());

function tenet(...args: readonly string[]) {
  return home.tenet(...args).run();
}

const cards = (): readonly ListedCard[] => tenet('cards', '--json').json<readonly ListedCard[]>();

function card(question: string): ListedCard | undefined {
  return cards().find((each) => each.question.startsWith(question));
}

/** Every file of the collection with its text. */
function files(folder = home.collection): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const plain = names.filter((name) => !name.startsWith('.git/'));
  return Object.fromEntries(
    plain
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
}

function change(file: string, from: string | RegExp, to: string): void {
  const text = home.read(`notes/${file}`);
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  home.write(`notes/${file}`, changed);
}

describe('generating again from a document that changed', () => {
  it('keeps ids, histories, edits, deletions and rejections; makes what is new; marks what is gone', () => {
    expect(tenet('generate', 'docs').stdout).toContain('5 new, 1 new among the drafts');
    const reviewed = home.tenet('review', '--plain').typing('\n\n'.repeat(5)).run();
    expect(reviewed.stdout).toContain('5 cards');
    const first = cards();
    expect(first.map(({ reps }) => reps)).toEqual([1, 1, 1, 1, 1]);

    change('decks/bees.md', 'A: They smell every bee', 'A: They check the scent of every bee');
    const wax = card('What do honey bees make');
    change('decks/bees.md', /Q: What do honey bees make of wax\?[^]*?-->\n/, '');
    const rejected = home.tenet('triage', '--plain').typing('r 2\n').run();
    expect(rejected.stdout).toContain('1 draft: 1 rejected.');

    home.write('notes/docs/bees.md', after);
    renameSync(home.path('notes/docs/bees.md'), home.path('notes/docs/honey-bees.md'));

    const untouched = files();
    const check = tenet('generate', '--check', 'docs');
    expect(check.status).toBe(1);
    expect(check.stdout).toContain('have drifted apart');
    expect(files()).toEqual(untouched);

    const again = tenet('generate', 'docs');
    expect(again.status).toBe(0);
    expect(again.stdout).toContain('docs/honey-bees.md (markdown) → decks/bees.md');
    expect(again.stdout).toContain(
      'no longer in docs/bees.md, and kept: How do honey bees keep warm',
    );

    const now = cards();
    const standing = now.filter(({ id }) => first.some((each) => each.id === id));
    expect(standing).toHaveLength(4);
    for (const each of standing)
      expect(each).toMatchObject({ reps: 1, due: first.find(({ id }) => id === each.id)?.due });
    expect(card('What do guard bees do')?.answer).toContain('check the scent of every bee');
    expect(now.some(({ id }) => id === wax?.id)).toBe(false);
    expect(card('How many eyes')).toMatchObject({ reps: 0 });
    expect(now).toHaveLength(5);
    expect(tenet('triage', '--plain').stdout).toContain('No drafts are waiting.');
    expect(home.read('notes/decks/bees.md')).toContain('](../docs/honey-bees.md#signals) "To show');

    expect(tenet('generate', '--check', 'docs')).toMatchObject({ status: 0 });
    const third = files();
    expect(tenet('generate', 'docs').stdout).toContain('Nothing to change.');
    expect(files()).toEqual(third);

    // What rests on words that are gone is for a person to look at.
    const problems = tenet('check', '--json').json<{ problems: { card?: string }[] }>().problems;
    const marked = new Set(problems.map((problem) => problem.card));
    expect(marked).toContain(card('How do honey bees keep warm')?.id);
    expect(marked).toContain(card('What do guard bees do')?.id);
    expect(marked).not.toContain(card('Why do honey bees dance')?.id);
  });

  it('leads the links of edited cards to the document where it is now', () => {
    tenet('generate', 'docs');
    change('decks/bees.md', 'A: They smell every bee', 'A: They check the scent of every bee');
    renameSync(home.path('notes/docs/bees.md'), home.path('notes/docs/honey-bees.md'));
    tenet('generate', 'docs');
    const deck = home.read('notes/decks/bees.md');
    expect(deck).toContain('A: They check the scent of every bee');
    expect(deck).not.toContain('docs/bees.md');
    expect(tenet('check').status).toBe(0);
  });
});

describe('generating, interrupted by Ctrl-C', () => {
  it('exits 130 and leaves every file as it was', async () => {
    tenet('generate', 'docs');
    for (let number = 0; number < 200; number += 1)
      home.write(`notes/docs/more/${number}.md`, before.replaceAll('bees', `bees ${number}`));
    const untouched = files();
    await using terminal = new TestTerminal({
      command: process.execPath,
      args: [tenetProgram, 'generate', 'docs'],
      cwd: home.collection,
      env: { HOME: home.folder },
    });
    await terminal.until(/\d+ of 201 documents: /);
    terminal.type('\u0003');
    expect((await terminal.ended()).exitCode).toBe(130);
    expect(terminal.text()).toContain('tenet: interrupted; nothing was left half done.');
    expect(files()).toEqual(untouched);
  });
});

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd: home.collection, encoding: 'utf8' });
}

function commitAll(message: string): void {
  git('add', '-A');
  git('commit', '-q', '-m', message);
}

describe('two branches that both generated and decided on drafts', () => {
  it('merge without conflict, and what was decided on either stands', () => {
    git('init', '-q', '-b', 'main');
    home.write(
      'notes/docs/ants.md',
      `# Ants\n\n### Why do ants build hills in woods?\n\n${hills}\n`,
    );
    tenet('generate', 'docs');
    commitAll('two documents');

    git('checkout', '-q', '-b', 'other');
    home.tenet('triage', '--plain', 'ants').typing('r 2\n').run();
    home.write(
      'notes/docs/wasps.md',
      '# Wasps\n\n### Why are wasps thin?\n\nTo fit into tunnels.\n',
    );
    tenet('generate', 'docs');
    commitAll('no hills; wasps');

    git('checkout', '-q', 'main');
    home.tenet('triage', '--plain', 'bees').typing('a\n').run();
    change('docs/bees.md', 'Combs of six-sided cells.', 'Combs of cells with six sides.');
    tenet('generate', 'docs');
    commitAll('a queen; reworded');

    git('merge', '-q', '--no-edit', 'other');
    expect(git('status', '--porcelain')).toBe('');
    expect(tenet('generate', '--check', 'docs').status).toBe(0);
    const merged = files();
    expect(tenet('generate', 'docs').stdout).toContain('Nothing to change.');
    expect(tenet('triage', '--plain').stdout).toContain('No drafts are waiting.');
    // The lines of both branches for one card are folded into one.
    const ledger = 'decks/.tenet/ledger.jsonl';
    expect({ ...files(), [ledger]: '' }).toEqual({ ...merged, [ledger]: '' });
    const questions = cards().map(({ question }) => question);
    expect(questions).toContain('What does the queen of a hive do in summer?');
    expect(questions).toContain('Why are wasps thin?');
    expect(questions).not.toContain('Why do ants build hills in woods?');
  });
});
