import { describe, expect, it } from 'vitest';
import { isWhole, peerDecks, peerFiles, readPeerDeck, summary } from './peer-fixtures.ts';

describe('a deck with notation = "repeater"', () => {
  const decks = peerDecks('repeater');

  it('has an expectation for each fixture', () => {
    expect(decks.map(([name]) => name).toSorted()).toEqual(peerFiles('repeater').toSorted());
  });

  it.each(decks)('reads %s as repeater does', (name, expected) => {
    const deck = readPeerDeck('repeater', name);
    expect(summary(deck, 'with')).toEqual(expected);
    expect(isWhole(deck)).toBe(true);
  });

  it('takes headings between cards as topics', () => {
    expect(readPeerDeck('repeater', 'headings.md').cards.map(({ topics }) => topics)).toEqual([
      ['Biology'],
      ['Biology'],
    ]);
  });
});
