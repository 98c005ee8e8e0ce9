import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { viewHome } from '../../src/app/review/home.ts';
import type { Reader } from '../../src/app/reading/view.ts';
import { viewReader } from '../../src/app/reading/progress.ts';
import { homeReading } from '../../src/app/review/home-reading.ts';
import { openReviewer } from '../../src/app/review/reviewer.ts';
import { openDialog, type Dialog } from '../../src/plain/dialog.ts';
import { firstRunInLines } from '../../src/plain/first-run.ts';
import { homeInLines } from '../../src/plain/home.ts';
import { readInLines } from '../../src/plain/read.ts';
import { collectionWithReader, kinds } from '../app/reader-collection.ts';
import type { TemporaryCollection } from '../app/temporary-collection.ts';

let tenet: TemporaryCollection;
let reader: Reader;

beforeEach(() => {
  ({ tenet, reader } = collectionWithReader());
});
afterEach(() => tenet.dispose());

/** What a person sees who types these lines, and then no more. */
async function talk(
  typed: readonly string[],
  talker: (dialog: Dialog) => Promise<unknown>,
): Promise<string> {
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(typed.map((line) => `${line}\n`).join(''));
  const dialog = openDialog(input, output);
  await talker(dialog);
  dialog.close();
  return String(output.read());
}

const clock = { now: (): number => tenet.nowMs };
const options = { buttons: 2, clock } as const;
const read = (...typed: readonly string[]): Promise<string> =>
  talk(typed, (dialog) => readInLines(reader, dialog, options));

describe('reading in lines', () => {
  it('lists the chapters with their figures, the core path first', async () => {
    expect(await read('q')).toContain(
      '0 of 5 sections read.\nCore path:\n1. Rocks: 3 sections, 1 minute, 4 cards.\nFurther chapters:\n2. Water: 2 sections, 1 minute, 1 card.\n',
    );
  });

  it('reads a section, asks its cards, a missed one again, and goes on to the next', async () => {
    const said = await read('', '', '', '1', '', '3', '', '3', '', '3', 'q');
    expect(said).toContain('Chapter 1, Rocks.\nSection 1 of 3: Kinds. 1 minute, 3 cards.\n');
    expect(said).toContain('Three: molten, laid down and changed. Geologists call them');
    expect(said).toContain('Enter asks 3 cards, n skips them, f footnotes, ? help:');
    expect(said.match(/First on kinds\?/g)).toHaveLength(2);
    expect(said).toContain('The section is done: 3 cards.');
    expect(said).toContain('Section 2 of 3: Faults.');
    expect(tenet.reps('kinds1')).toBe(2);
  });

  it('is left for good among the cards of a section', async () => {
    const said = await read('', '', 'q');
    expect(said).toMatch(/Left; every answer is saved\.\n$/);
  });

  it('goes on where it was left', async () => {
    await read('', 'n', 'q');
    expect(await read('', 'q')).toContain('Enter goes on with "Faults"');
  });

  it('skips the cards, which then come with the reviews', async () => {
    expect(await read('', 'n', 'n', '', 'q')).toContain(
      'Its cards come with your reviews.\n\nChapter 1, Rocks.\nSection 2 of 3: Faults.',
    );
    expect(
      openReviewer({ collection: tenet.collection, study: tenet.study }).view().progress,
    ).toMatchObject({ left: 7 });
  });

  it('says when a chapter ends, and goes back', async () => {
    expect(await read('1', 'n', 'b', 'n', 'n', '', 'q')).toContain(
      'That was the end of chapter 1, Rocks.\nWith it you have read the core path.\n3 of 5 sections read.',
    );
  });

  it('reads footnotes and the glossary on demand', async () => {
    const said = await read('', 'f', 'g', '?', 'x', 'q');
    expect(said).toContain(
      'Note 1: see also its index\nNote 1: Handbook, at the words "three kinds of rock". The Handbook of Rocks, A. Stone, 1999, https://rocks.example/',
    );
    expect(said).toContain('fault — a break');
    expect(said).toContain('"x" is no key here.');
  });
});

const home = (...typed: readonly string[]): Promise<string> =>
  talk(typed, (dialog) =>
    homeInLines(dialog, {
      ...options,
      view: () => viewHome(tenet.collection, tenet.study, []),
      reviewer: () => openReviewer({ collection: tenet.collection, study: tenet.study }),
      reader: () => Promise.resolve(reader),
      reading: () => homeReading(viewReader(tenet.study.store, ''), true),
    }),
  );

describe('home in lines', () => {
  it('offers the reader, and leads from a card back to its section', async () => {
    reader.markRead(kinds);
    const said = await home('r', 'q', '', '-', '-', '-', 'S', 'q', 'q');
    expect(said).toContain('r reads "Rocks" (1 minute)');
    expect(said).toContain('First on kinds?\nEnter shows the answer, ? help: Chapter 1, Rocks.');
  });

  it('says after the reviews what there is to read', async () => {
    reader.markRead(kinds);
    const said = await home('', '-', '-', '-', '-', '-', '-', 'q');
    expect(said).toMatch(
      /Reviews done for today\.\nTomorrow: .*\nReading goes on with “Rocks”, 1 minute\./,
    );
  });

  it('begins with reading where nothing else is to be done', async () => {
    tenet.remove('decks/a-own.md');
    tenet.index();
    expect(await home('', 'q', 'q')).toContain(
      'Enter starts reading (1 minute). d lists the decks. q leaves. \nChapter 1, Rocks.',
    );
  });
});

const firstRun = async (...typed: readonly string[]) => {
  let chosen: unknown;
  const said = await talk(typed, async (dialog) => {
    chosen = await firstRunInLines(dialog, clock);
  });
  return { said, chosen };
};

describe('the first run in lines', () => {
  it('asks for minutes, practises and says what it asks', async () => {
    const { said, chosen } = await firstRun('7', '20', '', '', '', '');
    expect(chosen).toBe(20);
    expect(said).toContain('Type 5 or 10 or 20.');
    expect(said).toMatch(
      /Answer:\nAnswer it in your head first.*\nPress Enter if you had it, else 1\./,
    );
    expect(said).toContain('What this asks of you:\nEvery day tenet asks you');
  });

  it('can be skipped', async () => {
    expect(await firstRun('s')).toMatchObject({ chosen: null });
    expect(await firstRun()).toMatchObject({ chosen: null });
    expect(await firstRun('')).toMatchObject({ chosen: 10 });
  });
});
