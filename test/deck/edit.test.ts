import { describe, expect, it } from 'vitest';
import { insertCards, removeCard, replaceCard, rewriteComment } from '../../src/deck/edit.ts';
import { parseDeck, type ParsedDeck } from '../../src/deck/parse.ts';
import { TenetError } from '../../src/model/problem.ts';
import type { Card, CardId } from '../../src/model/card.ts';

function read(text: string): ParsedDeck {
  return parseDeck(text, { path: 'a.md' });
}

function cardAt(deck: ParsedDeck, index: number): Card {
  const card = deck.cards[index];
  if (card === undefined) throw new Error(`no card ${index}`);
  return card;
}

const deck = read(
  '# T\n\nQ: one\nA: 1\n\n## U\n\nQ: two\nA: 2\n<!-- id: abcd -->\nprose\n\nC: [three]\n',
);

describe('replacing a card', () => {
  it('changes its own characters and no others', () => {
    expect(replaceCard(deck, cardAt(deck, 1), 'Q: two!\nA: 2!\n<!-- id: abcd -->\n')).toBe(
      deck.text.replace('Q: two\nA: 2', 'Q: two!\nA: 2!'),
    );
  });

  it.each([
    ['Q: no answer', 'the new text is not one card'],
    ['Q: q\nA: a\n\nQ: r\nA: b', 'the new text is not one card'],
    ['', 'the new text is not one card'],
    ['Q: q\nA: a\n## A topic for the rest', 'the new text would change another card'],
  ])('with %j is refused', (text, reason) => {
    expect(() => replaceCard(deck, cardAt(deck, 1), text)).toThrow(TenetError);
    expect(() => replaceCard(deck, cardAt(deck, 1), text)).toThrow(reason);
  });

  it('with an open fence that a later one would close is refused', () => {
    const fenced = read('Q: a\nA: b\n\nC: [x]\n```\nopen\n');
    const text = 'Q: a\nA:\n```\ncode';
    expect(() => replaceCard(fenced, cardAt(fenced, 0), text)).toThrow(TenetError);
  });

  it('names the problems of a refused text', () => {
    expect(() => replaceCard(deck, cardAt(deck, 0), 'Q: no answer')).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ rule: 'question-without-answer', line: 3 })],
      }),
    );
  });

  it('keeps the file’s line ends', () => {
    const windows = read('Q: one\r\nA: 1\r\n\r\nC: [x]\r\n');
    expect(replaceCard(windows, cardAt(windows, 0), 'Q: one\nA: 2')).toBe(
      'Q: one\r\nA: 2\r\n\r\nC: [x]\r\n',
    );
  });

  it('is refused when the card is not where it was, or another is there', () => {
    const changed = read(deck.text.replace('A: 1', 'A: x'));
    expect(() => replaceCard(changed, cardAt(deck, 0), 'Q: q\nA: a')).toThrow('any more');
    const other = read(`prose\n${deck.text}`);
    expect(() => replaceCard(other, cardAt(deck, 0), 'Q: q\nA: a')).toThrow(
      'not have the card any more',
    );
  });
});

describe('the comment of a card', () => {
  it('is added, changed, and taken away', () => {
    const added = rewriteComment(deck, cardAt(deck, 0), (old) => ({ ...old, id: 'new1' }));
    expect(added).toBe(deck.text.replace('A: 1\n', 'A: 1\n<!-- id: new1 -->\n'));
    const changed = rewriteComment(deck, cardAt(deck, 1), (old) => ({ ...old, typed: true }));
    expect(changed).toBe(deck.text.replace('id: abcd', 'id: abcd; type'));
    const both = read('C: [x]\n<!-- id: abcd -->');
    expect(rewriteComment(both, cardAt(both, 0), () => ({}))).toBe('C: [x]');
  });

  it('stays where prose below would become part of the card', () => {
    expect(() => rewriteComment(deck, cardAt(deck, 2), () => ({ list: true }))).not.toThrow();
    const gone = rewriteComment(deck, cardAt(deck, 1), () => ({}));
    expect(read(gone).cards[2]).toMatchObject({ text: '[three]' });
  });

  it('is refused in a peer’s notation', () => {
    const peer = parseDeck('Q: q\nA: a', { path: 'a.md', notation: 'repeater' });
    expect(() => rewriteComment(peer, cardAt(peer, 0), () => ({ id: 'abcd' }))).toThrow(TenetError);
  });
});

describe('removing a card', () => {
  it('takes its text and the blank lines after it', () => {
    expect(removeCard(deck, cardAt(deck, 0))).toBe(deck.text.replace('Q: one\nA: 1\n\n', ''));
  });

  it('leaves a rule where the card before would swallow what follows', () => {
    const close = read('Q: a\nA: b\n\nC: [x]\n<!-- id: abcd -->\nprose\n');
    const text = removeCard(close, cardAt(close, 1));
    expect(text).toBe('Q: a\nA: b\n\n---\nprose\n');
    expect(read(text).cards).toMatchObject([{ answer: 'b' }]);
  });

  it('frees its id for a copy that had to do without', () => {
    const twice = read('C: [a]\n<!-- id: abcd -->\n\nC: [b]\n<!-- id: abcd -->\n');
    expect(read(removeCard(twice, cardAt(twice, 0))).cards).toMatchObject([
      { id: 'abcd', text: '[b]' },
    ]);
  });
});

