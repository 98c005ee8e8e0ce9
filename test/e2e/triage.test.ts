import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Home, tenetProgram } from './support/run-tenet.ts';
import { colours, TestTerminal } from './support/terminal.ts';

/** So long that a person is asked about it. */
const long = (subject: string): string =>
  `${subject} fly about three kilometres for their nectar, and only where little blooms nearby do they go out as far as ten kilometres, since the flight itself then costs more sugar than a full load of nectar brings back home.`;

const bees = `# The life of bees

## Outside

### How far do foraging bees fly for their nectar?

${long('Foraging bees')}

Beekeepers therefore move their hives.

### How far do bumble queens fly in early spring?

A bumble queen covers only a few hundred metres around the nest that she founds, because in cold spring air she has to stop again and again to shiver herself warm, and because brood that is left alone dies.
`;

const near = `# Insects

Q: How far do foraging bees fly for nectar?
A: Foraging bees fly about three kilometres for their nectar, as far as ten where little blooms nearby.
<!-- id: flight12 -->
`;

let home: Home;
const terminals: TestTerminal[] = [];

beforeEach(() => {
  home = new Home({ 'docs/bees.md': bees });
  home.tenet('generate', 'docs').run();
});
afterEach(() => {
  for (const terminal of terminals.splice(0)) terminal.close();
  home.close();
});

function open(more: Partial<{ columns: number; rows: number; env: Record<string, string> }> = {}) {
  const terminal = new TestTerminal({
    command: process.execPath,
    args: [tenetProgram, 'triage'],
    cwd: home.collection,
    ...more,
    env: { HOME: home.folder, XDG_CONFIG_HOME: home.folder, XDG_DATA_HOME: '', ...more.env },
  });
  terminals.push(terminal);
  return terminal;
}

const deck = (): string =>
  existsSync(home.path('notes/decks/bees.md')) ? home.read('notes/decks/bees.md') : '';

describe('triage in a terminal', () => {
  it('shows the draft, its finding and its passage, and keeps it with one key', async () => {
    const terminal = open();
    await terminal.until('Draft 1 of 2 · bees.md');
    expect(terminal.lines()[0]).toMatch(/^ Draft 1 of 2 · bees\.md +kept 0 · rejected 0$/);
    expect(terminal.cellsOf('Q  How far')[0]).toMatchObject({ colour: colours.cyan, bold: true });
    expect(terminal.cellsOf('▲')[0]).toMatchObject({ colour: colours.yellow });
    expect(terminal.cellsOf('Foraging bees fly about three kilometres for').at(0)).toBeDefined();
    const anchored = terminal.find('┃ Foraging bees fly about');
    expect(anchored?.row).toBeGreaterThan(8);
    expect(terminal.lines()[23]).toBe(' a keep    e edit    r reject…    u undo    ? keys');
    expect(terminal.cellsOf('a keep')[0]).toMatchObject({ colour: colours.cyan, bold: true });

    await terminal.press('a', 'Draft 2 of 2');
    expect(deck()).toContain('Q: How far do foraging bees fly for their nectar?');
    expect(terminal.text()).toContain('Kept. u takes it back.');
    await terminal.press('u', 'Draft 1 of 2');
    expect(deck()).toBe('');

    await terminal.press('a', 'Draft 2 of 2');
    await terminal.press('r', '2  not worth remembering');
    await terminal.press('2', '2 drafts: 1 kept, 1 rejected.');
    terminal.type('q');
    expect(await terminal.ended()).toEqual({ exitCode: 0, signal: 0 });
    expect(terminal.onAlternateScreen()).toBe(false);
    expect(terminal.text()).toContain('2 drafts: 1 kept, 1 rejected.');
    expect(existsSync(home.path('notes/drafts/bees.md'))).toBe(false);
  });

  it('sets the anchor off in the passage, with colour and without', async () => {
    const terminal = open();
    await terminal.until('Draft 1 of 2');
    const rows = terminal.lines();
    const row = rows.findIndex((line) => line.includes('┃ Foraging bees'));
    expect(row).toBeGreaterThan(0);
    expect(terminal.cellsOf('┃ Foraging')[2]).toMatchObject({ background: colours.yellow });
    const plain = open({ env: { NO_COLOR: '1' } });
    await plain.until('Draft 1 of 2');
    expect(plain.cellsOf('┃ Foraging')[2]).toMatchObject({ inverse: true, background: null });
  });

  it('edits in place, merges with a near card, and writes a card of your own', async () => {
    home.write('notes/decks/insects.md', near);
    const terminal = open();
    await terminal.until('≈  decks/insects.md');
    expect(terminal.cellsOf('✗')[0]).toMatchObject({ colour: colours.red });
    await terminal.press('m', 'Whose words?');
    await terminal.press(' ', 'Draft 2 of 2');
    expect(home.read('notes/decks/insects.md')).toContain('"Foraging bees fly about three');

    await terminal.press('e', '^S save');
    terminal.type('\u000b', 'How far do queens of bumble bees fly in spring?');
    await terminal.until('How far do queens of bumble bees');
    await terminal.press('\u0013', 'Saved.');
    await terminal.press('w', 'S: [The life of bees');
    terminal.type('Which bees fly out in early spring?');
    await terminal.until('Which bees fly out in early spring?');
    terminal.type('\u001b[B', 'Bumble queens fly.');
    await terminal.until('Bumble queens fly.');
    await terminal.press('\u0013', 'Your card is in decks/bees.md');
    await terminal.press('a', 'No draft is left.');
    expect(deck()).toContain('Q: Which bees fly out in early spring?\nA: Bumble queens fly.\nS: ');
    expect(deck()).toContain('Q: How far do queens of bumble bees fly in spring?');
    expect(home.read('notes/decks/.tenet/ledger.jsonl')).toContain('"fate":"edited"');
  });

  it('stays clean at 60 × 16, at 40 × 10 and wide, also while it is resized', async () => {
    const terminal = open({ columns: 60, rows: 16 });
    await terminal.until('Draft 1 of 2');
    expect(terminal.lines()[15]).toContain('? keys');
    expect(terminal.text()).toContain('┃');
    terminal.resize(140, 40);
    await terminal.until(() => (terminal.lines()[39] ?? '').includes('? keys'));
    const question = terminal.find('Q  How far');
    expect(terminal.find('┃ ## Outside')?.column).toBeGreaterThan(question?.column ?? 999);
    terminal.resize(40, 10);
    await terminal.until(() => (terminal.lines()[0] ?? '').startsWith(' Draft 1 of 2'));
    await terminal.press('a', 'Draft 2 of 2');
    terminal.type('\u0003');
    expect(await terminal.ended()).toEqual({ exitCode: 130, signal: 0 });
    expect(terminal.text()).toContain('1 draft: 1 kept.');
  });
});

