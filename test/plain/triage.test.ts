import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDialog } from '../../src/plain/dialog.ts';
import { triageInLines } from '../../src/plain/triage.ts';
import { TriageHome } from '../app/triage-collection.ts';

const ants = `# Ants

### Why do ants march in lines?

To follow the scent that earlier ants laid down.

### What do leafcutter ants grow in their nests?

A fungus that feeds their larvae.
`;

let home: TriageHome;

beforeEach(async () => {
  home = new TriageHome({ 'docs/ants.md': ants });
  await home.draftAll();
});
afterEach(() => home.dispose());

/** What is said when these lines are typed. */
async function typing(...lines: readonly string[]): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let said = '';
  output.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  input.end(lines.map((line) => `${line}\n`).join(''));
  const dialog = openDialog(input, output);
  await triageInLines(home.open(), dialog);
  dialog.close();
  return said;
}

describe('triage in lines', () => {
  it('says the draft, its findings and its passage, without boxes', async () => {
    const said = await typing('q');
    expect(said).toContain('Draft 1 of 2. ants.md.');
    expect(said).toContain('Question: Why do ants march in lines?');
    expect(said).toContain('Passage: Ants\nTo follow the scent that earlier ants laid down.');
    expect(said).toContain('2 drafts left for another time.');
    expect(said).not.toMatch(/[┃▲✗─]/);
  });

  it('keeps, rejects by number or in words, and undoes', async () => {
    const said = await typing('a', 'r 2', 'u', 'r says too little');
    expect(said).toContain('Kept. u takes it back.');
    expect(said).toContain('Undone.');
    expect(said).toContain('2 drafts: 1 kept, 1 rejected.');
    const reasons = [...home.ledger().values()].map(({ fate, reason }) => [fate, reason]);
    expect(reasons).toContainEqual(['rejected', 'says too little']);
    expect(reasons).toContainEqual(['kept', undefined]);
  });

  it('asks for the reason where none is given; an empty line rejects nothing', async () => {
    const said = await typing('r', '', 'r', '1', 'q');
    expect(said).toContain('1 not what the passage says');
    expect(said).toContain('Not rejected.');
    expect(said).toContain('1 draft: 1 rejected.');
  });

  it('edits part by part, and an empty line leaves a part', async () => {
    await typing('e', 'Why do ants walk in lines?', '', 'a', 'q');
    expect(home.read('decks/ants.md')).toContain(
      'Q: Why do ants walk in lines?\nA: To follow the scent',
    );
  });

  it('says what speaks against a draft, and takes a reason to switch the rule off', async () => {
    const said = await typing('e', 'Do ants walk in lines?', '', 'a', 'o a warm-up', 'a', 'q');
    expect(said).toContain('the draft was not kept: Q06 speaks against it');
    expect(home.read('decks/ants.md')).toContain('off: Q06 a warm-up');
  });

  it("merges, and writes a card of one's own", async () => {
    home.write(
      'decks/insects.md',
      '# I\n\nQ: Why do ants march in lines?\nA: To follow a scent.\n',
    );
    const said = await typing('w', 'What do ants lay down?', 'A scent to follow.', 'm', 'q');
    expect(said).toContain('says nearly the same:\nQuestion: Why do ants march in lines?');
    expect(home.read('decks/ants.md')).toContain('Q: What do ants lay down?');
    expect(home.read('decks/insects.md')).toContain('A: To follow a scent.\nS: [Ants]');
  });

  it('puts off, and says so when there is nothing to say', async () => {
    expect(await typing('n', 'd', 'x', '')).toContain('"x" is no key here.');
    home.write('drafts/ants.md', '# Ants\n');
    expect(await typing()).toContain('No drafts are waiting.');
  });
});
