import { describe, expect, it } from 'vitest';
import { parseDeck, type ParsedDeck } from '../../src/deck/parse.ts';
import type { Card } from '../../src/model/card.ts';
import type { Notation } from '../../src/model/deck.ts';

function read(text: string, notation?: Notation): ParsedDeck {
  return parseDeck(text, { path: 'decks/a.md', notation });
}

function rules(deck: ParsedDeck): readonly string[] {
  return deck.problems.map(({ rule, line, column }) => `${line}:${column} ${rule}`);
}

/** Each card in a line: `basic question | answer`. */
function lines(deck: ParsedDeck): readonly string[] {
  return deck.cards.map(line);
}

function line(card: Card): string {
  switch (card.kind) {
    case 'basic':
      return `basic ${card.question} | ${card.answer}`;
    case 'term':
      return `term ${card.term} | ${card.definition}`;
    case 'cloze':
      return `cloze ${card.text} | ${card.holes.map(({ text }) => text).join(', ')}`;
    case 'list':
      return `list ${card.question} | ${card.items.join(', ')}`;
  }
}

describe('cards', () => {
  it('are read in all four kinds', () => {
    const deck = read(
      [
        'Q: one?\nA: yes',
        'T: term\nD: definition',
        'C: a [hole] here',
        'Q: steps?\nA: 1. first\n2. second\n<!-- list -->',
      ].join('\n\n'),
    );
    expect(lines(deck)).toEqual([
      'basic one? | yes',
      'term term | definition',
      'cloze a [hole] here | hole',
      'list steps? | first, second',
    ]);
    expect(deck.problems).toEqual([]);
  });

  it('need no space after the mark and may go on over lines and paragraphs', () => {
    expect(lines(read('Q:one\ntwo\n\nthree\nA:\n\n  four\n\n'))).toEqual([
      'basic one\ntwo\n\nthree |   four',
    ]);
  });

  it('start only in the first column', () => {
    const deck = read(' Q: no\n A: no\n> Q: no\n- C: [no]\n| Q: no |\n');
    expect(deck.cards).toEqual([]);
    expect(deck.problems).toEqual([]);
  });

  it('start right after a list, a quote or a table', () => {
    const deck = read('- item\nQ: a\nA: - x\nC: [b]\n> quote\nQ: c\nA: | t |\n|---|\nC: [d]');
    expect(deck.cards).toHaveLength(4);
    expect(deck.problems).toEqual([]);
  });

  it('keep a mark that is escaped as text, without its backslash', () => {
    expect(lines(read('Q: which letter?\nA: this:\n\\A: one\n\\\\Q: two\n'))).toEqual([
      'basic which letter? | this:\nA: one\n\\Q: two',
    ]);
  });

  it('keep an escaped mark as text on the line below their mark too', () => {
    expect(lines(read('Q: q\nA:\n\\C: [x]\n'))).toEqual(['basic q | C: [x]']);
  });

  it('know their deck, topics, tags, place and bytes', () => {
    const text =
      '---\ntitle: T\ntags: [x]\n---\n# A\n## B\n### C\n## D #\n\nQ: q\nA: a\n#y #x\n<!-- id: abcd -->\n';
    const [card] = read(text).cards;
    expect(card).toMatchObject({
      id: 'abcd',
      idWritten: true,
      deck: 'T',
      topics: ['A', 'D'],
      tags: ['x', 'y'],
      place: { file: 'decks/a.md', line: 10, column: 1 },
    });
    expect(text.slice(card?.span.start, card?.span.end)).toBe(
      'Q: q\nA: a\n#y #x\n<!-- id: abcd -->',
    );
  });

  it('do not show the deck’s title as a topic', () => {
    const deck = read('---\ntitle: T\n---\n# T\n## U\nC: [x]');
    expect(deck.cards[0]?.topics).toEqual(['U']);
  });
});

describe('the end of a card', () => {
  it.each([
    ['the next card', 'C: [b]'],
    ['a heading', '## Topic\nprose'],
    ['a rule', '---\nprose'],
    ['an indented rule', '  ---  \nprose'],
    ['its comment', '<!-- id: abcd1 -->\nprose'],
  ])('is %s, right under its text', (_, after) => {
    expect(lines(read(`Q: q\nA: a\n${after}\n`))[0]).toBe('basic q | a');
  });

  it.each(['***', '----', '- - -', '===', '#no heading', '    # code', '<!-- a remark -->', '#1'])(
    'is not %s',
    (text) => {
      expect(lines(read(`Q: q\nA: a\n${text}\nmore\n`))).toEqual([`basic q | a\n${text}\nmore`]);
    },
  );

  it('leaves prose before the first card and after an end alone', () => {
    const deck = read('# T\nprose [x]\n\nQ: q\nA: a\n\n---\n\nprose\n\n## U\nprose\n');
    expect(lines(deck)).toEqual(['basic q | a']);
    expect(deck.pieces.map(({ kind }) => kind)).toEqual([
      'heading',
      'prose',
      'card',
      'prose',
      'rule',
      'prose',
      'heading',
      'prose',
    ]);
  });

  it('is not reached by prose that follows without one', () => {
    expect(lines(read('Q: q\nA: a\n\nprose\n'))).toEqual(['basic q | a\n\nprose']);
  });
});

