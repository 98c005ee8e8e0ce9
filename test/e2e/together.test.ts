import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { Home, tenetProgram } from './support/run-tenet.ts';

const cards = Array.from({ length: 6 }, (_, n) => `Q: Question ${n}?\nA: Answer ${n}.\n`);
const bees = `# Bees

### Why do honey bees dance in the hive?

To show the other foragers where flowers are.

### What do guard bees do at the entrance?

They smell every bee that wants to come in.
`;

let home: Home;

afterEach(() => home.close());

/** A review, line by line, that goes on while others work on the same collection. */
class SlowReview {
  readonly #process;
  #said = '';

  constructor() {
    this.#process = spawn(process.execPath, [tenetProgram, 'review', '--plain'], {
      cwd: home.collection,
      env: { PATH: process.env['PATH'], HOME: home.folder, TZ: 'UTC' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#process.stdout.on('data', (data: Buffer) => (this.#said += data.toString()));
  }

  /** Types, and waits until it has said something new that ends like this. */
  async type(input: string, until: string): Promise<void> {
    const before = this.#said.length;
    this.#process.stdin.write(input);
    while (!this.#said.slice(before).includes(until)) await once(this.#process.stdout, 'data');
  }

  async leave(): Promise<number | null> {
    this.#process.stdin.end('q\n');
    const [status] = (await once(this.#process, 'exit')) as [number | null];
    return status;
  }
}

describe('two tenets at once on one collection', { timeout: 30_000 }, () => {
  it('lose nothing: one reviews while the other generates, checks and edits', async () => {
    home = new Home({ 'decks/a.md': cards.join('\n'), 'docs/bees.md': bees });
    const review = new SlowReview();
    await review.type('', 'help: ');
    const others = [
      ['generate', 'docs'],
      ['check'],
      ['add', '--question', 'Meanwhile?', '--answer', 'Yes.'],
      ['doctor'],
      ['id', 'decks/a.md'],
    ];
    for (const words of others) {
      await review.type('\n', '1 again');
      await review.type('3\n', 'Card ');
      expect(home.tenet(...words).run()).toMatchObject({ status: 0, stderr: '' });
    }
    const deck = home.read('notes/decks/a.md');
    home.write('notes/decks/a.md', deck.replace('Answer 5.', 'Answer five.'));
    await review.type('\n', '1 again');
    await review.type('3\n', 'help: ');
    expect(await review.leave()).toBe(0);

    const log = home.tenet('log', 'export').run().stdout;
    expect(log.match(/"kind":"answer"/g)).toHaveLength(6);
    expect(home.tenet('doctor').run()).toMatchObject({ status: 0 });
    const listed = home.tenet('cards', '--json').run().json<{ reps: number }[]>();
    expect(listed.map(({ reps }) => reps).sort()).toEqual([0, 0, 0, 1, 1, 1, 1, 1, 1]);
    expect(readFileSync(home.path('notes/decks/a.md'), 'utf8')).toContain('Answer five.');
  });
});
