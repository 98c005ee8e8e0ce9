import stringWidth from 'string-width';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ShownCard } from '../../../src/app/review/view.ts';
import { gapEnd, gapStart } from '../../../src/model/face.ts';
import { createKeymap } from '../../../src/tui/keymap.ts';
import { ReviewScreen } from '../../../src/tui/screens/review.tsx';
import { colourlessTheme, colourTheme, type Theme } from '../../../src/tui/theme.ts';
import { card, place } from '../support/cards.ts';
import { FakeReviewer } from '../support/fake-reviewer.ts';
import type { HomeReading } from '../../../src/app/review/home-view.ts';
import { FakeTerminal } from '../support/fake-terminal.ts';

// Ink asks once, when it is loaded, whether looks are wanted; a test has no terminal to ask.
vi.hoisted(() => {
  process.env['FORCE_COLOR'] = '1';
});

let terminal: FakeTerminal;
let readings = 0;
let left: string[] = [];

afterEach(() => {
  terminal.close();
  left = [];
  readings = 0;
});

function open(
  cards: readonly ShownCard[],
  {
    columns = 80,
    rows = 24,
    theme = colourTheme,
    buttons = 4 as 2 | 4,
    nowMs = 0,
    reading = null as HomeReading | null,
  } = {} as {
    columns?: number;
    rows?: number;
    theme?: Theme;
    buttons?: 2 | 4;
    nowMs?: number;
    reading?: HomeReading | null;
  },
): FakeReviewer {
  const reviewer = new FakeReviewer(cards);
  terminal = new FakeTerminal(
    <ReviewScreen
      reviewer={reviewer}
      keymap={createKeymap({})}
      buttons={buttons}
      clock={{ now: () => nowMs }}
      openEditor={() => Promise.resolve()}
      reading={() => reading}
      onRead={() => {
        readings += 1;
      }}
      onReadSection={() => Promise.resolve(false)}
      onLeave={(how) => left.push(how)}
      onBug={(failure) => {
        throw failure;
      }}
      what="day"
      leaveLabel="leave"
    />,
    columns,
    rows,
    theme,
  );
  return reviewer;
}

const shows = async (text: string | RegExp): Promise<void> => {
  await expect.poll(() => terminal.text()).toMatch(text);
};

const cloze = (inside: string): string => `It is ${gapStart}${inside}${gapEnd} here.`;

const source = {
  label: 'Interview',
  target: '../ORIGINALS.md#interview',
  anchor: 'easier than generation',
  place,
};
const long = card('a', {
  face: {
    question: 'Why does it help that judging alignment research is easier than producing it?',
    answer:
      'A machine can do the producing while people keep the part that they still do reliably.',
    inPlace: false,
  },
  sources: [source],
});
const hostile = card('h', {
  deck: 'De\u001b[2Jck',
  topics: ['\u202etopic', '\u001b]0;title\u0007x'],
  face: {
    question: 'a\u001b[31m\u009b2Jb 漢字 👩‍👩‍👧‍👦 \u001b]52;c;eA==\u0007?',
    answer: '`\u001b[H` **\u200bz** \u001b]8;;https://e.example\u001b\\link\u001b]8;;\u001b\\',
    inPlace: false,
  },
  note: 'n\u001b[5mote',
  flagNote: 'f\rlag\u0008',
  flag: 1,
  sources: [{ ...source, label: 'L\u001b[0m', anchor: '\u2066anchor' }],
});

