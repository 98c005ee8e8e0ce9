import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportCoverage } from '../../../src/app/generate/coverage.ts';
import { TriageHome } from '../triage-collection.ts';

const bees = `# Bees

## The hive

### Why do honey bees dance in the hive?

To show the other foragers in the hive where flowers are.

The dance of honey bees was read by Karl von Frisch, because he marked foragers with paint.

## Winter

Clocks tick slowly on snowy mornings elsewhere.
`;

const capture = `Skip to content
Hive Wiki
Back

Karl Berg on Bees

web

Metadata

Importance: 55/100blog postcommentary

Cached Content Preview

HTTP 200Fetched Mar 20, 202647 KB
# [Musings on Hives](https://hives.example.org/)

SubscribeSign in

# Why bees find their way home

### Some reasons and answers to common objections of readers

[![Karl Berg's avatar on this page](https://cdn.example.org/image/fetch/w_36,h_36/avatar.jpeg)](https://hives.example.org/@karl)

[Karl Berg](https://hives.example.org/@karl)

Dec 05, 2022

Share

[Foragers that come home](https://hives.example.org/foragers) tell the others where they found nectar. They do so in the dark of the hive.

1. **The dance is exact.** A dance on the comb gives the direction of the flowers and how far away they are.

2. **The scent helps.** What clings to a forager tells the others which flowers they are to look for.
`;

let home: TriageHome;

beforeEach(() => {
  home = new TriageHome({ 'docs/bees.md': bees });
});
afterEach(() => home.dispose());

function report(...names: readonly string[]) {
  return reportCoverage({
    root: home.folder,
    decks: home.at('decks'),
    drafts: home.at('drafts'),
    names: (names.length === 0 ? ['docs'] : names).map((name) => home.at(name)),
  });
}

describe('the passages that no card asks about', () => {
  it('are all of them where there is no deck, the heaviest first', () => {
    const [document] = report().documents;
    expect(document).toMatchObject({ path: 'docs/bees.md', passages: 3, asked: 0, share: 0 });
    const weights = document?.open.map(({ weight }) => weight) ?? [];
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1);
    expect(document?.open.at(-1)).toMatchObject({
      line: 13,
      headings: ['Bees', 'Winter'],
      text: 'Clocks tick slowly on snowy mornings elsewhere.',
    });
    expect(document?.open[0]?.text).toContain('Karl von Frisch');
  });

  it('do not have those in which an anchor of a card stands', () => {
    home.write(
      'decks/sub/bees.md',
      'Q: Who read the dance?\nA: Frisch.\nS: [Bees](../../docs/bees.md#the-hive) "read by Karl von Frisch"\n',
    );
    const [document] = report().documents;
    expect(document).toMatchObject({ passages: 3, asked: 1 });
    expect(document?.open.map(({ line }) => line).toSorted((a, b) => a - b)).toEqual([7, 13]);
    expect(document?.share).toBeGreaterThan(0.3);
  });

  it('say whether drafts wait, or were turned down', async () => {
    await home.draftAll();
    expect(report().documents[0]?.open).toContainEqual(
      expect.objectContaining({ line: 7, drafts: 1, turnedDown: 0 }),
    );
    home.open().reject('dull');
    expect(report().documents[0]?.open).toContainEqual(
      expect.objectContaining({ line: 7, drafts: 0, turnedDown: 1 }),
    );
  });

  it('of a copy of an original are those that no card cites the original for', () => {
    home.write(
      'docs/ORIGINALS.md',
      '# Originals\n\n## Frisch\n\n- title: Dances\n- author: K\n- year: 1950\n- address: none\n- trust: good\n- held: yes\n- file: frisch.txt\n',
    );
    home.write(
      'decks/a.md',
      'Q: What?\nA: This.\nS: [F](../docs/ORIGINALS.md#frisch) "seen in the glass hive"\n',
    );
    home.write(
      'copies/frisch.txt',
      'The round dance was seen in the glass hive.\n\nThe waggle dance was understood much later, in summer.\n',
    );
    expect(report('copies').documents).toMatchObject([{ passages: 2, asked: 1 }]);
  });

  it('of a long passage are its parts, which leave out no character', () => {
    const long = Array.from(
      { length: 60 },
      (_, number) => `Sentence ${number} tells of bees, hives and honey in its own way.`,
    ).join(' ');
    home.write('docs/long.md', `# Long\n\n${long}\n`);
    const [document] = report('docs/long.md').documents;
    expect(document?.passages).toBeGreaterThan(5);
    const parts = document?.open.toSorted((a, b) => a.start - b.start) ?? [];
    expect(parts.map(({ text }) => text).join(' ')).toBe(long);
  });

  it('are written as a reader sees them, and the addresses of links weigh nothing', () => {
    const other = 'Drones eat the honey of others, and gather none for the colony.';
    home.write(
      'docs/linked.md',
      `# Linked\n\nBees **dance** in [the dark hive](https://example.org/a_long-way/of%20words/about) each day.\n\n${other}\n`,
    );
    home.write('docs/plain.md', `# Plain\n\nBees dance in the dark hive each day.\n\n${other}\n`);
    const [linked, plain] = report('docs/linked.md', 'docs/plain.md').documents.map(({ open }) =>
      open.map(({ text, weight }) => ({ text, weight })),
    );
    expect(linked).toEqual(plain);
    expect(linked?.map(({ text }) => text)).toContain('Bees dance in the dark hive each day.');
  });

  it('of a captured page are those of its article, not its byline, avatar or outline', () => {
    home.write('copies/page.txt', capture);
    const [document] = report('copies/page.txt').documents;
    expect(document?.kind).toBe('web-capture');
    const texts = document?.open.map(({ text }) => text).join('\n') ?? '';
    expect(texts).toContain('Foragers that come home');
    expect(texts).toContain('A dance on the comb');
    expect(texts).not.toMatch(/avatar|Karl Berg\b|Share this|https?:|\*\*/);
  });

  it('of documents that cannot be read are a problem, and the others are reported', () => {
    home.write('docs/bad.md', new Uint8Array([0, 1, 2, 3]));
    const { documents, problems } = report();
    expect(documents).toHaveLength(1);
    expect(problems).toMatchObject([{ file: 'docs/bad.md', rule: 'document-unread' }]);
  });
});
