import stringWidth from 'string-width';
import { afterEach, describe, expect, it } from 'vitest';
import type { Reader } from '../../../src/app/reading/view.ts';
import { createKeymap } from '../../../src/tui/keymap.ts';
import { ReadScreen } from '../../../src/tui/screens/read.tsx';
import { colourlessTheme, colourTheme, type Theme } from '../../../src/tui/theme.ts';
import { collectionWithReader, faults, kinds } from '../../app/reader-collection.ts';
import type { TemporaryCollection } from '../../app/temporary-collection.ts';
import { FakeTerminal } from '../support/fake-terminal.ts';

let tenet: TemporaryCollection;
let reader: Reader;
let terminal: FakeTerminal;
let led: string[] = [];

afterEach(() => {
  terminal.close();
  tenet.dispose();
  led = [];
});

interface Shown {
  readonly columns?: number;
  readonly rows?: number;
  readonly at?: string | null;
  readonly fromCard?: boolean;
  readonly theme?: Theme;
  readonly files?: Readonly<Record<string, string>>;
}

function open(shown: Shown = {}): void {
  const { columns = 80, rows = 24, at = null, fromCard = false, theme = colourTheme } = shown;
  ({ tenet, reader } = collectionWithReader(shown.files));
  terminal = new FakeTerminal(
    <ReadScreen
      reader={reader}
      at={at}
      fromCard={fromCard}
      keymap={createKeymap({})}
      onCards={(key) => led.push(`cards ${key}`)}
      onLeave={(how) => led.push(how)}
      onBug={(failure) => led.push(`bug: ${(failure as Error).message}`)}
    />,
    columns,
    rows,
    theme,
  );
}

async function shows(text: string | RegExp): Promise<void> {
  await expect.poll(() => terminal.text()).toMatch(text);
}

const read = (): number => reader.view().sectionsRead;

describe('the list of chapters', () => {
  it('shows the core path first, with what there is to read and to learn', async () => {
    open();
    await shows('0 of 5 sections read · 1 m to go');
    const [core, rocks, , further, water] = terminal.lines().slice(2);
    expect(core).toBe('   Core path');
    expect(rocks).toMatch(/^ {3}› +1 Rocks +1 m +4 cards$/);
    expect(further).toBe('   Further');
    expect(water).toMatch(/^ {5} +2 Water +1 m +1 card$/);
    expect(terminal.lines()[23]).toBe(
      ' ␣ start reading    ⏎ this chapter    g glossary    Esc back    ? keys',
    );
  });

  it('keeps on a narrow screen what was read, and leaves out what is left', async () => {
    open({ columns: 40, rows: 12, files: { 'tenet.toml': 'id = "x-reader"\n' } });
    await shows('0 of 5 sections read');
    expect(terminal.text()).not.toContain('to go');
  });

  it('opens the chosen chapter, or goes on where reading was left', async () => {
    open();
    await shows(/› +1 Rocks/);
    terminal.type('j');
    await shows(/› +2 Water/);
    terminal.type('\r');
    await shows('Rivers run.');
    terminal.type('b');
    await shows(/› +1 Rocks/);
    terminal.type(' ');
    await shows('What lies below your feet.');
    terminal.type('q');
    expect(led).toEqual(['leave']);
  });

  it('leads back where it came from', async () => {
    open();
    await shows('Rocks');
    terminal.type('\u001b');
    await expect.poll(() => led).toEqual(['back']);
  });
});

