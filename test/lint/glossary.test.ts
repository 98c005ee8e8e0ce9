import { describe, expect, it } from 'vitest';
import { introduces, namesIn, parseGlossary, TermFinder } from '../../src/lint/glossary.ts';

describe('parseGlossary', () => {
  it('reads the rows of a table with the chapter that they link', () => {
    const table =
      '# Words\n\n| term | meaning | chapter |\n| --- | --- | --- |\n| VSH | a habit | [2](02.md#words) |\n| *swarm* | a family | |\n';
    expect(parseGlossary(table, 'docs')).toEqual([
      { name: 'VSH', chapter: 'docs/02.md' },
      { name: 'swarm' },
    ]);
  });

  it('reads items that begin in bold', () => {
    expect(parseGlossary('- **fault** — a break\n- **dyke**: a wall\n', '')).toEqual([
      { name: 'fault' },
      { name: 'dyke' },
    ]);
  });
});

describe('introduces', () => {
  it.each([
    'In a *swarm* bees leave.',
    'Bees (a swarm, that is, a family) leave.',
    'A swarm (a family that leaves) flies.',
    '- **swarm** — a family',
  ])('hears %s', (text) => expect(introduces(text, 'swarm')).toBe(true));

  it.each(['The swarm leaves.', 'A *beekeeper* sees the swarm.', 'Swarms (2) leave.'])(
    'takes %s for no explanation',
    (text) => expect(introduces(text, 'swarm')).toBe(false),
  );
});

describe('namesIn', () => {
  it('parts names that stand beside each other, and what stands in brackets', () => {
    expect(namesIn('trojan, backdoor')).toEqual(['trojan', 'backdoor']);
    expect(namesIn('varroa-sensitive hygiene (VSH)')).toEqual(['varroa-sensitive hygiene', 'VSH']);
    expect(namesIn('p(doom)')).toEqual(['p(doom)']);
  });
});

describe('TermFinder', () => {
  it('finds nothing in a text without terms, and each term at its place', () => {
    const finder = new TermFinder({
      terms: [{ name: 'queen' }, { name: 'queen bee' }],
      chapters: [],
    });
    expect(finder.in('The wasp sleeps.')).toEqual([]);
    expect(finder.in('Queen bees follow the queen.').map(({ name }) => name)).toEqual([
      'queen bee',
      'queen',
    ]);
  });
});