describe('inserting cards', () => {
  it('puts them at the end of their section', () => {
    const text = insertCards(deck, [{ topics: ['T'], text: 'C: [new]' }]);
    expect(text).toBe(deck.text.replace('A: 1\n\n', 'A: 1\n\nC: [new]\n\n'));
  });

  it('puts them beside the cards that are named, in order, and the others where they belong', () => {
    const named = read('## T\n\nC: [a]\n<!-- id: aaaa -->\n\nProse.\n\nC: [b]\n<!-- id: bbbb -->');
    const [a, b] = named.cards.map(({ id }) => id);
    if (a === undefined || b === undefined) throw new Error('no cards');
    const after = { side: 'after', card: a } as const;
    const text = insertCards(named, [
      { topics: ['T'], text: 'C: [1]\n<!-- id: no1x -->', beside: after },
      { topics: ['T'], text: 'C: [2]\n<!-- id: no2x -->', beside: after },
      { topics: ['T'], text: 'C: [3]', beside: { side: 'before', card: b } },
      { topics: ['T'], text: 'C: [4]', beside: { side: 'after', card: b } },
      { topics: ['T'], text: 'C: [5]', beside: { side: 'after', card: 'gone' as CardId } },
    ]);
    expect(text).toBe(
      '## T\n\nC: [a]\n<!-- id: aaaa -->\n\nC: [1]\n<!-- id: no1x -->\n\nC: [2]\n<!-- id: no2x -->' +
        '\n\nProse.\n\nC: [3]\n\nC: [b]\n<!-- id: bbbb -->\n\nC: [4]\n\nC: [5]\n',
    );
    expect(insertCards(named, [])).toBe(named.text);
  });

  it('adds the headings that are missing, one level below the last that is there', () => {
    const text = insertCards(deck, [
      { topics: ['T', 'V', 'W'], text: 'C: [new]' },
      { topics: ['T', 'U'], text: 'C: [other]' },
    ]);
    expect(text).toBe(`${deck.text}\nC: [other]\n\n## V\n\n### W\n\nC: [new]\n`);
    expect(read(text).cards.map(({ topics }) => topics)).toEqual([
      ['T'],
      ['T', 'U'],
      ['T', 'U'],
      ['T', 'U'],
      ['T', 'V', 'W'],
    ]);
  });

  it('puts a section that is missing in front of the one with the card that comes next', () => {
    const text = '## A\n\nC: [a]\n\n## C\n\n### D\n\nC: [d]\n<!-- id: dddd -->\n\n## E\n\nC: [e]\n';
    const chapters = read(text);
    const ahead = cardAt(chapters, 1).id;
    const card = { text: 'C: [new]', ahead };
    expect(insertCards(chapters, [{ ...card, topics: ['B'] }])).toBe(
      text.replace('## C', '## B\n\nC: [new]\n\n## C'),
    );
    expect(insertCards(chapters, [{ ...card, topics: ['C', 'B'] }])).toBe(
      text.replace('### D', '### B\n\nC: [new]\n\n### D'),
    );
    expect(insertCards(chapters, [{ ...card, topics: ['E', 'F'] }])).toBe(
      `${text}\n### F\n\nC: [new]\n`,
    );
    expect(insertCards(chapters, [{ ...card, topics: ['F'], ahead: 'gone' as CardId }])).toBe(
      `${text}\n## F\n\nC: [new]\n`,
    );
  });

  it('works on an empty file, one with front matter only, and one without a last line end', () => {
    const card = { topics: ['U'], text: 'C: [x]' };
    expect(insertCards(read(''), [card])).toBe('## U\n\nC: [x]\n');
    expect(insertCards(read('---\ntitle: T\n---\n# T'), [card])).toBe(
      '---\ntitle: T\n---\n# T\n\n## U\n\nC: [x]\n',
    );
    expect(insertCards(read('---\ntitle: T\n---\n'), [{ topics: [], text: 'C: [x]' }])).toBe(
      '---\ntitle: T\n---\n\nC: [x]\n',
    );
  });

  it('keeps other cards and Windows line ends', () => {
    const windows = read('Q: a\r\nA: b\r\n');
    expect(insertCards(windows, [{ topics: [], text: 'C: [x]\nmore' }])).toBe(
      'Q: a\r\nA: b\r\n\r\nC: [x]\r\nmore\r\n',
    );
  });

  it('does not write tenet’s lines into a peer’s deck, where they would be text', () => {
    const peer = parseDeck('', { path: 'a.md', notation: 'hashcards' });
    expect(insertCards(peer, [{ topics: [], text: 'C: [x]' }])).toBe('C: [x]\n');
    const text = 'C: [x]\n<!-- id: abcd -->';
    expect(() => insertCards(peer, [{ topics: [], text }])).toThrow('hashcards');
  });

  it.each(['no card', 'Q: q', 'C: [a]\n\nC: [b]'])('refuses %j', (text) => {
    expect(() => insertCards(deck, [{ topics: [], text }])).toThrow(TenetError);
  });
});
