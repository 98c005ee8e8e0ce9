import { describe, expect, it } from 'vitest';
import type { ShownCard } from '../../../src/app/review/view.ts';
import { TenetError } from '../../../src/model/problem.ts';
import { createKeymap } from '../../../src/tui/keymap.ts';
import { noExtent, type Extent } from '../../../src/tui/picture.ts';
import {
  createReviewController,
  type ReviewController,
} from '../../../src/tui/screens/review/controller.ts';
import type { ReviewPorts } from '../../../src/tui/screens/review/desk.ts';

import { card, place } from '../support/cards.ts';
import { FakeReviewer } from '../support/fake-reviewer.ts';

/** A controller with a clock that the test moves, and a person who sees each frame at once unless told otherwise. */
class Conversation {
  readonly reviewer: FakeReviewer;
  readonly left: string[] = [];
  readonly bugs: unknown[] = [];
  readonly controller: ReviewController;
  #nowMs = 0;
  #seen: Partial<Extent> = {};

  constructor(cards: readonly ShownCard[], more: Partial<ReviewPorts> = {}) {
    this.reviewer = new FakeReviewer(cards);
    this.controller = createReviewController({
      reviewer: this.reviewer,
      keymap: createKeymap({}),
      buttons: 4,
      openEditor: () => Promise.resolve(),
      reading: () => null,
      onRead: () => undefined,
      onReadSection: () => Promise.resolve(false),
      onLeave: (how) => this.left.push(how),
      onBug: (failure) => this.bugs.push(failure),
      monotonicMs: () => this.#nowMs,
      ...more,
    });
  }

  /** Presses keys a second apart, looking at the screen after each. */
  press(...names: readonly string[]): void {
    for (const name of names) {
      this.look();
      this.#nowMs += 1000;
      this.#send(name);
    }
    this.look();
  }

  /** Presses keys faster than any frame can follow. */
  typeAhead(...names: readonly string[]): void {
    for (const name of names) this.#send(name);
  }

  wait(ms: number): void {
    this.#nowMs += ms;
  }

  look(seen: Partial<Extent> = this.#seen): void {
    this.#seen = seen;
    this.controller.measure({ ...noExtent, fieldWidth: 40, ...seen });
    this.controller.paint(this.reviewer.view());
  }

  get grades(): string[] {
    return this.reviewer.answers.map(({ key, grade }) => `${key}${grade}`);
  }

  #send(name: string): void {
    const text = name === 'space' ? ' ' : [...name].length === 1 ? name : '';
    this.controller.press({ name, text });
  }
}

const three = [card('a'), card('b'), card('c')];
const source = { label: 'Interview', target: '../x.md', place };
const sourceView = {
  title: 'T',
  details: '',
  before: '',
  passage: 'p',
  after: '',
  anchor: null,
  problem: null,
};