describe('a term', () => {
  it('is a card only where a definition follows before the next card', () => {
    expect(lines(read('T: prose\nQ: q\nA: a\nT: text\nC: [b]\n'))).toEqual([
      'basic q | a\nT: text',
      'cloze [b] | b',
    ]);
    expect(lines(read('T: one\nT: two\nmore\nD: three'))).toEqual(['term two\nmore | three']);
  });

  it.each(['# heading', '---', '<!-- id: abcd -->'])('is none where %s stands between', (text) => {
    expect(read(`T: t\n${text}\nD: d\n`).cards).toEqual([]);
  });

  it('lets "D:" be text anywhere else', () => {
    const deck = read('D: prose\nQ: q\nA: a\nD: text\n');
    expect(lines(deck)).toEqual(['basic q | a\nD: text']);
    expect(deck.problems).toEqual([]);
  });
});

describe('a code fence', () => {
  it('hides marks, headings, rules and comments until it closes', () => {
    const code = '```md\nQ: x\nA: y\n# h\n---\n<!-- id: abcd -->\n~~~\n```';
    const deck = read(`Q: q\nA:\n${code}\nC: [z]`);
    expect(lines(deck)).toEqual([`basic q | ${code}`, 'cloze [z] | z']);
    expect(deck.problems).toEqual([]);
  });

  it('may be indented by three, and closes only with as many of the same marks', () => {
    const code = '   ~~~~\nQ: x\n~~~\n```\n ~~~~~';
    expect(read(`Q: q\nA: a\n${code}\n`).cards).toHaveLength(1);
  });

  it('may open right after a mark', () => {
    const deck = read('Q: q\nA: ```js\nQ: code\n```\nC: [z]\n\n```\nC: [y]\n```\n');
    expect(lines(deck)).toEqual([
      'basic q | ```js\nQ: code\n```',
      'cloze [z]\n\n```\nC: [y]\n``` | z',
    ]);
    expect(deck.problems).toEqual([]);
  });

  it('that never closes hides nothing, and is an error where it opens', () => {
    const deck = read('Q: q\nA: a\n\n```js\nQ: r\nA: b\n\nQ: s\nA: ok\n');
    expect(lines(deck)).toEqual(['basic q | a\n\n```js', 'basic r | b', 'basic s | ok']);
    expect(rules(deck)).toEqual(['4:1 fence-open']);
  });

  it('is not opened by inline code or in a list item’s own depth', () => {
    expect(read('Q: q\nA: a\n```code``` here\n    ```\nC: [b]').cards).toHaveLength(2);
  });
});

describe('line ends', () => {
  it('may be CRLF: the cards are the same', () => {
    const text = '---\ntitle: T\n---\nQ: q\nmore\nA: a\n<!-- id: abcd -->\n\nC: [x]\n';
    const [unix, windows] = [read(text), read(text.replaceAll('\n', '\r\n'))];
    expect(lines(windows)).toEqual(lines(unix));
    expect(windows.cards.map(({ id }) => id)).toEqual(unix.cards.map(({ id }) => id));
    expect(windows.title).toBe('T');
  });

  it('do not hide a byte order mark before the first line', () => {
    const deck = read('\uFEFFQ: q\nA: a');
    expect(deck.cards[0]?.place).toEqual({ file: 'decks/a.md', line: 1, column: 1 });
    expect(deck.cards[0]?.span.start).toBe(1);
    expect(read('\uFEFF---\ntitle: T\n---\n').title).toBe('T');
  });

  it('and zero bytes break nothing', () => {
    expect(lines(read('\0\nQ: \0\nA: a\0b'))).toEqual(['basic \0 | a\0b']);
  });
});

