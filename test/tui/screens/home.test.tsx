import stringWidth from 'string-width';
import { afterEach, describe, expect, it } from 'vitest';
import type { HomeView } from '../../../src/app/review/home-view.ts';
import { createKeymap } from '../../../src/tui/keymap.ts';
import { HomeScreen } from '../../../src/tui/screens/home.tsx';
import { colourTheme } from '../../../src/tui/theme.ts';
import { FakeTerminal } from '../support/fake-terminal.ts';

const view: HomeView = {
  date: 'Friday 20 November',
  run: 12,
  due: 23,
  new: 10,
  minutes: 6,
  news: [],
  drafts: 0,
  reading: null,
  groups: [
    {
      title: 'Alignment',
      decks: [
        { title: 'The problem', due: 4, new: 2, known: 0.82 },
        { title: 'Why human feedback won’t scale', due: 2, new: 0, known: 0.74 },
      ],
    },
    { title: 'Languages', decks: [{ title: '日本語の単語', due: 12, new: 3, known: 0.5 }] },
  ],
};

let terminal: FakeTerminal;
let reviewed: (string | undefined)[] = [];
let left: string[] = [];
let readings = 0;

afterEach(() => {
  terminal.close();
  reviewed = [];
  left = [];
  readings = 0;
});

function open(columns = 80, rows = 24, shown = view): void {
  terminal = new FakeTerminal(
    <HomeScreen
      view={shown}
      keymap={createKeymap({})}
      onReview={(deck) => reviewed.push(deck)}
      onRead={() => {
        readings += 1;
      }}
      onLeave={(how) => left.push(how)}
    />,
    columns,
    rows,
    colourTheme,
  );
}

const shows = async (text: string | RegExp): Promise<void> => {
  await expect.poll(() => terminal.text()).toMatch(text);
};

describe('home', () => {
  it('says what today brings, and how well each deck is known', async () => {
    open();
    await shows('23 due · 10 new · about 6 minutes');
    const lines = terminal.lines();
    expect(lines[0]).toMatch(/^ tenet +Friday 20 November · 12 days in a row$/);
    const row = (name: string): string => lines.find((line) => line.includes(name)) ?? '';
    expect(row('The problem')).toMatch(/^ {5}The problem +4 due +2 new +━{8}─{2} +82 % known$/);
    expect(row('Why human')).toMatch(
      /^ {5}Why human feedback won’t scale +2 due +━{7}─{3} +74 % known$/,
    );
    expect(lines[23]).toBe(' ␣ review    ↓ a deck    ? keys    q leave');
  });

  it('keeps the columns under each other beside wide characters', async () => {
    open();
    await shows('日本語の単語');
    const ends = terminal
      .lines()
      .filter((line) => line.includes('known'))
      .map((line) => stringWidth(line));
    expect(new Set(ends).size).toBe(1);
  });

  it('reviews everything with Space, and the chosen deck with Enter', async () => {
    open();
    await shows('tenet');
    terminal.type(' ');
    terminal.type('\u001b[B');
    terminal.type('\u001b[B');
    await shows('› Why human');
    expect(terminal.lines()[23]).toBe(' ␣ review    ⏎ this deck    ? keys    q leave');
    terminal.type('\r');
    await expect.poll(() => reviewed).toEqual([undefined, 'Why human feedback won’t scale']);
  });

  it('fits every width from 40 columns, and scrolls to the chosen deck', async () => {
    for (const [columns, rows] of [
      [140, 40],
      [60, 16],
      [40, 12],
    ] as const) {
      open(columns, rows);
      await shows('23 due');
      for (const line of terminal.lines()) expect(stringWidth(line)).toBeLessThan(columns);
      terminal.close();
    }
    open(40, 10);
    await shows('↓ more');
    terminal.type('\u001b[B');
    terminal.type('\u001b[B');
    terminal.type('\u001b[B');
    await shows('› 日本語');
    expect(terminal.lines()).toHaveLength(10);
  });

  it('tells what happened, and that nothing is due', async () => {
    open(80, 24, {
      ...view,
      due: 0,
      new: 0,
      run: 1,
      news: ['2 cards were re\u001b[31mworded; their history followed.'],
    });
    await shows('2 cards were reworded; their history followed.');
    expect(terminal.text()).toContain('Nothing is due today.');
    expect(terminal.text()).not.toContain('in a row');
    expect(terminal.strange()).toEqual([]);
  });

  it('opens and closes the help, and leaves with q, Esc and Ctrl-C', async () => {
    open();
    await shows('tenet');
    terminal.type('?');
    await shows(/│ ↑ k ↓ j|│ ↑ k/);
    terminal.type('\u001b');
    await expect.poll(() => terminal.text()).not.toContain('╭');
    terminal.type('q');
    terminal.type('\u0003');
    await expect.poll(() => left).toEqual(['leave', 'quit']);
  });

  it('offers what is to be read next beside what is due', async () => {
    const reading = { starts: false, chapter: 'Scalable oversight', minutes: 5 };
    open(80, 24, { ...view, reading });
    await shows('Reading: Scalable oversight · 5 minutes');
    expect(terminal.lines()[23]).toContain('␣ review    r read');
    terminal.type('r');
    await expect.poll(() => readings).toBe(1);
    terminal.type(' ');
    await expect.poll(() => reviewed).toEqual([undefined]);
  });

  it('reads on with Space once nothing is due, and keeps the decks in sight', async () => {
    const reading = { starts: false, chapter: 'Scalable oversight', minutes: 5 };
    open(80, 24, { ...view, due: 0, new: 0, reading });
    await shows('The problem');
    expect(terminal.lines()[23]).toBe(' ␣ read on (5 minutes)    ? keys    q leave');
    terminal.type(' ');
    await expect.poll(() => readings).toBe(1);
    expect(reviewed).toEqual([]);
  });

  it('says what to type where drafts wait', async () => {
    open(40, 24, { ...view, drafts: 30 });
    await expect.poll(() => terminal.text()).toContain('30 drafts wait: "tenet triage" shows');
  });

  it('leaves the room of a number that no deck has to the titles', async () => {
    const title = 'Looking aligned is not being aligned';
    const decks = [{ title, due: 12, new: 0, known: 1 }];
    open(80, 24, { ...view, groups: [{ title: 'Alignment', decks }] });
    await expect.poll(() => terminal.text()).toContain(`     ${title}    12 due  ━`);
  });

  it('says nothing but where to begin before the first section is read', async () => {
    const reading = { starts: true, chapter: 'Training', minutes: 1 };
    open(80, 24, { ...view, due: 0, new: 0, reading });
    await shows('It begins with reading: Training');
    expect(terminal.text()).not.toContain('The problem');
    expect(terminal.lines()[23]).toBe(' ␣ start reading (1 minute)    ? keys    q leave');
    terminal.type(' ');
    await expect.poll(() => readings).toBe(1);
    expect(reviewed).toEqual([]);
  });

  it('does nothing unseen on a terminal that is too small, and leaves as it says', async () => {
    open(39, 9, { ...view, reading: { starts: false, chapter: 'Tides', minutes: 4 } });
    await shows('tenet needs');
    for (const key of [' ', '\r', 'r', 'j', '?']) terminal.type(key);
    terminal.type('q');
    await expect.poll(() => left).toEqual(['leave']);
    expect([reviewed, readings]).toEqual([[], 0]);
    terminal.resize(80, 24);
    await shows('23 due');
    expect(terminal.text()).not.toContain('›');
  });
});