describe('the review screen under the keys', () => {
  it('shows with Space and takes Space as good: the usual case is one key', () => {
    const talk = new Conversation(three);
    talk.press('space', 'space', 'enter', 'enter', 'space', '1');
    expect(talk.grades).toEqual(['a3', 'b3', 'c1']);
  });

  it('takes the four grades, undoes them, and says when there is nothing to undo', () => {
    const talk = new Conversation(three);
    talk.press('u');
    expect(talk.controller.state().notice?.text).toBe('Nothing to undo.');
    talk.press('space', '2', 'space', '4', 'u');
    expect(talk.grades).toEqual(['a2']);
  });

  it('drops the same key within 150 ms, as a held key repeats it', () => {
    const talk = new Conversation(three);
    talk.look();
    for (let tick = 0; tick < 20; tick += 1) {
      talk.typeAhead('space');
      talk.look();
      talk.wait(30);
    }
    expect(talk.reviewer.calls).toEqual(['show']);
  });

  it('counts different keys that were typed ahead', () => {
    const talk = new Conversation(three);
    talk.typeAhead('space', '3', 'space', '1');
    expect(talk.grades).toEqual(['a3', 'b1']);
  });

  it('grades nothing with the key that shows before the answer was painted', () => {
    const talk = new Conversation(three);
    talk.look();
    talk.typeAhead('space', 'enter');
    expect(talk.grades).toEqual([]);
    talk.look();
    talk.press('enter');
    expect(talk.grades).toEqual(['a3']);
  });

  it('shows the rest of a long answer before the same key grades it', () => {
    const talk = new Conversation(three);
    talk.press('space');
    talk.look({ rows: 30, end: 25, seen: 10, scroll: 0 });
    talk.press('space');
    expect(talk.grades).toEqual([]);
    expect(talk.controller.state().scroll).toBe(9);
    talk.look({ rows: 30, end: 25, seen: 10, scroll: 15 });
    talk.press('space');
    expect(talk.grades).toEqual(['a3']);
  });

  it('offers again and good only, where two buttons are set', () => {
    const talk = new Conversation(three, { buttons: 2 });
    talk.press('space', '2', '4', '3', 'space', '1');
    expect(talk.grades).toEqual(['a3', 'b1']);
  });

  it('buries, suspends, flags with a note, and takes the flag off', () => {
    const talk = new Conversation([...three, card('d', { flag: 1 })]);
    talk.press('-', '@', '*', 'o', 'k', 'enter', '*');
    expect(talk.reviewer.calls).toEqual(['bury', 'suspend', 'flag 1 ok', 'flag 0 ']);
  });

  it('scrolls as long as the key is held, within the card', () => {
    const talk = new Conversation(three);
    talk.look({ rows: 13, seen: 10, scroll: 0 });
    talk.typeAhead('down', 'down', 'down', 'down', 'down');
    expect(talk.controller.state().scroll).toBe(3);
    talk.typeAhead('up');
    expect(talk.controller.state().scroll).toBe(2);
  });

  it('steps back with Esc: from help to the card, from the card out', () => {
    const talk = new Conversation(three);
    talk.press('?');
    expect(talk.controller.state().layer.kind).toBe('help');
    talk.press('escape');
    expect(talk.controller.state().layer.kind).toBe('none');
    talk.press('escape');
    expect(talk.left).toEqual(['back']);
  });

  it('leaves with q and with Ctrl-C, also from inside a text', () => {
    const talk = new Conversation(three);
    talk.press('q', 'e', 'q', 'ctrl+c');
    expect(talk.left).toEqual(['leave', 'quit']);
  });

  it('only leaves on a terminal that is too small to read', () => {
    const talk = new Conversation(three);
    talk.look({ tooSmall: true });
    talk.press('space', '3', 'q');
    expect(talk.reviewer.calls).toEqual([]);
    expect(talk.left).toEqual(['leave']);
  });
});

describe('the source', () => {
  it('is shown with the answer, one after the other, and grades go on', async () => {
    const talk = new Conversation([card('a', { sources: [source, source] }), card('b')]);
    talk.reviewer.sourceViews = [sourceView, sourceView];
    talk.press('space', 's');
    await Promise.resolve();
    expect(talk.controller.state().layer).toMatchObject({ kind: 'source', shown: 0 });
    await expect.poll(() => talk.controller.state().layer).toMatchObject({ views: [{}, {}] });
    talk.press('s');
    expect(talk.controller.state().layer).toMatchObject({ shown: 1 });
    talk.press('4');
    expect(talk.grades).toEqual(['a4']);
    expect(talk.controller.state().layer.kind).toBe('none');
  });

  it('that comes late is not shown with another card, and no key waits for it', async () => {
    const talk = new Conversation([
      card('a', { sources: [source] }),
      card('b', { sources: [source] }),
    ]);
    const slow = Promise.withResolvers<readonly (typeof sourceView)[]>();
    const never = new Promise<readonly (typeof sourceView)[]>(() => undefined);
    const asked = [slow.promise, never];
    talk.reviewer.sources = () => asked.shift() ?? never;
    talk.press('space', 's', '3', 'space', 's');
    expect(talk.grades).toEqual(['a3']);
    slow.resolve([sourceView]);
    await slow.promise;
    await Promise.resolve();
    expect(talk.controller.state().layer).toMatchObject({ kind: 'source', views: null });
  });

  it('is not shown with the question, and a card without one says so', () => {
    const talk = new Conversation(three);
    talk.press('s');
    expect(talk.controller.state().layer.kind).toBe('none');
    talk.press('space', 's');
    expect(talk.controller.state().notice?.text).toBe('This card names no source.');
  });
});

