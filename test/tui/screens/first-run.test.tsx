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
  terminal = new FakeTerminal(
    <FirstRunScreen
      practice={() => openPractice(0, 'Space')}
      keymap={createKeymap({})}
      clock={{ now: () => 0 }}
      onDone={(minutes) => chosen.push(minutes)}
      onLeave={() => undefined}
      onBug={() => undefined}
    />,
    80,
    24,
    colourTheme,
  );
});
afterEach(() => terminal.close());

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

  it('offers and does on practice cards only what they have', async () => {
    await shows('How many minutes a day?');
    terminal.type(' ');
    await shows('What do you do when a card asks you something?');
    expect(terminal.lines()[23]).toBe(' ␣ show answer    ? keys');
    for (const key of ['e', 'i', '-', '@', '*', 'r']) terminal.type(key);
    terminal.type('\r');
    await shows('Did you have it? Space for yes, 1 for no.');
    expect(terminal.lines()[23]).not.toContain('source');
  });
});
