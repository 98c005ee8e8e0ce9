import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDeck, type ParsedDeck } from '../../src/deck/parse.ts';
import { sidesOf } from '../../src/deck/sides.ts';

const document = readFileSync(path.resolve(import.meta.dirname, '../../docs/format.md'), 'utf8');
const examples = [...document.matchAll(/^```markdown\n(.*?)^```$/gms)].map(
  (found) => found[1] ?? '',
);

function example(start: string): ParsedDeck {
  const text = examples.find((candidate) => candidate.startsWith(start));
  if (text === undefined)
    throw new Error(`docs/format.md has no example that starts with ${start}`);
  return parseDeck(text, { path: 'docs/format.md' });
}

/** Kinds of the cards, and how many sides each has. */
function cards(deck: ParsedDeck): readonly string[] {
  return deck.cards.map((card) => `${card.kind} ${sidesOf(card).length}`);
}

describe('the examples of docs/format.md', () => {
  it.each(examples)('%j is read without a problem', (text) => {
    expect(parseDeck(text, { path: 'docs/format.md' }).problems).toEqual([]);
  });

  it('are these', () => expect(examples).toHaveLength(7));

  it('show the four kinds', () => {
    expect(cards(example('Q: Why is judging'))).toEqual(['basic 1', 'term 2', 'cloze 2', 'list 3']);
  });

  it('show what ends a card and what does not', () => {
    const deck = example('# Evaluation');
    expect(cards(deck)).toEqual(['basic 1', 'cloze 1', 'basic 1']);
    expect(deck.cards[2]).toMatchObject({
      answer: 'Q, A, C, T and D, for example:\nQ: this line is still the answer',
      topics: ['Evaluation'],
    });
  });

  it('show which brackets are holes', () => {
    const [card] = example('C: The [derivative]').cards;
    expect(card?.kind === 'cloze' ? card.holes.map(({ text }) => text) : []).toEqual([
      'derivative',
      'integral [of it]',
    ]);
    expect(cards(example('C: {{c1::Paris'))).toEqual(['cloze 3']);
  });

  it('show the last lines of a card', () => {
    const [card] = example('Q: What was promised?').cards;
    expect(card).toMatchObject({ id: '7hq2kd4mx0c3p', tags: ['fact', 'promise'] });
    expect(card?.sources).toHaveLength(2);
    expect(card?.note).toContain('may have paragraphs');
  });

  it('show a whole comment', () => {
    expect(example('Q: Who leads').cards[0]).toMatchObject({
      guid: 'o7{;Jx',
      typed: true,
      off: [{ rule: 'Q08', reason: 'both names belong together' }],
    });
  });

  it('show front matter', () => {
    expect(example('---\ntitle')).toMatchObject({
      title: 'Reasons for optimism',
      notation: 'tenet',
      cards: [{ tags: ['optimism', 'alignment', 'fact'], topics: [] }],
    });
  });
});