const ids = (file: string): string[] =>
  existsSync(home.path(file))
    ? [...home.read(file).matchAll(/<!-- id: (\w+)/g)].map(([, id]) => id ?? '')
    : [];

/** Decides on drafts as fast as the program takes it, until it is killed; says how often it answered. */
async function killedAfter(ms: number): Promise<number> {
  const child = spawn(process.execPath, [tenetProgram, 'triage', '--plain'], {
    cwd: home.collection,
    env: { PATH: process.env['PATH'], HOME: home.folder, TZ: 'UTC' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let said = '';
  const begun = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      resolve();
    });
  });
  child.stdin.on('error', () => {});
  child.stdin.write('a\nr 2\n'.repeat(24));
  // Where all drafts are decided already it says nothing and ends by itself.
  const closed = once(child, 'close');
  await Promise.race([begun, closed]);
  await Promise.race([sleep(ms), closed]);
  child.kill('SIGKILL');
  await closed;
  return said.match(/(?:Kept|Rejected: .*)\. u takes/g)?.length ?? 0;
}

describe('triage without a screen', () => {
  it('lists the drafts as JSON and decides nothing', () => {
    const before = home.read('notes/drafts/bees.md');
    const { drafts } = home
      .tenet('triage', '--json')
      .run()
      .json<{ drafts: { document: string; findings: { rule: string }[] }[] }>();
    expect(drafts.map(({ document }) => document)).toEqual(['docs/bees.md', 'docs/bees.md']);
    expect(drafts[0]?.findings.map(({ rule }) => rule)).toContain('Q08');
    expect(home.read('notes/drafts/bees.md')).toBe(before);
  });

  it('says what it does not know, and where a terminal is needed', () => {
    const unknown = home.tenet('triage', '--plain', 'beas').run();
    expect(unknown).toMatchObject({ status: 2, stdout: '' });
    expect(unknown.stderr).toContain('Did you mean "bees"?');
    expect(home.tenet('triage').run()).toMatchObject({ status: 2 });
  });
});

describe('triage that is killed', () => {
  const many = Array.from(
    { length: 24 },
    (_, n) => `### How far do bees of kind ${n} fly?\n\n${long(`Bees of kind ${n}`)}\n`,
  );
  it('has every draft in one place, and forgets nothing that it answered', async () => {
    home.write('notes/docs/bees.md', `# Many bees\n\n${many.join('\n')}`);
    home.tenet('generate', 'docs').run();
    const start = ids('notes/drafts/bees.md');
    expect(start.length).toBeGreaterThan(20);
    let answered = 0;
    for (let round = 0; round < 6; round += 1) {
      answered += await killedAfter((round * 67) % 300);
      home.tenet('triage', '--plain').run();
      const [kept, waiting] = [ids('notes/decks/bees.md'), ids('notes/drafts/bees.md')];
      const ledger = home
        .read('notes/decks/.tenet/ledger.jsonl')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: string; fate: string });
      const fates = new Map(ledger.map(({ id, fate }) => [id, fate]));
      for (const id of start) {
        const places = [kept.includes(id), waiting.includes(id), fates.get(id) === 'rejected'];
        expect(places.filter(Boolean)).toHaveLength(1);
        const fate = kept.includes(id) ? 'kept' : waiting.includes(id) ? 'draft' : 'rejected';
        expect(fates.get(id)).toBe(fate);
      }
      expect(start.length - waiting.length).toBeGreaterThanOrEqual(answered);
    }
    expect(answered).toBeGreaterThan(0);
  });
});