describe('a section', () => {
  it('shows its text with numbers for the footnotes, and what follows', async () => {
    open({ at: kinds });
    await shows('Three: molten, laid down and changed.¹ Geologists call them igneous');
    expect(terminal.lines()[0]).toMatch(/^ 1 Rocks +section 1 of 3 · 3 cards · a minute$/);
    expect(terminal.lines()[23]).toBe(
      ' ␣ go on to 3 cards    f footnotes    n skip the cards    b back    ? keys',
    );
  });

  it('keeps the word at the top of the text when the terminal changes its size', async () => {
    const words = Array.from({ length: 600 }, (_, index) => `word${100 + index}`);
    const paragraphs = words.map((word, index) => (index % 40 === 39 ? `${word}.\n\n` : word));
    const chapter = `---\ntags: [core]\n---\n# Rocks\n\n## Kinds\n\n${paragraphs.join(' ')}`;
    open({ at: kinds, files: { 'source-docs/01-rocks.md': chapter } });
    await shows('word100');
    const firstWord = (): string => /word\d+/.exec(terminal.text())?.[0] ?? '';
    terminal.type(' ');
    await expect.poll(firstWord).not.toBe('word100');
    terminal.type('\u001b[B');
    terminal.type('\u001b[B');
    terminal.type('\u001b[B');
    await expect.poll(firstWord).toBe('word238');
    const before = terminal.text();
    const top = firstWord();
    const topRow = (): string => terminal.lines().find((line) => line.includes('word')) ?? '';
    for (const [columns, rows] of [
      [50, 24],
      [120, 16],
      [41, 30],
    ] as const) {
      terminal.resize(columns, rows);
      await expect.poll(topRow).toContain(top);
      await expect.poll(() => terminal.lines().length).toBe(rows);
      expect(topRow()).toContain(top);
    }
    terminal.resize(80, 24);
    await expect.poll(() => terminal.text()).toBe(before);
    terminal.type('\u001b[A');
    await expect.poll(() => terminal.text()).not.toBe(before);
    expect(Number(top.slice(4)) - Number(firstWord().slice(4))).toBeLessThan(14);
  });

  it('keeps its keys in one row at 60 columns, and offers no footnotes where there are none', async () => {
    open({ at: kinds, columns: 60, rows: 16 });
    await shows('Three: molten');
    expect(terminal.lines().at(-1)).toBe(
      ' ␣ go on to 3 cards  f footnotes  n skip  b back  ? keys',
    );
    terminal.close();
    tenet.dispose();
    open({ at: 'source-docs/01-rocks.md#nothing-asked' });
    await shows('Only to be read.');
    expect(terminal.lines().at(-1)).toBe(' ␣ end of the chapter    b back    ? keys');
  });

  it('counts as read with its cards, and without them', async () => {
    open({ at: kinds });
    await shows('Kinds');
    expect(read()).toBe(0);
    terminal.type(' ');
    await expect.poll(() => led).toEqual([`cards ${kinds}`]);
    expect(read()).toBe(1);
    terminal.type('n');
    await shows('The 3 cards of “Kinds” come with your reviews.');
    await shows('section 2 of 3');
    terminal.type('\u001b[D');
    await shows('section 1 of 3');
  });

  it('without cards leads to the next one at once, and at the end back to the list', async () => {
    open({ at: 'source-docs/01-rocks.md#nothing-asked' });
    await shows('␣ end of the chapter');
    expect(terminal.text()).not.toContain('skip');
    terminal.type(' ');
    await shows(/That was chapter 1, Rocks\.\s*$/m);
  });

  it('that ends the core path says so', async () => {
    open({ at: 'source-docs/01-rocks.md#nothing-asked' });
    await shows('Only to be read.');
    reader.markRead(kinds);
    reader.markRead(faults);
    terminal.type(' ');
    await expect
      .poll(() => terminal.text())
      .toContain('That was chapter 1, Rocks, and the core path is read.');
  });

  it('is read to its end before its cards come', async () => {
    const long = `# Long\n\n## One\n\n${'Words to read. '.repeat(200)}\n`;
    open({ at: 'source-docs/03-long.md#one', files: { 'source-docs/03-long.md': long } });
    await shows('↓ more');
    await shows('␣ read on');
    for (const key of [' ', '\r', ' ', '\r']) {
      const before = terminal.text();
      terminal.type(key);
      await expect.poll(() => terminal.text()).not.toBe(before);
      if (!terminal.text().includes('↓ more')) break;
    }
    await shows('␣ end of the chapter');
    expect(read()).toBe(0);
  });

  it('names the originals on demand, and explains the words', async () => {
    open({ at: kinds });
    await shows('Kinds');
    terminal.type('f');
    await shows('Handbook · “three kinds of rock”');
    await shows('The Handbook of Rocks, A. Stone, 1999, https://rocks.example/');
    terminal.type('\u001b');
    await expect.poll(() => terminal.text()).not.toContain('Handbook');
    terminal.type('g');
    await shows('fault — a break');
    terminal.type('\u001b');
    await shows('skip the cards');
    terminal.type('?');
    await shows('Go on without the cards');
  });

  it('that was opened from a card leads back to it and marks nothing', async () => {
    open({ at: faults, fromCard: true });
    await shows('A fault is a break.');
    expect(terminal.lines()[23]).toBe(' Esc back to the card    f footnotes    ? keys');
    terminal.type('\u001b');
    await expect.poll(() => led).toEqual(['back']);
    expect(read()).toBe(0);
  });

  it('that is gone gives way to the list, which says so', async () => {
    open({ at: 'source-docs/01-rocks.md#volcanoes' });
    await shows('The reader has no section source-docs/01-rocks.md#volcanoes any more.');
    await shows('Core path');
    expect(led).toEqual([]);
  });

  it('passes a bug on', async () => {
    open();
    await shows('Rocks');
    reader.page = () => {
      throw new RangeError('a bug');
    };
    terminal.type(' ');
    await expect.poll(() => led).toEqual(['bug: a bug']);
  });
});

describe('every size and look', () => {
  it.each([
    [40, 12],
    [60, 16],
    [80, 24],
    [140, 40],
  ] as const)('%i × %i holds the frame', async (columns, rows) => {
    for (const theme of [colourTheme, colourlessTheme]) {
      open({ columns, rows, at: kinds, theme });
      await shows('Kinds');
      for (const key of ['f', '\u001b', 'g', '\u001b', '?', '\u001b', 'b']) {
        const before = terminal.text();
        terminal.type(key);
        await expect.poll(() => terminal.text()).not.toBe(before);
        expect(terminal.lines().length).toBeLessThanOrEqual(rows);
        for (const line of terminal.lines()) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
        expect(terminal.strange()).toEqual([]);
      }
      terminal.close();
      tenet.dispose();
    }
    open();
  });
});
