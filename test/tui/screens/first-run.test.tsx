import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPractice } from '../../../src/app/welcome/practice.ts';
import { createKeymap } from '../../../src/tui/keymap.ts';
import { FirstRunScreen } from '../../../src/tui/screens/first-run.tsx';
import { colourTheme } from '../../../src/tui/theme.ts';
import { FakeTerminal } from '../support/fake-terminal.ts';

let terminal: FakeTerminal;
let chosen: (number | null)[];

beforeEach(() => {
  chosen = [];
  open(80, 24);
});
afterEach(() => terminal.close());

function open(columns: number, rows: number): void {
  terminal = new FakeTerminal(
    <FirstRunScreen
      practice={() => openPractice(0, 'Space')}
      keymap={createKeymap({})}
      clock={{ now: () => 0 }}
      onDone={(minutes) => chosen.push(minutes)}
      onLeave={() => undefined}
      onBug={() => undefined}
    />,
    columns,
    rows,
    colourTheme,
  );
}

const shows = async (text: string | RegExp): Promise<void> => {
  await expect.poll(() => terminal.text()).toMatch(text);
};

describe('the first run', () => {
  it('says what the space bar is called before it asks for it', async () => {
    await shows('How many minutes a day?');
    expect(terminal.text()).toContain('␣ is the space bar');
    expect(terminal.lines()[23]).toBe(' ␣ go on    ↓ choose    Esc skip');
    terminal.type('\u001b');
    await expect.poll(() => chosen).toEqual([null]);
  });

  it('keeps the chosen minutes in sight on a small screen, and reads on before it goes on', async () => {
    terminal.close();
    open(40, 12);
    await shows('› 10 minutes   12 new cards a day');
    terminal.type('j');
    await shows('› 20 minutes   24 new cards a day');
    terminal.type(' ');
    await shows('What do you do');
    terminal.type('\u001b');
    await shows('What this asks of you');
    expect(terminal.text()).toContain('␣ read on');
    for (const key of [' ', '\r', ' ', '\r', ' ', '\r']) {
      const before = terminal.text();
      if (!before.includes('␣ read on')) break;
      terminal.type(key);
      await expect.poll(() => terminal.text()).not.toBe(before);
    }
    await shows('minutes stay few');
    await shows('␣ go on');
    expect(chosen).toEqual([]);
    terminal.type('x');
    terminal.type(' ');
    await expect.poll(() => chosen).toEqual([20]);
  });

  it('offers and does on practice cards only what they have', async () => {
    await shows('How many minutes a day?');
    terminal.type(' ');
    await shows('What do you do when a card asks you something?');
    expect(terminal.lines()[23]).toBe(' ␣ show answer    ? keys');
    for (const key of ['e', 'i', '-', '@', '*', 'r']) terminal.type(key);
    terminal.type('\r');
    await shows('Press Space if you had it, else 1.');
    expect(terminal.lines()[23]).not.toContain('source');
  });

  it('chooses nothing unseen on a terminal that is too small', async () => {
    terminal.close();
    open(39, 9);
    await shows('tenet needs');
    for (const key of ['j', '\u001b', ' ']) terminal.type(key);
    terminal.resize(80, 24);
    await shows('› 10 minutes');
    expect(chosen).toEqual([]);
  });
});
