import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedsAreHere, seedText } from '../../sources/seeds.ts';
import { GeneratedCollection } from '../generated-collection.ts';

const loose =
  '# Hives\n\nThe institute BeeLab was founded by two keepers in the north. BeeLab gave 20% of its hives to the study of how young bees learn to dance.\n';
const precise =
  '# Dances\n\nThe keepers of BeeLab said that 20% of the hives they had built to date would go there.\n';

let home: GeneratedCollection;

beforeEach(() => {
  home = new GeneratedCollection();
});
afterEach(() => home.dispose());

/** Why the cards of one document wait; empty for those in its deck. */
async function waitsOf(document: string): Promise<readonly string[]> {
  const { documents } = await home.generate();
  return documents
    .filter(({ path }) => path === document)
    .flatMap(({ cards }) => cards.filter(({ text }) => text.includes('[20%]')))
    .map(({ waits }) => waits);
}

describe('a share that another document gives more precisely', () => {
  it('waits for a person, who is told both places', async () => {
    home.write('docs/a.md', loose);
    home.write('docs/b.md', precise);
    expect(await waitsOf('docs/a.md')).toEqual([
      'docs/b.md:3 says more precisely “20% of the hives they had built to date”: write it so, and cite both',
    ]);
    expect(home.read('drafts/a.md')).toContain('S: [Hives](../docs/a.md');
  });

  it.each([
    ['alone', undefined],
    ['beside another share', precise.replace('20%', '30%')],
    ['beside a share of something else', precise.replace('hives', 'fields')],
    ['beside a share that somebody else gave', precise.replace('BeeLab', 'WaspLab')],
    ['beside one that is no more precise', precise.replace(' to date', '')],
  ])('goes into its deck %s', async (_name, other) => {
    home.write('docs/a.md', loose);
    if (other !== undefined) home.write('docs/b.md', other);
    expect(await waitsOf('docs/a.md')).toEqual(['']);
  });

  it('stays where it is, once it stands in a deck', async () => {
    home.write('docs/a.md', loose);
    await home.generate();
    home.write('docs/b.md', precise);
    const { documents } = await home.generate();
    expect(documents[0]).toMatchObject({ path: 'docs/a.md', same: 1, drafts: 0, made: 0 });
    expect(home.read('decks/a.md')).toContain('[20%]');
  });

  it.skipIf(!seedsAreHere)(
    'is found among the real documents (skipped where they are absent)',
    async () => {
      home.write('docs/life.txt', seedText('004'));
      home.write('docs/talk.txt', seedText('001'));
      const [reason] = await waitsOf('docs/life.txt');
      expect(reason).toMatch(/^docs\/talk\.txt:39 says more precisely “20% of the compute/);
      expect(reason).toContain('to date”');
    },
    20_000,
  );
});
