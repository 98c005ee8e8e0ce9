import { describe, expect, it } from 'vitest';
import { parseDeck } from '../../src/deck/parse.ts';
import { sidesOf } from '../../src/deck/sides.ts';
import { isWhole, peerDecks, peerFiles, readPeerDeck, summary } from './peer-fixtures.ts';

describe('a deck with notation = "hashcards"', () => {
  const decks = peerDecks('hashcards');

  it('has an expectation for each fixture', () => {
    expect(decks.map(([name]) => name).toSorted()).toEqual(peerFiles('hashcards').toSorted());
  });

  it.each(decks)('reads %s as hashcards does', (name, expected) => {
    const deck = readPeerDeck('hashcards', name);
    expect(deck.title).toBe(expected.title);
    expect(summary(deck, 'without')).toEqual({
      cards: expected.cards,
      problems: expected.problems,
    });
    expect(isWhole(deck)).toBe(true);
  });

  it('asks one side for each deletion and both directions of a term', () => {
    const deck = readPeerDeck('hashcards', 'terms.md');
    expect(deck.cards.map((card) => sidesOf(card).length)).toEqual([2, 2, 1]);
  });

  it('does not know tenet’s own lines', () => {
    const text = 'Q: q\nA: a\nS: [x](y.md)\n<!-- id: abcd1234 -->\n';
    const [card] = parseDeck(text, { path: 'x.md', notation: 'hashcards' }).cards;
    expect(card).toMatchObject({
      answer: 'a\nS: [x](y.md)\n<!-- id: abcd1234 -->',
      sources: [],
      idWritten: false,
    });
  });

  it('shows headings as topics, although hashcards passes over them', () => {
    const text = '# Algebra\nQ: q\nA: a\n## Groups\nC: [x]\n# Last\nmore of the cloze\n';
    const deck = parseDeck(text, { path: 'x.md', notation: 'hashcards' });
    expect(deck.cards.map(({ topics }) => topics)).toEqual([['Algebra'], ['Algebra', 'Groups']]);
    expect(isWhole(deck)).toBe(true);
  });
});
