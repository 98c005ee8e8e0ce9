import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Triage } from '../../../src/app/triage/view.ts';
import { createKeymap } from '../../../src/tui/keymap.ts';
import {
  createTriageController,
  type TriageController,
} from '../../../src/tui/screens/triage/controller.ts';
import type { TriagePorts } from '../../../src/tui/screens/triage/desk.ts';
import { pictureOf } from '../../../src/tui/screens/triage/picture.ts';
import { TriageHome } from '../../app/triage-collection.ts';
import { textsOf } from '../support/text-of.ts';

const ants = `# Ants

## Trails

### Why do ants march in lines?

To follow the scent that earlier ants laid down.

### What do leafcutter ants grow in their nests?

A fungus that feeds their larvae.
`;

const insects = `# Insects

Q: What do leafcutter ants grow in their nests?
A: A fungus that feeds the larvae.
<!-- id: fungus01 -->
`;

let home: TriageHome;

/** A person at the screen: looks at it after every key, a second apart. */
class Person {
  readonly triage: Triage;
  readonly left: string[] = [];
  readonly bugs: unknown[] = [];
  readonly controller: TriageController;
  readonly #keymap = createKeymap({});
  #size = { columns: 80, rows: 24 };
  #nowMs = 0;

  constructor(more: Partial<TriagePorts> = {}) {
    this.triage = home.open();
    this.controller = createTriageController({
      triage: this.triage,
      keymap: this.#keymap,
      openEditor: () => Promise.resolve(),
      onLeave: (how) => this.left.push(how),
      onBug: (failure) => this.bugs.push(failure),
      monotonicMs: () => this.#nowMs,
      ...more,
    });
    this.look();
  }

  press(...names: readonly string[]): void {
    for (const name of names) {
      this.#nowMs += 1000;
      const text = name === 'space' ? ' ' : name.length === 1 ? name : '';
      this.controller.press({ name, text });
      this.look();
    }
  }

  type(text: string): void {
    for (const each of text) this.press(each === ' ' ? 'space' : each);
  }

  /** A key before the screen was painted. */
  pressBlindly(name: string): void {
    this.#nowMs += 1000;
    this.controller.press({ name, text: name });
  }

  look(columns = this.#size.columns, rows = this.#size.rows) {
    this.#size = { columns, rows };
    const view = this.triage.view();
    const scene = {
      view,
      state: this.controller.state(),
      size: this.#size,
      keymap: this.#keymap,
      marks: false,
    };
    const picture = pictureOf(scene);
    this.controller.measure(picture.extent);
    this.controller.paint(view);
    return picture;
  }

  /** All that is on the screen, a row a line. */
  screen(columns?: number, rows?: number): string {
    const { frame, overlay } = this.look(columns, rows);
    const aside = frame.aside?.lines ?? [];
    return textsOf([
      ...frame.header,
      ...frame.body,
      ...aside,
      ...(overlay ?? []),
      frame.notice,
      ...frame.footer,
    ]).join('\n');
  }
}

beforeEach(async () => {
  home = new TriageHome({ 'docs/ants.md': ants });
  await home.draftAll();
  home.write('decks/insects.md', insects);
});
afterEach(() => home.dispose());

describe('the picture of a draft', () => {
  it('has the draft, its passage with the anchor set off, and the usual keys', () => {
    const person = new Person();
    const screen = person.screen();
    expect(screen).toMatch(/^Draft 1 of 2 · ants\.md +kept 0 · rejected 0$/m);
    expect(screen).toContain('Q  Why do ants march in lines?');
    expect(screen).toContain('┃ To follow the scent that earlier ants laid down.');
    expect(screen).toContain('a keep    e edit    r reject…    u undo    ? keys');
    const found = person
      .look()
      .frame.body.flat()
      .filter(({ tone }) => tone === 'found');
    expect(found.map(({ text }) => text)).toEqual(['To follow the scent that earlier ants laid']);
  });

  it('shows a near card below the findings, and offers to merge first', () => {
    const person = new Person();
    person.press('n');
    const screen = person.screen();
    expect(screen).toContain('✗  Q12');
    expect(screen).toContain('≈  decks/insects.md');
    expect(screen).toContain('m merge…    r reject…    e edit');
  });

  it('puts the passage beside the draft where there is room for both', () => {
    const { frame } = new Person().look(140, 40);
    expect(textsOf(frame.body).join('\n')).not.toContain('┃');
    expect(textsOf(frame.aside?.lines ?? []).join('\n')).toContain('┃ To follow the scent');
  });

  it('never has more rows than the screen, down to the smallest', () => {
    const person = new Person();
    person.press('n');
    for (const [columns, rows] of [
      [40, 10],
      [60, 16],
      [80, 24],
      [200, 50],
    ] as const) {
      const { frame } = person.look(columns, rows);
      const air = rows < 12 ? 0 : 1;
      const used = frame.header.length + air + frame.body.length + 1 + frame.footer.length;
      expect(used).toBeLessThanOrEqual(rows);
    }
  });

  it('scrolls to the passage where the draft leaves it no room', () => {
    const person = new Person();
    person.press('n');
    expect(person.screen(40, 10)).not.toContain('┃ A fungus');
    for (let key = 0; key < 20; key += 1) person.press('down');
    expect(person.screen(40, 10)).toContain('┃');
  });
});

