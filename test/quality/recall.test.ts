import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CoverageItem, coveredItems, type CoveringCard } from '../../bench/quality/recall.ts';
import { cardsOfFolder } from '../../bench/quality/seed-cards.ts';

const item: CoverageItem = {
  id: 'T1',
  source: 'a.txt',
  kind: 'fact',
  priority: 1,
  question: 'Why do bees dance?',
  keywords: ['tell|show', 'food', 'sun'],
  anchor_offset: 5000,
};

function card(answer: string, start = 5000, question = 'Why do bees dance?'): CoveringCard {
  return { question, answer, places: [{ file: 'a.txt', start, end: start + 10 }] };
}

function covered(...cards: readonly CoveringCard[]): boolean {
  return coveredItems([item], cards, () => 0).has('T1');
}

describe('coveredItems', () => {
  it('counts a near card with three in five of the ideas, one of them in its answer', () => {
    expect(covered(card('To show where food is.'))).toBe(true);
    expect(covered(card('To show it.'))).toBe(false);
    expect(covered(card('So.', 5000, 'Do they tell of food?'))).toBe(false);
  });

  it('counts no card that rests on another place', () => {
    expect(covered(card('To show where food is.', 6400))).toBe(true);
    expect(covered(card('To show where food is.', 6600))).toBe(false);
    expect(covered(card('To show where food is.', 3400))).toBe(false);
  });

  it('takes cards of the same part for a theme, and of either document for a topic', () => {
    const theme = { ...item, id: 'QT1' };
    const far = [card('To show where food is.', 50_000)];
    expect(coveredItems([theme], far, () => 1).has('QT1')).toBe(true);
    expect(coveredItems([theme], far, (_file, offset) => offset).has('QT1')).toBe(false);
    const topic = { ...item, source: 'b.txt', answered_in: 'a.txt' };
    expect(coveredItems([topic], far, () => 0).has('T1')).toBe(true);
  });
});

const shared = path.resolve(import.meta.dirname, '../../../shared');
const file = path.join(shared, 'reference/coverage-dev.json');

describe.skipIf(!existsSync(file))(
  'the rules on the real documents (skipped where these are absent)',
  () => {
    it('cover what docs/rules.md says, and refer no card to furniture', async () => {
      const { items } = JSON.parse(readFileSync(file, 'utf8')) as {
        items: readonly CoverageItem[];
      };
      const seeds = path.join(shared, 'seeds');
      const cards = (await cardsOfFolder(seeds)).filter(({ where }) => where !== 'refused');
      const text = readFileSync(
        path.join(seeds, cards.find(({ file: name }) => name.startsWith('002'))?.file ?? ''),
        'utf8',
      );
      const parts = [...text.matchAll(/^Part \d+\b/gm)].map(({ index }) => index);
      const found = coveredItems(
        items,
        cards,
        (_name, offset) => parts.filter((start) => start <= offset).length,
      );
      const shareOf = (seed: string): number => {
        const own = items.filter(
          ({ source, priority }) => source.startsWith(seed) && priority === 1,
        );
        return own.filter(({ id }) => found.has(id)).length / own.length;
      };
      expect(shareOf('002')).toBeGreaterThanOrEqual(0.95);
      expect(shareOf('003')).toBeGreaterThanOrEqual(0.85);
      expect(shareOf('004')).toBe(1);
      expect(cards.map(({ answer }) => answer).join('\n')).not.toMatch(/Keiran|Fetched|avatar/);
    });
  },
);
