import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Sitting } from './support/sitting.ts';
import { colours, type TestTerminal } from './support/terminal.ts';

const source = '<!-- id: card0 -->';
const tenCards = Array.from(
  { length: 10 },
  (_, index) =>
    `Q: Question number ${index}?\nA: Answer number ${index}.\n<!-- id: card${index} -->\n`,
).join('\n');
const minerals = `---\ntitle: Minerals\n---\n## Hardness\n\n${tenCards}`;

let sitting: Sitting;

afterEach(() => sitting.close());

function open(more: Parameters<Sitting['start']>[1] = {}, deck = minerals): TestTerminal {
  sitting = new Sitting({ 'minerals.md': deck });
  return sitting.start(['review'], more);
}

/** From the question to the next one, looking at both. */
async function answer(terminal: TestTerminal, number: number, key: string): Promise<void> {
  await terminal.until(`Question number ${number}?`);
  await terminal.press(' ', `Answer number ${number}.`);
  await terminal.press(key, () => !terminal.text().includes(`Answer number ${number}.`));
}

const deckFile = (): string => path.join(sitting.folder, 'decks', 'minerals.md');

function grades(): string[] {
  return sitting.log().flatMap(({ kind, card, grade }) => {
    if (kind === 'answer') return [`${card} ${grade}`];
    return kind === 'undo' ? ['undo'] : [];
  });
}

/** One frame and nothing of another: its parts stand once, the first and the last where they belong. */
function isClean(terminal: TestTerminal, rows: number): boolean {
  const lines = terminal.lines();
  const once = (pattern: RegExp): boolean => terminal.text().match(pattern)?.length === 1;
  return (
    lines[0]?.includes('Hardness') === true &&
    lines[rows - 1]?.endsWith(' ? keys') === true &&
    [
      /Hardness/g,
      /1 of 10/g,
      /Question number 0/g,
      /─{30,}/g,
      /Answer number 0/g,
      /\? keys/g,
    ].every(once)
  );
}

