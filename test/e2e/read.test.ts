import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Sitting } from './support/sitting.ts';
import { colours, TestTerminal } from './support/terminal.ts';

const tenet = path.resolve(import.meta.dirname, '../../bin/tenet.js');

const chapter = `---
tags: [core]
---
# Rocks

## Kinds

${'Rock is what the ground is made of, and most of it is hidden. '.repeat(30).trim()}

### Which kinds are there?

Three: molten, laid down and *changed*.[^1]

## Faults

A fault is a break.

[^1]: [Handbook](ORIGINALS.md#handbook) "three kinds of rock"
`;

const originals = `# Originals

## Handbook

- title: The Handbook of Rocks
- author: A. Stone
- year: 1999
- address: https://rocks.example/
- trust: high
- held: no
`;

const deck = `---
title: Rocks
---
${['one', 'two', 'three']
  .map(
    (name) =>
      `Q: Question ${name}?\nA: Answer ${name}.\nS: [Rocks](../source-docs/rocks.md#kinds)\n<!-- id: card-${name} -->\n`,
  )
  .join('\n')}
Q: Question four?
A: Answer four.
S: [Rocks](../source-docs/rocks.md#faults)
<!-- id: card-four -->
`;

/** Space and Enter mean the same; the same key twice within a moment would be one stroke. */
const space = ' ';
const enter = '\r';

let sitting: Sitting;
const opened: { close(): void }[] = [];

afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

function prepare(): void {
  sitting = new Sitting({ 'rocks.md': deck });
  opened.push(sitting);
  mkdirSync(path.join(sitting.folder, 'source-docs'));
  writeFileSync(path.join(sitting.folder, 'source-docs', 'rocks.md'), chapter);
  writeFileSync(path.join(sitting.folder, 'source-docs', 'ORIGINALS.md'), originals);
}

function acts(): string[] {
  return sitting
    .log()
    .map((event) =>
      'section' in event ? `read ${String(event.section)}` : `${event.card} ${event.grade}`,
    );
}

async function answer(terminal: TestTerminal, name: string, key: string): Promise<void> {
  await terminal.until(`Question ${name}?`);
  await terminal.press(space, `Answer ${name}.`);
  await terminal.press(key, () => !terminal.text().includes(`Answer ${name}.`));
}

describe('reading in a terminal', () => {
  it('goes from the chapters through a section to its cards, a missed one twice, and on another time', async () => {
    prepare();
    const terminal = sitting.start(['read'], { rows: 20 });
    await terminal.until('0 of 2 sections read');
    expect(terminal.onAlternateScreen()).toBe(true);
    expect(terminal.lines().join('\n')).toMatch(/› +1 Rocks +2 m +4 cards/);

    await terminal.press(space, 'section 1 of 2 · 3 cards · 2 minutes');
    expect(terminal.cellsOf('Kinds')[0]).toMatchObject({ bold: true });
    expect(terminal.lines()[19]).toContain('␣ read on');
    expect(terminal.cellsOf('␣')[0]).toMatchObject({ colour: colours.cyan });
    await terminal.press('\u001b[6~\u001b[6~\u001b[6~', '␣ go on to 3 cards');
    await terminal.press('f', 'The Handbook of Rocks, A. Stone, 1999, https://rocks.example/');
    expect(terminal.text()).toContain('Handbook · “three kinds of rock”');
    await terminal.press('\u001b', '␣ go on to 3 cards');

    await terminal.press(enter, 'Question one?');
    await answer(terminal, 'one', '1');
    await answer(terminal, 'two', '3');
    await answer(terminal, 'three', '3');
    await answer(terminal, 'one', '3');
    await terminal.until('The section is done: 3 cards, one of them twice.');
    await terminal.press(enter, 'section 2 of 2 · 1 card');
    terminal.type('q');
    expect(await terminal.ended()).toMatchObject({ exitCode: 0 });
    expect(terminal.onAlternateScreen()).toBe(false);
    expect(terminal.text()).toContain('“tenet read” goes on with “Faults”.');
    expect(acts()).toEqual([
      'read source-docs/rocks.md#kinds',
      'card-one 1',
      'card-two 3',
      'card-three 3',
      'card-one 3',
    ]);

    const again = sitting.start(['read']);
    await again.until('1 of 2 sections read');
    await again.press(space, 'A fault is a break.');
    await again.press('n', 'That was chapter 1, Rocks, and the core path is read.');
    expect(again.text()).toContain('✓ read');
    again.type('\u001b');
    expect(await again.ended()).toMatchObject({ exitCode: 0 });
    expect(acts().slice(5)).toEqual(['read source-docs/rocks.md#faults']);
  });

  it('is left among the cards and gone on with there', async () => {
    prepare();
    const terminal = sitting.start(['read', 'rocks'], { rows: 60 });
    await terminal.until('␣ go on to 3 cards');
    await terminal.press(enter, 'Question one?');
    await answer(terminal, 'one', '3');
    await terminal.until('Question two?');
    await terminal.press('\u001b', '␣ go on to 2 cards');
    await terminal.press(enter, 'Question two?');
    terminal.type('\u0003');
    expect(await terminal.ended()).toMatchObject({ exitCode: 130 });
    expect(acts()).toEqual(['read source-docs/rocks.md#kinds', 'card-one 3']);
  });

  it('begins on the home screen, and is found again from a card of a review', async () => {
    prepare();
    const terminal = sitting.start([], { rows: 60 });
    await terminal.until('Nothing to review yet. It begins with reading: Rocks');
    expect(terminal.lines()[59]).toBe(' ␣ start reading (2 minutes)    ? keys    q leave');
    await terminal.press(space, 'section 1 of 2');
    await terminal.press('n', 'The 3 cards of “Kinds” come with your reviews.');
    await terminal.press('b', '1 of 2 sections read');
    await terminal.press('\u001b', '3 new');
    expect(terminal.text()).toContain('Reading: Rocks');
    await terminal.press(space, 'Question one?');
    await terminal.press(enter, 'Answer one.');
    await terminal.press('r', 'Three: molten, laid down and changed.');
    expect(terminal.text()).toContain('back to the card');
    await terminal.press('\u001b', 'Answer one.');
    await terminal.press('3', 'Question two?');
    terminal.type('q');
    expect(await terminal.ended()).toMatchObject({ exitCode: 0 });
  });

  it('tells at home, and after a session, of a deck that cannot be read', async () => {
    prepare();
    const unread = 'Not read: decks/odd.md; the cards in it wait.';
    writeFileSync(path.join(sitting.folder, 'decks', 'odd.md'), 'Q: Odd?\n\u0000\n');
    const home = sitting.start([]);
    await home.until(unread);
    home.type('q');
    await home.ended();
    const review = sitting.start(['review', '--unread']);
    await review.until('Question one?');
    expect(review.text()).not.toContain(unread);
    review.type('q');
    expect(await review.ended()).toMatchObject({ exitCode: 0 });
    expect(review.text()).toContain(unread);
  });

  it('is the same in lines', () => {
    prepare();
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        tenet,
        'read',
        '--plain',
        '--decks',
        sitting.folder,
        '--db',
        path.join(sitting.folder, 'log.db'),
      ],
      {
        encoding: 'utf8',
        input: '\nf\n\n\n1\n\n3\n\n3\n\n3\nq\n',
        env: { ...process.env, HOME: sitting.folder },
      },
    );
    expect(status).toBe(0);
    expect(stdout).toContain('Section 1 of 2: Kinds. 2 minutes, 3 cards.');
    expect(stdout).toContain('Note 1: Handbook, at the words "three kinds of rock".');
    expect(stdout.match(/Question one\?/g)).toHaveLength(2);
    expect(stdout).toContain('The section is done: 3 cards.');
    expect(stdout).toContain('Section 2 of 2: Faults.');
    expect(acts()).toHaveLength(5);
  });
});

describe('the first run in a terminal', () => {
  it('asks for minutes, teaches the keys, says what it asks, and is not shown again then', async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'tenet-newcomer-'));
    const env = { HOME: home, XDG_CONFIG_HOME: '', XDG_DATA_HOME: '' };
    const start = (): TestTerminal => {
      const program = { command: process.execPath, args: [tenet], cwd: home, env };
      const terminal = new TestTerminal(program);
      opened.push(terminal);
      return terminal;
    };
    opened.push({ close: () => rmSync(home, { recursive: true, force: true }) });

    const left = start();
    await left.until('How many minutes a day?', 20_000);
    left.type('q');
    expect(await left.ended()).toMatchObject({ exitCode: 0 });

    const terminal = start();
    await terminal.until('How many minutes a day?');
    await terminal.press('\u001b[A', /› +5 minutes/);
    await terminal.press(space, 'What do you do when a card asks you something?');
    await terminal.press(enter, 'Press Space if you had it, else 1.');
    expect(terminal.text()).not.toContain('2 hard');
    await terminal.press(space, 'What happens to a card when you press 1?');
    await terminal.press(enter, 'Press 1 to see it again');
    await terminal.press(space, 'That is all there is to it.');
    await terminal.press(enter, 'What this asks of you');
    await terminal.press(space, 'start reading');
    terminal.type('q');
    expect(await terminal.ended()).toMatchObject({ exitCode: 0 });
    const config = readFileSync(path.join(home, '.config', 'tenet', 'config.toml'), 'utf8');
    expect(config).toMatch(/^\[collections\.\w+\]\nnew_per_day = 6\nbuttons = 2\n$/);

    const second = start();
    await second.until('start reading');
    second.type('q');
    expect(await second.ended()).toMatchObject({ exitCode: 0 });
  });
});