describe('a typed answer', () => {
  const typed = [card('a', { typed: { expected: 'ox' } }), card('b')];

  it('takes every key until Enter shows the answer', () => {
    const talk = new Conversation(typed);
    talk.press('o', 'space', '3', '?', 'backspace', 'enter');
    expect(talk.controller.state().typed.text).toBe('o 3');
    expect(talk.reviewer.calls).toEqual(['show']);
  });

  it('takes a double letter typed fast', () => {
    const talk = new Conversation(typed);
    talk.typeAhead('o', 'o');
    expect(talk.controller.state().typed.text).toBe('oo');
  });

  it('gives the keys back with Esc, and types again with t', () => {
    const talk = new Conversation(typed);
    talk.press('o', 'escape', 't', 'x', 'escape', '-');
    expect(talk.reviewer.calls).toEqual(['bury']);
  });

  it('takes pasted text, and a paste elsewhere does nothing', () => {
    const talk = new Conversation(typed);
    talk.controller.paste('an ox\n');
    expect(talk.controller.state().typed.text).toBe('an ox');
    talk.press('enter', '3');
    talk.controller.paste('   3333');
    expect(talk.grades).toEqual(['a3']);
  });
});

describe('editing', () => {
  it('saves what was changed and stays on the card', async () => {
    const talk = new Conversation(three);
    talk.press('e', '!', 'ctrl+s');
    await expect.poll(() => talk.controller.state().layer.kind).toBe('none');
    expect(talk.reviewer.calls).toEqual(['edit Q: !Question a?\nA: Answer a.']);
  });

  it('keeps the text and says why it cannot be saved', async () => {
    const talk = new Conversation(three);
    talk.reviewer.failure = new TenetError('the card has no answer', { hint: 'Write "A:".' });
    talk.press('e', '!', 'ctrl+s');
    await expect
      .poll(() => talk.controller.state().layer)
      .toMatchObject({ kind: 'edit', problems: ['The card has no answer. Write "A:".'] });
  });

  it('asks before changes are thrown away, and only then', () => {
    const talk = new Conversation(three);
    talk.press('e', 'escape');
    expect(talk.controller.state().layer.kind).toBe('none');
    talk.press('e', '!', 'escape');
    expect(talk.controller.state().layer.kind).toBe('discard');
    talk.press('n');
    expect(talk.controller.state().layer).toMatchObject({ kind: 'edit' });
    talk.press('escape', 'y');
    expect(talk.controller.state().layer.kind).toBe('none');
    expect(talk.reviewer.calls).toEqual([]);
  });

  it('lends the terminal to the editor, reads the decks again, and takes no key meanwhile', async () => {
    const opened: string[] = [];
    const closed = Promise.withResolvers<void>();
    const talk = new Conversation(three, {
      openEditor: ({ file, line }) => {
        opened.push(`${file}:${line}`);
        return closed.promise;
      },
    });
    talk.press('E', 'space', '-');
    expect(talk.reviewer.calls).toEqual([]);
    closed.resolve();
    await expect.poll(() => talk.reviewer.calls).toEqual(['reload']);
    expect(opened).toEqual(['decks/optimism.md:12']);
  });
});

describe('failures', () => {
  it('says that an answer was not saved, and stays with the card', () => {
    const talk = new Conversation(three);
    talk.press('space');
    talk.reviewer.failure = new TenetError('the disk is full', { hint: 'Free some space.' });
    talk.press('3');
    expect(talk.controller.state().notice).toEqual({
      text: 'The disk is full. Free some space.',
      tone: 'error',
    });
    talk.reviewer.failure = null;
    talk.press('3');
    expect(talk.grades).toEqual(['a3']);
  });

  it('hands a bug on instead of hiding it', () => {
    const talk = new Conversation(three);
    talk.reviewer.show = () => {
      throw new RangeError('a bug');
    };
    talk.press('space');
    expect(talk.bugs).toHaveLength(1);
  });
});
