import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReviewer } from '../../src/app/review/reviewer.ts';
import { Study } from '../../src/app/log/study.ts';
import { openDialog } from '../../src/plain/dialog.ts';
import { reviewInLines } from '../../src/plain/review.ts';
import { TemporaryCollection } from '../app/temporary-collection.ts';

const deck = `---
title: Geology
---
Q: What is a fault?
A: A break in rock along which it has moved.
S: [Notes](notes.md) "a break"
<!-- id: fault1 -->

C: Basalt is [volcanic] rock.
<!-- id: basalt1 -->

Q: Which rock floats?
A: Pumice
<!-- id: pumice1; type -->
`;

let tenet: TemporaryCollection;

beforeEach(() => {
  tenet = new TemporaryCollection({ 'decks/geology.md': deck });
  tenet.index();
});
afterEach(() => tenet.dispose());

/** The lines that a person sees who types these lines, and then no more. */
async function session(typed: readonly string[], buttons: 2 | 4 = 4): Promise<string[]> {
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(typed.map((line) => `${line}\n`).join(''));
  const dialog = openDialog(input, output);
  const reviewer = openReviewer({ collection: tenet.collection, study: tenet.study });
  await reviewInLines(reviewer, dialog, { buttons, clock: { now: () => tenet.nowMs } });
  dialog.close();
  return String(output.read()).split('\n');
}

describe('a session in lines', () => {
  it('asks, shows the answer, takes a grade and goes on', async () => {
    const lines = await session(['', '4']);
    expect(lines).toContain('What is a fault?');
    expect(lines.join('\n')).toContain('A break in rock along which it has moved.');
    expect(lines.join('\n')).toContain('Basalt is blank rock.');
    expect(tenet.reps('fault1')).toBe(1);
  });

  it('says which side of a term is asked', async () => {
    tenet.write('decks/a-terms.md', 'T: dip\nD: the angle of a layer\n<!-- id: dip1 -->\n');
    tenet.index();
    expect((await session([])).join('\n')).toContain('dip\nWhat does it mean?\n');
    tenet.answer('dip1/def', 4);
    tenet.nowMs += 86_400_000;
    expect((await session([])).join('\n')).toContain('the angle of a layer\nWhich term is it?\n');
  });

  it('names in its help the grades that there are, and on leaving what is still to go', async () => {
    const two = (await session(['', '?', 'q'], 2)).join('\n');
    expect(two).toContain('then it means good. 1 again, 3 good.');
    expect(two).toContain('3 cards still to go today.');
    expect((await session(['?', 'q'])).join('\n')).toContain('1 again, 2 hard, 3 good, 4 easy.');
  });

  it('takes an empty line after the answer for good', async () => {
    await session(['', '']);
    expect(tenet.study.standing('fault1' as never).schedule).toMatchObject({
      state: 'learning',
      reps: 1,
    });
  });

  it('undoes an answer', async () => {
    const lines = await session(['', '3', 'u']);
    expect(tenet.reps('fault1')).toBe(0);
    expect(lines.join('\n')).toContain('Took back');
  });

  it('takes a word for the answer where one is to be typed, and a slash for a key', async () => {
    expect((await session(['', '4', '', '4', '/q'])).join('\n')).toContain('Left; every answer');
    const lines = (await session(['pumice', '4'])).join('\n');
    expect(lines).toContain('Type the answer');
    expect(lines).toContain('That is right.');
    expect(tenet.reps('pumice1')).toBe(1);
  });

  it('offers only again and good where there are two buttons', async () => {
    const lines = (await session(['', '2', '1'], 2)).join('\n');
    expect(lines).toContain('"2" is no grade');
    expect(tenet.study.standing('fault1' as never).schedule).toMatchObject({ reps: 1 });
  });

  it('says what a key does not mean, and changes nothing', async () => {
    const lines = (await session(['x', '', 'x'])).join('\n');
    expect(lines).toContain('"x" is no key here');
    expect(lines).toContain('"x" is no grade');
    expect(tenet.reps('fault1')).toBe(0);
  });

  it('puts off, suspends and flags on request', async () => {
    await session(['* still true', '-', '@']);
    expect(tenet.study.standing('fault1' as never)).toMatchObject({
      flag: 1,
      flagNote: 'still true',
    });
    const keys = tenet.keys().map((key) => tenet.study.standing(key as never));
    expect(keys.filter(({ buriedDay }) => buriedDay !== null)).toHaveLength(1);
    expect(keys.filter(({ suspended }) => suspended)).toHaveLength(1);
  });

  it('shows a card in its steps early when nothing else is left', async () => {
    const { settings } = tenet.study;
    const limits = { ...settings.limits, learnAheadMinutes: 0 };
    const clock = { now: () => tenet.nowMs };
    tenet.study = new Study({ store: tenet.store, clock, settings: { ...settings, limits } });
    const lines = await session(['', '1', '@', '/@', '', '', '4']);
    expect(lines.join('\n')).toContain('The next card comes back in 1 minute.');
    expect(tenet.reps('fault1')).toBe(2);
  });

  it('says that an answer could not be saved, and stays with the card', async () => {
    tenet.store.pragma('query_only = 1');
    const lines = await session(['', '4', 'q']);
    tenet.store.pragma('query_only = 0');
    expect(lines.join('\n')).toMatch(/cannot be written/);
    expect(lines.join('\n')).not.toContain('Basalt');
    expect(tenet.reps('fault1')).toBe(0);
  });

  it('ends with what was done when the input ends', async () => {
    const lines = await session(['', '4']);
    expect(lines.join('\n')).toMatch(/Left; every answer is saved: 1 card in 1 minute/);
  });

  it('never writes a control character of a card', async () => {
    tenet.write(
      'decks/geology.md',
      'Q: Bell \u0007 and \u001b]52;c;aGk=\u0007 clip?\nA: \u009b31m red\n',
    );
    tenet.index();
    const lines = await session(['', '4']);
    // oxlint-disable-next-line no-control-regex -- that is the question here
    expect(lines.join('')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});