describe('a session in a terminal', () => {
  it('goes through ten cards with a lapse, an undo, a resize and a quit, and all of it is in the log', async () => {
    const terminal = open();
    await terminal.until('Question number 0?');
    expect(terminal.onAlternateScreen()).toBe(true);
    expect(terminal.lines()[0]).toMatch(/^ Minerals › Hardness {2}new +1 of 10 {2}─{20}$/);
    expect(terminal.lines()[23]).toBe(' ␣ show answer    e edit    - bury    ? keys');
    expect(terminal.cellsOf('␣')[0]).toMatchObject({ colour: colours.cyan, bold: true });
    expect(terminal.cellsOf('new')[0]).toMatchObject({ colour: colours.blue });
    expect(terminal.cellsOf('Question number 0?').every(({ dim, bold }) => !dim && !bold)).toBe(
      true,
    );
    const question = terminal.find('Question number 0?');

    await terminal.press(' ', 'Answer number 0.');
    expect(terminal.find('Question number 0?')).toEqual(question);
    expect(terminal.cellsOf('1 again')[0]).toMatchObject({ colour: colours.red, bold: true });
    expect(terminal.cellsOf('3 good')[0]).toMatchObject({ colour: colours.green, bold: true });
    const good = terminal.find('3 good');
    await terminal.press('1', 'Question number 1?');

    await answer(terminal, 1, '3');
    await terminal.until('Question number 2?');
    await terminal.press('u', 'Question number 1?');
    expect(terminal.text()).toMatch(/Took back|Undone/);
    await terminal.press(' ', 'Answer number 1.');
    expect(terminal.find('3 good')).toEqual(good);
    await terminal.press('4', 'Question number 2?');
    expect(terminal.cellsOf('━')[0]).toMatchObject({ colour: colours.cyan });

    terminal.resize(44, 16);
    await terminal.until(() => terminal.find('Question number 2?')?.row === 3);
    expect(terminal.find('Question number 2?')?.column).toBe(1);
    expect(terminal.lines()[15]).toMatch(/ \? keys$/);
    await answer(terminal, 2, '4');
    terminal.resize(120, 30);
    await terminal.until(() => (terminal.lines()[29] ?? '').includes('? keys'));
    for (const number of [3, 4, 5, 6, 7, 8]) await answer(terminal, number, '4');
    await terminal.until('Question number 9?');
    terminal.type('q');

    expect(await terminal.ended()).toEqual({ exitCode: 0, signal: 0 });
    expect(terminal.onAlternateScreen()).toBe(false);
    expect(terminal.text()).toContain('Left: 9 cards in a minute');
    expect(terminal.text()).toContain('Every answer is saved. 2 cards still to go today.');
    expect(grades()).toEqual([
      'card0 1',
      'card1 3',
      'undo',
      'card1 4',
      ...[2, 3, 4, 5, 6, 7, 8].map((number) => `card${number} 4`),
    ]);
  });

  it('draws one clean screen after any number of resizes, the last faster than a frame', async () => {
    const terminal = open();
    await terminal.until('Question number 0?');
    await terminal.press(' ', 'Answer number 0.');
    for (let round = 0; round < 24; round += 1) {
      const [columns, rows] = [40 + ((round * 37) % 110), 10 + ((round * 17) % 40)];
      terminal.resize(40 + ((round * 53) % 110), 10 + ((round * 29) % 40));
      // A frame is on its way when the next size comes, as when a window is dragged.
      await sleep(5);
      terminal.resize(columns, rows);
      await terminal.until(() => isClean(terminal, rows));
    }
    expect(terminal.onAlternateScreen()).toBe(true);
  });

  it('draws a clean screen after a size that came and went before the program could see it', async () => {
    const terminal = open();
    await terminal.until('Question number 0?');
    await terminal.press(' ', 'Answer number 0.');
    await terminal.until(() => isClean(terminal, 24));
    terminal.resize(30, 5);
    terminal.resize(80, 24);
    expect(isClean(terminal, 24)).toBe(false);
    await terminal.until(() => isClean(terminal, 24));
  });

  it('counts keys typed before the first frame, which none of them disturbs', async () => {
    const terminal = open();
    terminal.type(' ', '4', ' ', '2');
    await terminal.until('Question number 2?');
    expect(terminal.lines()[23]).toBe(' ␣ show answer    e edit    - bury    ? keys');
    expect(terminal.lines()[0]).toMatch(/^ Minerals/);
    terminal.type('q');
    await terminal.ended();
    expect(grades()).toEqual(['card0 4', 'card1 2']);
  });

  it('leaves with Ctrl-C from anywhere, saved, says so, and ends with 130', async () => {
    const terminal = open();
    await answer(terminal, 0, '3');
    await terminal.until('Question number 1?');
    await terminal.press('e', 'Q: Question number 1?');
    terminal.type('\u0003');
    expect(await terminal.ended()).toEqual({ exitCode: 130, signal: 0 });
    expect(terminal.text()).toContain('Interrupted: 1 card');
    expect(terminal.text()).toContain('Every answer is saved.');
    expect(grades()).toEqual(['card0 3']);
  });

  it('draws in a shell that has CI set, and without colour where NO_COLOR is', async () => {
    const terminal = open({ env: { CI: 'true', NO_COLOR: '1' } });
    await terminal.until('Question number 0?');
    await terminal.press(' ', '3 good');
    expect(terminal.cellsOf('3 good')[0]).toMatchObject({ colour: null, bold: true });
    // oxlint-disable-next-line no-control-regex -- colours, as they are sent
    expect(terminal.raw()).not.toMatch(/\u001b\[(?:3[0-8]|4[0-8]|9\d)[;m]/);
  });

  it('sends nothing of a hostile deck to the terminal but its words', async () => {
    const hostile = `Q: \u001b]52;c;cm0gLXJm\u0007\u001b]0;title\u0007\u001b[31mred\u001b[2J \u202eword\u009b1m?\nA: \u001b]8;;https://e.example\u001b\\link\u001b]8;;\u001b\\\n${source}\n`;
    const terminal = open({}, `# De\u001b[5mck\n\n${hostile}`);
    await terminal.until('red');
    await terminal.press(' ', 'link');
    for (const sent of ['\u001b]52', '\u001b]0;', '\u001b]8', '\u001b[5m', '\u202e', '\u009b'])
      expect(terminal.raw()).not.toContain(sent);
    expect(terminal.cellsOf('red')[0]).toMatchObject({ colour: null });
  });
});

describe('a card is mended without leaving it', () => {
  it('in place: the file and the screen have the new text, and the rest of the file is untouched', async () => {
    const terminal = open();
    await terminal.until('Question number 0?');
    await terminal.press('e', 'A: Answer number 0.');
    expect(terminal.cellsOf('Q:')[0]).toMatchObject({ colour: colours.cyan, bold: true });
    await terminal.press('Well: ', 'Q: Well: Question number 0?');
    await terminal.press('\u0013', /^ {3}Well: Question number 0\?$/m);
    expect(readFileSync(deckFile(), 'utf8')).toBe(
      minerals.replace('Question number 0?', 'Well: Question number 0?'),
    );
    await terminal.press(' ', 'Answer number 0.');
  });

  it('keeps a text that is no card, and says what is wrong with it', async () => {
    const terminal = open();
    await terminal.until('Question number 0?');
    await terminal.press('e', 'A: Answer number 0.');
    await terminal.press('\u0015', () => !terminal.text().includes('Q:'));
    terminal.type('\u0013');
    await terminal.until(() => terminal.lines().slice(18, 23).join('').trim() !== '');
    expect(terminal.text()).toContain('A: Answer number 0.');
    expect(readFileSync(deckFile(), 'utf8')).toBe(minerals);
    await terminal.press('\u001b', 'Close it without saving?');
    await terminal.press('y', '␣ show answer');
  });

  it('in $EDITOR, which gets the terminal and the line, and gives both back', async () => {
    const editor = 'sh -c \'echo "editing $0"; sed -i.old "s/Answer number 0/Reply 0/" "$0"\'';
    const terminal = open({ env: { EDITOR: editor, VISUAL: '' } });
    await terminal.until('Question number 0?');
    terminal.type('E');
    await terminal.until(() => terminal.raw().includes('editing '));
    await terminal.until(() => terminal.onAlternateScreen() && terminal.text().includes('␣ show'));
    await terminal.press(' ', 'Reply 0.');
    terminal.type('q');
    expect(await terminal.ended()).toMatchObject({ exitCode: 0 });
  });
});

/** Throws out of nowhere when it is told to: what a bug does. */
const bugOnRequest = `--import=data:text/javascript,${encodeURIComponent(
  "process.on('SIGUSR2', () => { throw new Error('a bug out of nowhere'); });",
)}`;

describe('the terminal comes back clean', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGUSR2'] as const)('after %s', async (signal) => {
    sitting = new Sitting({ 'minerals.md': minerals });
    const shell = sitting.startInShell(['review'], {
      rows: 40,
      env: signal === 'SIGUSR2' ? { NODE_OPTIONS: bugOnRequest } : {},
    });
    await answer(shell, 0, '3');
    await shell.until('Question number 1?');
    shell.kill(signal, 'child');
    await shell.until(/^over$/m);
    expect(shell.onAlternateScreen()).toBe(false);
    expect(shell.raw().lastIndexOf('\u001b[?25h')).toBeGreaterThan(
      shell.raw().lastIndexOf('\u001b[?25l'),
    );
    expect(shell.raw().lastIndexOf('\u001b[?2004l')).toBeGreaterThan(
      shell.raw().lastIndexOf('\u001b[?2004h'),
    );
    expect(shell.text()).toMatch(/status (?!0)\d+/);
    expect(shell.text()).toMatch(/(?<!-)icanon/);
    expect(shell.text()).toMatch(/(?<!-)echo\b/);
    expect(shell.text().includes('a bug out of nowhere')).toBe(signal === 'SIGUSR2');
    expect(grades()).toEqual(['card0 3']);
  });

  it('says in one line that a pipe is no terminal', () => {
    sitting = new Sitting({ 'minerals.md': minerals });
    const tenet = path.resolve(import.meta.dirname, '../../bin/tenet.js');
    const { status, stderr } = spawnSync(
      process.execPath,
      [tenet, 'review', '--decks', sitting.folder, '--db', path.join(sitting.folder, 'log.db')],
      { encoding: 'utf8', input: '' },
    );
    expect(status).toBe(2);
    expect(stderr).toBe(
      'tenet: the screens need a terminal, and the input is none\nAdd --plain for a session line by line.\n',
    );
  });
});