describe('keys', () => {
  it('keep with one, and the next draft comes up', () => {
    const person = new Person();
    person.press('a');
    expect(home.read('decks/ants.md')).toContain('Why do ants march');
    expect(person.screen()).toContain('Kept. u takes it back.');
    expect(person.screen()).toMatch(/Draft 2 of 2 .* kept 1 · rejected 0/);
  });

  it('decide nothing about a draft that was not painted yet', () => {
    const person = new Person();
    person.pressBlindly('a');
    person.pressBlindly('n');
    expect(person.triage.view().progress).toMatchObject({ kept: 1, later: 0 });
  });

  it('reject with a usual reason, or with words', () => {
    const person = new Person();
    person.press('r');
    expect(person.screen()).toContain('2  not worth remembering');
    person.press('2');
    expect([...home.ledger().values()].map(({ reason }) => reason)).toContain(
      'not worth remembering',
    );
    person.press('r', 'w', 'enter');
    expect(person.triage.view().progress.rejected).toBe(1);
    person.type('no one asks');
    person.press('enter');
    expect([...home.ledger().values()].map(({ reason }) => reason)).toContain('no one asks');
    expect(person.screen()).toContain('2 drafts: 2 rejected.');
  });

  it('refuse to keep what the linter speaks against, until the rule is switched off with a reason', () => {
    const person = new Person();
    person.press('n', 'a');
    expect(person.screen()).toContain('The draft was not kept: Q12 speaks against it');
    person.press('o');
    expect(person.screen()).toContain('Q12 does not hold here because:');
    person.type('another kind');
    person.press('enter', 'a');
    expect(home.read('decks/ants.md')).toContain('off: Q12 another kind');
  });

  it('merge with the words of the one or the other', () => {
    const person = new Person();
    person.press('m');
    expect(person.screen()).toContain('No card says nearly the same.');
    person.press('n', 'm');
    expect(person.screen()).toContain('Whose words?');
    person.press('d');
    expect(home.read('decks/insects.md')).toContain('A: A fungus that feeds their larvae.');
    person.press('u', 'm', 'space');
    expect(home.read('decks/insects.md')).toContain('A: A fungus that feeds the larvae.\nS: ');
  });

  it('edit in place; the text is kept open where it cannot be saved', () => {
    const person = new Person();
    person.press('e');
    expect(person.screen()).toContain('^S save');
    person.press('ctrl+k');
    person.press('ctrl+s');
    expect(person.controller.state().layer).toMatchObject({ kind: 'writing' });
    expect(person.screen()).toMatch(/^question without|without a question|is empty|no question/im);
    person.type('Where do ants walk?');
    person.press('ctrl+s');
    expect(person.screen()).toContain('Q  Where do ants walk?');
    expect(home.read('drafts/ants.md')).toContain('Where do ants walk?');
  });

  it("write a card of one's own from the passage", () => {
    const person = new Person();
    person.press('w');
    expect(person.screen()).toContain('S: [Ants, Trails]');
    person.type('What do ants follow?');
    person.press('down');
    person.type('A scent of other ants.');
    person.press('ctrl+s');
    expect(person.screen()).toContain('Your card is in decks/ants.md. The draft still waits.');
    expect(home.read('decks/ants.md')).toContain('Q: What do ants follow?\nA: A scent');
  });

  it('ask before a changed text is closed', () => {
    const person = new Person();
    person.press('e', 'x', 'escape');
    expect(person.screen()).toContain('Close it without saving?');
    person.press('n');
    expect(person.controller.state().layer).toMatchObject({ kind: 'writing' });
    person.press('escape', 'y');
    expect(person.controller.state().layer).toEqual({ kind: 'none' });
    expect(home.read('drafts/ants.md')).toContain('Q: Why');
  });

  it('undo as often as there were steps, then say that there is nothing', () => {
    const person = new Person();
    person.press('a', 'd');
    expect(person.screen()).toContain('1 draft left for another time.');
    person.press('u', 'u');
    expect(person.screen()).toMatch(/Draft 1 of 2 .* kept 0/);
    person.press('u');
    expect(person.screen()).toContain('Nothing to undo.');
  });

  it('go one step back with Esc, and leave in the end', () => {
    const person = new Person();
    person.press('r', 'w', 'escape', 'escape', '?', 'escape', 'escape');
    expect(person.left).toEqual(['back']);
    person.press('ctrl+c');
    expect(person.left).toEqual(['back', 'quit']);
  });

  it('wait while the editor has the terminal; then the draft is read again', async () => {
    const { promise: editing, resolve: close } = Promise.withResolvers<void>();
    const person = new Person({ openEditor: () => editing });
    person.press('E', 'a');
    expect(person.triage.view().progress.kept).toBe(0);
    home.change('drafts/ants.md', 'A: To follow the scent', 'A: To follow a scent');
    close();
    await expect.poll(() => person.screen()).toContain('A  To follow a scent');
    expect(person.bugs).toEqual([]);
  });
});
