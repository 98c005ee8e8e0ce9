import { afterEach, describe, expect, it } from 'vitest';
import type { HomeView } from '../../src/app/review/home-view.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import { App } from '../../src/tui/app.tsx';
import type { TerminalOptions } from '../../src/tui/index.ts';
import { startReview } from '../../src/tui/index.ts';
import { createKeymap } from '../../src/tui/keymap.ts';
import { colourTheme } from '../../src/tui/theme.ts';
import { card } from './support/cards.ts';
import { FakeReviewer } from './support/fake-reviewer.ts';
import { FakeTerminal } from './support/fake-terminal.ts';

const options: TerminalOptions = {
  settings: defaultSettings,
  clock: { now: () => 0 },
  env: {},
  stdin: process.stdin,
  stdout: process.stdout,
  deckPath: (file) => file,
};

const homeOf = (due: number): HomeView => ({
  date: 'Friday',
  run: 0,
  due,
  new: 0,
  minutes: 1,
  groups: [],
  news: [],
  drafts: 0,
  reading: null,
});

const refused = (): never => {
  throw new Error('opened');
};

let terminal: FakeTerminal;

afterEach(() => terminal.close());

const shows = async (text: string): Promise<void> => {
  await expect.poll(() => terminal.text()).toContain(text);
};

function open(due: () => number, more: Partial<TerminalOptions> = {}): FakeReviewer {
  const reviewer = new FakeReviewer([card('a'), card('b')]);
  terminal = new FakeTerminal(
    <App
      options={{ ...options, ...more }}
      doors={{
        first: 'home',
        home: () => Promise.resolve(homeOf(due())),
        review: () => Promise.resolve(reviewer),
      }}
      first={{ kind: 'home', view: homeOf(due()) }}
      keymap={createKeymap({})}
    />,
    80,
    24,
    colourTheme,
  );
  return reviewer;
}

describe('the app', () => {
  it('goes from home into a session and back to a home that knows of it, and says farewell', async () => {
    let due = 2;
    open(() => due);
    await shows('2 due');
    terminal.type(' ');
    await shows('Question a?');
    terminal.type(' ');
    await shows('Answer a.');
    terminal.type('3');
    await shows('Question b?');
    due = 1;
    terminal.type('\u001b');
    await shows('1 due');
    terminal.type('q');
    expect(await terminal.result()).toEqual({
      exitCode: 0,
      farewell:
        'Left: 1 card in 5 minutes, 100 % recalled.\nEvery answer is saved. 1 card still to go today.',
    });
  });

  it('leaves from inside a session with q, and with 130 when it is interrupted', async () => {
    open(() => 2);
    terminal.type(' ');
    await shows('Question a?');
    terminal.type('q');
    expect(await terminal.result()).toMatchObject({ exitCode: 0 });
    terminal.close();

    const interruption = new AbortController();
    open(() => 2, { interrupted: interruption.signal });
    terminal.type(' ');
    await shows('Question a?');
    interruption.abort();
    expect(await terminal.result()).toMatchObject({ exitCode: 130 });
  });

  it('reads on from the end of the reviews', async () => {
    const reviewer = new FakeReviewer([card('a')]);
    terminal = new FakeTerminal(
      <App
        options={options}
        doors={{
          first: 'review',
          review: () => Promise.resolve(reviewer),
          reading: () => ({ starts: false, chapter: 'Tides', minutes: 4 }),
          reader: () => Promise.reject(new RangeError('the reader was opened')),
        }}
        first={{ kind: 'review', reviewer }}
        keymap={createKeymap({})}
      />,
      80,
      24,
      colourTheme,
    );
    await shows('Question a?');
    terminal.type(' ');
    await shows('Answer a.');
    terminal.type('3');
    await shows('Reading goes on with “Tides”, 4 minutes.');
    terminal.type('r');
    await expect(terminal.result()).rejects.toThrow('the reader was opened');
  });

  it('ends with a bug instead of hiding it', async () => {
    const reviewer = open(() => 2);
    terminal.type(' ');
    await shows('Question a?');
    reviewer.show = () => {
      throw new RangeError('a bug');
    };
    terminal.type(' ');
    await expect(terminal.result()).rejects.toThrow('a bug');
  });

  it('leaves no control sequence in what it leaves in the scrollback', async () => {
    const reviewer = open(() => 2);
    reviewer.summary = () => ({
      answers: 1,
      cards: 1,
      minutes: 1,
      recalled: 0,
      tomorrow: 0,
      tomorrowMinutes: 0,
      hardest: 'a\u001b]52;c;eA==\u0007b',
    });
    terminal.type(' ');
    await shows('Question a?');
    terminal.type('q');
    expect(await terminal.result()).toMatchObject({ farewell: expect.stringContaining('“ab”') });
  });
});

describe('startReview', () => {
  it('refuses where there is no terminal, before anything is opened', async () => {
    const noTerminal = { ...options, stdin: { isTTY: false } as unknown as NodeJS.ReadStream };
    await expect(startReview({ ...noTerminal, reviewer: refused })).rejects.toThrow(
      'the input is none',
    );
    terminal = new FakeTerminal(null, 80, 24, colourTheme);
  });
});