describe('the review screen', () => {
  it('shows where the card stands, the question, and the keys in the last row', async () => {
    open([long, card('b')]);
    await shows('Why does it help');
    const lines = terminal.lines();
    expect(lines).toHaveLength(24);
    expect(lines[0]).toMatch(/^ Reasons for optimism › Evaluation +1 of 2 {2}─{20}$/);
    expect(lines[2]).toBe('   Why does it help that judging alignment research is easier than');
    expect(lines[23]).toBe(' ␣ show answer    e edit    - bury    ? keys');
    expect(terminal.text()).not.toContain('A machine');
  });

  it('leaves the question where it was when the answer appears, with source and grades', async () => {
    open([long]);
    await shows('Why does it help');
    const question = terminal.lines().slice(0, 4);
    terminal.type(' ');
    await shows('A machine can do');
    const lines = terminal.lines();
    expect(lines.slice(0, 4)).toEqual(question);
    expect(lines[5]).toBe(`   ${'─'.repeat(72)}`);
    expect(lines).toContain('   Interview · “easier than generation”');
    expect(lines[23]).toMatch(
      /^ 1 again 10 m {3}2 hard 3 d {4}3 good 8 d ␣ {5}4 easy 2\.5 mo {3}s source {2}\? keys$/,
    );
  });

  it('offers no source where the card names none', async () => {
    open([card('a')]);
    terminal.type(' ');
    await shows('Answer a');
    expect(terminal.lines()[23]).toMatch(/ {3}u undo {2}\? keys$/);
    terminal.type('?');
    await shows('Take the last step back');
    expect(terminal.text()).not.toContain('The passage in its document');
  });

  it('counts a card that comes back once, and takes it for half done on the bar', async () => {
    open([card('a'), card('b')]);
    terminal.type(' ');
    await shows('Answer a');
    terminal.type('1');
    await shows('Question b');
    expect(terminal.lines()[0]).toMatch(/2 of 2 {2}━{5}─{15}$/);
    terminal.type(' ');
    await shows('Answer b');
    terminal.type('3');
    await shows('Question a');
    expect(terminal.lines()[0]).toMatch(/2 of 2 {2}━{15}─{5}$/);
    terminal.type(' ');
    await shows('Answer a');
    terminal.type('3');
    await shows('Done for today');
    expect(terminal.lines()[0]).toMatch(/2 of 2 {2}━{20}$/);
  });

  it('keeps the grades in their columns whatever the intervals are', async () => {
    open([long, card('b')]);
    terminal.type(' ');
    await shows('3 good');
    const column = terminal.lines()[23]?.indexOf('3 good');
    terminal.type('4');
    await shows('Question b');
    terminal.type(' ');
    await shows('Answer b');
    expect(terminal.lines()[23]?.indexOf('3 good')).toBe(column);
  });

  it('puts the word into the gap of a cloze, in place', async () => {
    open([
      card('a', {
        kind: 'cloze',
        face: { question: cloze(''), answer: cloze('20%'), inPlace: true },
      }),
    ]);
    await shows(/^ {3}It is \[…\] here\.$/m);
    terminal.type(' ');
    await shows(/^ {3}It is 20% here\.$/m);
    expect(terminal.frame()).toContain('\u001b[36m');
  });

  it('shows what was typed above what is right', async () => {
    open([card('a', { typed: { expected: 'Answer a.' } })]);
    await shows('⏎ compare');
    terminal.type('Anser b');
    await shows('› Anser b');
    terminal.type('\r');
    await shows('right');
    expect(terminal.text()).toMatch(/^ {3}typed {3}Anser b\n {3}right {3}Answer a\.$/m);
  });

  it('shows the anchor of the source in its passage, over the card or beside it', async () => {
    const view = {
      title: 'Five reasons',
      details: 'Jan Leike, 2022',
      before: 'Before.',
      passage: 'It says evaluation is easier than generation.',
      after: 'After.',
      anchor: { start: 22, end: 44 },
      problem: null,
    };
    for (const columns of [80, 140]) {
      const reviewer = open([long], { columns });
      reviewer.sourceViews = [view];
      terminal.type(' ');
      await shows('3 good');
      terminal.type('s');
      await shows('┃ It says evaluation is easier than generation.');
      expect(terminal.text()).toContain('Jan Leike, 2022');
      expect(terminal.text().includes('A machine')).toBe(columns === 140);
      expect(terminal.frame()).toContain('\u001b[43m\u001b[30measier than generation');
      terminal.type('\u001b');
      await expect.poll(() => terminal.text()).not.toContain('Jan Leike');
      terminal.close();
    }
  });

  it('draws help and info over the card, from the table of keys', async () => {
    open([long]);
    await shows('Why');
    terminal.type('?');
    await shows(/│ - +Put the card off until tomorrow/);
    terminal.type('\u001b');
    await expect.poll(() => terminal.text()).not.toContain('╭');
    terminal.type('i');
    await shows('decks/optimism.md:12');
  });

  it('fits every width from 40 columns, and says so below', async () => {
    open([long, card('b')]);
    await shows('Why');
    terminal.type(' ');
    await shows('A machine');
    for (const [columns, rows] of [
      [140, 40],
      [80, 24],
      [60, 16],
      [40, 12],
    ] as const) {
      terminal.resize(columns, rows);
      await expect.poll(() => terminal.lines()).toHaveLength(rows);
      for (const line of terminal.lines()) expect(stringWidth(line)).toBeLessThan(columns);
      expect(terminal.text()).toContain('A machine');
      expect(terminal.text()).toMatch(/\? keys$/);
    }
    terminal.resize(30, 8);
    await shows('40 × 10');
    terminal.type('3');
    terminal.resize(60, 16);
    await shows('A machine');
  });

  it('scrolls a long answer under the question, and shows that it goes on', async () => {
    const answer = Array.from({ length: 40 }, (_, index) => `- item ${index}`).join('\n');
    open([card('a', { face: { question: 'Which?', answer, inPlace: false } })], { rows: 16 });
    await shows('Which?');
    terminal.type(' ');
    await shows('↓ more');
    expect(terminal.lines()[15]).not.toContain('␣');
    terminal.type('\u001b[6~');
    terminal.type('\u001b[6~');
    await shows('item 25');
    expect(terminal.lines()[15]).toMatch(/^ 1 again/);
  });

  it('takes Space as good once the answer was seen, though note and source go on below', async () => {
    const reviewer = open([{ ...long, note: 'A note.\n\nAnd more of it.' }], {
      columns: 40,
      rows: 12,
    });
    await shows('Why does it help');
    terminal.type(' ');
    await shows('↓ more');
    expect(terminal.text()).toContain('␣');
    await expect
      .poll(
        () => {
          terminal.type(' ');
          return reviewer.answers;
        },
        { interval: 200 },
      )
      .toEqual([{ key: 'a', grade: 3 }]);
  });

  it('says how long the wait is, and shows the next card early on request', async () => {
    const reviewer = open([card('a'), card('b')], { nowMs: 1000 });
    reviewer.waitingUntilMs = 181_000;
    terminal.type(' ');
    await shows('Answer a');
    terminal.type('1');
    await shows('Question b');
    terminal.type(' ');
    await shows('Answer b');
    terminal.type('3');
    await shows('The next card comes back in 3 m.');
    terminal.type(' ');
    await shows('Question a');
    expect(reviewer.calls.at(-1)).toBe('show');
  });

  it('ends the day with a sentence', async () => {
    open([card('a')]);
    terminal.type(' ');
    await shows('Answer a');
    terminal.type('2');
    await shows('Done for today: 1 card in 5 minutes, 100 % recalled.');
    expect(terminal.text()).toContain('Tomorrow 14, about 4 minutes.');
    terminal.type('\r');
    await expect.poll(() => left).toEqual(['back']);
  });

  it('says what there is still to read when the day’s cards are done, and goes on with it', async () => {
    open([card('a')], { reading: { starts: false, chapter: 'Tides', minutes: 4 } });
    terminal.type(' ');
    await shows('Answer a');
    expect(terminal.text()).not.toContain('Tides');
    terminal.type('3');
    await shows('Reviews done for today: 1 card in 5 minutes, 100 % recalled.');
    expect(terminal.text()).toContain('Reading goes on with “Tides”, 4 minutes.');
    expect(terminal.lines()[23]).toBe(' ␣ leave    r read on    u undo    ? keys');
    expect(readings).toBe(0);
    terminal.type('r');
    await expect.poll(() => readings).toBe(1);
  });

  it('offers no reading where all of it was read', async () => {
    open([card('a')]);
    terminal.type(' ');
    await shows('Answer a');
    terminal.type('3');
    await shows('Done for today');
    expect(terminal.lines()[23]).toBe(' ␣ leave    u undo    ? keys');
    terminal.type('r');
    await shows('Nothing is left to read.');
    expect(readings).toBe(0);
  });

  it('shows two buttons where two are set', async () => {
    open([long], { buttons: 2 });
    terminal.type(' ');
    await shows(/1 again 10 m +3 good 8 d ␣/);
    expect(terminal.text()).not.toContain('hard');
  });

  it('is as clear without colour: no colour is sent, and looks carry the meaning', async () => {
    const text = `A ${gapStart}word${gapEnd} and \`code\`.`;
    open([card('a', { state: 'new', face: { question: text, answer: text, inPlace: true } })], {
      theme: colourlessTheme,
    });
    await shows('[word] and `code`');
    terminal.type(' ');
    await shows(/A word and/);
    // oxlint-disable-next-line no-control-regex -- colours, as they are sent
    expect(terminal.frame()).not.toMatch(/\u001b\[(?:3[0-8]|4[0-8]|9\d|10\d)[;m]/);
    expect(terminal.frame()).toContain('\u001b[4m\u001b[1mword');
  });

  it('sends nothing of a hostile card to the terminal but its words', async () => {
    open([hostile], { columns: 100, rows: 30 });
    await shows('ab 漢字 👩‍👩‍👧‍👦 ?');
    terminal.type(' ');
    await shows('link');
    expect(terminal.text()).toContain('Deck › topic › x');
    expect(terminal.strange()).toEqual([]);
    expect(terminal.frame()).not.toContain('\u001b[5m');
  });
});