describe('mistakes', () => {
  it.each([
    ['Q: alone', '1:1 question-without-answer'],
    ['Q: one\nQ: two\nA: a', '1:1 question-without-answer'],
    ['Q: cut\n# by\nA: late', '1:1 question-without-answer'],
    ['A: alone', '1:1 answer-without-question'],
    ['C: [x]\nA: a', '2:1 answer-without-question'],
    ['Q: q\nA: a\nA: b', '3:1 answer-twice'],
    ['T: t\nD: d\nD: e', '3:1 definition-twice'],
    ['Q:\nA: a', '1:1 part-empty'],
    ['Q: q\nA:\n<!-- id: abcd -->', '2:1 part-empty'],
    ['C: none', '1:1 no-hole'],
    ['C: a [] b [c]', '1:6 hole-empty'],
    ['C: [a]\n  b [c', '2:5 hole-unpaired'],
    ['Q: q\nA: a\n<!-- id: a b -->', '3:1 id-syntax'],
    ['Q: q\nA: a\n<!-- list -->', '3:1 list-answer'],
    ['<!-- id: abcd -->', '1:1 comment-alone'],
    ['Q: q\nA: a\n<!-- id: abcd; colour: red -->', '3:1 comment-keys'],
    ['Q: q\nA: a\nS: [x](y.md) unquoted', '3:1 source-words'],
    ['Q: q\nA: a\nS: chapter 5\n#tag\n<!-- id: abcd -->', '3:1 source-without-link'],
    ['Q: q\nA: a\nN: note\nS: [x](y.md)', '3:1 tail-order'],
    ['Q: q\nA: a\n#tag\n\nS: [x](y.md)', '3:1 tail-order'],
  ])('%j is reported as %s', (text, expected) => {
    expect(rules(read(text))[0]).toBe(expected);
  });

  it('say what is wrong, where, and what to do', () => {
    expect(read('\nA: a').problems).toEqual([
      {
        file: 'decks/a.md',
        line: 2,
        column: 1,
        rule: 'answer-without-question',
        severity: 'error',
        message: 'an answer without a question',
        remedy: String.raw`Start the card with "Q:", or write "\A:" if this line is text.`,
      },
    ]);
  });

  it('inside a card that can be asked name its id', () => {
    const deck = read('C: [a]\n\nC: a [] [b]\nS: [x](y) z\n<!-- id: abcd -->\n\n---\nA: alone\n');
    expect(deck.problems.map(({ rule, card }) => [rule, card])).toEqual([
      ['hole-empty', 'abcd'],
      ['source-words', 'abcd'],
      ['answer-without-question', undefined],
    ]);
  });

  it('hide no other card and are all reported at once', () => {
    const deck = read('Q: bad\n\nQ: good\nA: 1\n\nC: bad\n\nC: [good]\n\nQ: q\nA: a\nA: b\n');
    expect(lines(deck)).toEqual(['basic good | 1', 'cloze [good] | good']);
    expect(rules(deck)).toEqual([
      '1:1 question-without-answer',
      '6:1 no-hole',
      '12:1 answer-twice',
    ]);
    expect(deck.pieces.filter(({ kind }) => kind === 'broken')).toHaveLength(3);
  });

  it('leave a card whose id is not one under the id of its text', () => {
    const [bad, plain] = [read('C: [x]\n<!-- id: ?? -->'), read('C: [x]')];
    expect(bad.cards[0]).toMatchObject({ id: plain.cards[0]?.id, idWritten: false });
  });
});

describe('two cards of one file', () => {
  it('with one id: the first keeps it, the second is known by its text', () => {
    const deck = read('C: [a]\n<!-- id: abcd -->\n\nC: [b]\n<!-- id: abcd -->\n');
    expect(deck.cards.map(({ idWritten }) => idWritten)).toEqual([true, false]);
    expect(deck.problems).toMatchObject([
      { rule: 'id-twice', line: 4, severity: 'error', card: 'abcd' },
    ]);
    expect(deck.problems[0]?.message).toContain('line 1');
  });

  it('with one text and no id are one card, and reported', () => {
    const deck = read('C: a [b]\n\nC:  a\n[b]\n');
    expect(deck.cards).toHaveLength(1);
    expect(deck.pieces.filter(({ kind }) => kind === 'card')).toHaveLength(2);
    expect(rules(deck)).toEqual(['3:1 card-twice']);
  });
});

describe('the notation', () => {
  it('is the shared one unless the folder or the file says otherwise', () => {
    expect(read('').notation).toBe('shared');
    expect(read('', 'tenet').notation).toBe('tenet');
    expect(read('---\nnotation: hashcards\n---\n', 'tenet').notation).toBe('hashcards');
  });

  it('gives a deck without a title the name of its file', () => {
    expect(read('').title).toBe('a');
  });
});
