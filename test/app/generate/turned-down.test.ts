import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TriageHome } from '../triage-collection.ts';

const question = 'What does the queen of a hive do in summer?';
const answer =
  'The queen lays up to two thousand eggs a day through most of the summer, is fed by a changing court of young workers, and spreads the scent by which the colony knows that it still has a queen.';
/** Other words for the same, in another order: less than half of the old sentence is left. */
const reworded =
  'A changing court of young workers feeds the queen, who spreads the scent by which her colony knows of its queen, and who through most of the summer lays two thousand eggs each day.';

function heading(asked: string, said: string): string {
  return `# Bees\n\n## The hive\n\n### ${asked}\n\n${said}\n`;
}

let home: TriageHome;

beforeEach(async () => {
  home = new TriageHome({ 'docs/bees.md': heading(question, answer) });
  await home.generate();
  home.open().reject('too much');
});
afterEach(() => home.dispose());

/** What the next run writes. */
async function newFiles(): Promise<readonly string[]> {
  const { files } = await home.generate();
  return files;
}

describe('a draft that a person rejected does not come back', () => {
  it('when its sentence is reworded in its place', async () => {
    home.write('docs/bees.md', heading(question, answer.replace('changing court', 'retinue')));
    expect(await newFiles()).toEqual([]);
  });

  it('when question and sentence are both reworded, and stand elsewhere', async () => {
    const asked = 'In summer, what does the queen of a hive do?';
    const far = `${'Bees are insects. '.repeat(40)}\n\n### ${asked}\n\n${reworded}\n`;
    home.write('docs/bees.md', `# Bees\n\n${far}`);
    expect(await newFiles()).toEqual([]);
  });

  it('when other marks make another rule draft it', async () => {
    home.write('docs/bees.md', `# Bees\n\n## The hive\n\n**${question}** ${answer}\n`);
    expect(await newFiles()).toEqual([]);
  });

  it('when another document says the same', async () => {
    home.write('docs/hives.md', heading(question, answer));
    expect(await newFiles()).toEqual([]);
    home.write('docs/hives.md', heading(question, reworded));
    expect(await newFiles()).toEqual([]);
  });
});

describe('a card that other marks make by another rule', () => {
  it('is the card that stands, with its id', async () => {
    const short = 'She lays eggs and spreads her scent.';
    home.write('docs/bees.md', heading('What does a young queen do?', short));
    await home.generate();
    const deck = home.read('decks/bees.md');
    expect(deck).toContain(short);
    home.write(
      'docs/bees.md',
      `# Bees\n\n## The hive\n\n**What does a young queen do?** ${short}\n`,
    );
    const report = await home.generate();
    expect(report).toMatchObject({ documents: [{ made: 0, same: 1 }], files: [], gone: [] });
    expect(home.read('decks/bees.md')).toBe(deck);
    expect(await home.generate({ mode: 'plan' })).toMatchObject({ drifted: false });
  });
});
