import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDeck } from '../../src/deck/parse.ts';
import { printCard, printDeckHead } from '../../src/deck/print.ts';
import type { CardText } from '../../src/deck/parse.ts';
import type { Card } from '../../src/model/card.ts';

const bare = { sources: [], note: '', tags: [] } as const;

function reread(card: CardText): readonly Card[] {
  return parseDeck(printCard(card), { path: 'a.md' }).cards;
}

describe('a printed card', () => {
  it('has its parts in the order in which they are read', () => {
    const text = printCard({
      content: { kind: 'basic', question: 'Why?', answer: 'Because.' },
      sources: [{ label: 'Reader', target: '../a.md#b', anchor: 'some words' }],
      note: 'A note.',
      tags: ['reason', 'fact'],
      id: '7hq2kd4mx0c3p',
      guid: 'a;b',
      typed: true,
      off: [{ rule: 'Q08', reason: 'long on purpose' }],
    });
    expect(text).toBe(
      [
        'Q: Why?',
        'A: Because.',
        'S: [Reader](../a.md#b) "some words"',
        'N: A note.',
        '#reason #fact',
        '<!-- id: 7hq2kd4mx0c3p; guid: "a\\u003bb"; type; off: Q08 long on purpose -->',
      ].join('\n'),
    );
  });

  it('starts a list, a quote or code on the line below its mark', () => {
    expect(
      printCard({ ...bare, content: { kind: 'basic', question: 'q', answer: '- a\n- b' } }),
    ).toBe('Q: q\nA:\n- a\n- b');
    expect(
      printCard({ ...bare, content: { kind: 'list', question: 'q', items: ['a', 'b\nc'] } }),
    ).toBe('Q: q\nA:\n1. a\n2. b\n   c\n<!-- list -->');
  });

  it('writes tags so that they are read as tags, whatever they hold', () => {
    const tags = ['fact', '2024', 'two words', "o'clock", 'हिन्दी', 'a::b/c'];
    const [card] = reread({ ...bare, content: { kind: 'cloze', text: '[x]' }, tags, id: 'abcd' });
    expect(card?.tags).toEqual(['fact', '_2024', 'two-words', 'o-clock', 'हिन्दी', 'a::b/c']);
  });

  it('cannot be cut short by its own text', () => {
    const evil = 'x\n# h\n---\nQ: q\n<!-- id: evil1 -->\n#tag\n```\nopen';
    const [first, ...more] = reread({
      ...bare,
      content: { kind: 'basic', question: evil, answer: evil },
      note: evil,
      id: 'abcd',
    });
    expect(more).toEqual([]);
    expect(first).toMatchObject({ kind: 'basic', id: 'abcd', tags: [] });
    expect(first?.note).toContain('Q: q');
  });

  it('gives its texts back when it is read again', () => {
    const line = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9 .,;:!?()"'*_-]{1,30}$/),
      fc.constantFrom(
        'A: x',
        '\\Q: x',
        'S: [a](b.md)',
        'N: n',
        'T: t',
        'D: d',
        '- item',
        '',
        '> q',
      ),
    );
    const text = fc
      .array(line, { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('\n').trim())
      .filter((whole) => whole !== '' && !/^\s*---/m.test(whole));
    const item = fc.stringMatching(/^[A-Za-z][A-Za-z ,]{0,20}$/).map((word) => word.trim());
    const content = fc.oneof(
      fc.record({ kind: fc.constant('basic' as const), question: text, answer: text }),
      fc.record({ kind: fc.constant('term' as const), term: text, definition: text }),
      fc.record({
        kind: fc.constant('list' as const),
        question: text,
        items: fc.array(item, { minLength: 1, maxLength: 3 }),
      }),
    );
    fc.assert(
      fc.property(content, item, (content, note) => {
        const cards = reread({
          content,
          note,
          sources: [{ label: 'a [b]', target: 'c (d).md', anchor: 'e "f" g' }],
          tags: ['x'],
          id: 'abcd',
        });
        expect(cards).toHaveLength(1);
        expect(cards[0]).toMatchObject({
          ...content,
          note,
          tags: ['x'],
          id: 'abcd',
          sources: [{ label: 'a [b]', target: 'c (d).md', anchor: 'e "f" g' }],
        });
      }),
    );
  });
});

describe('the head of a new deck', () => {
  it.each(['Plain title', 'A: "quoted" #one', '- dash', 'true', 'Zürich, 2026', '[x]'])(
    'gives the title %j back',
    (title) => {
      const deck = parseDeck(printDeckHead(title, ['one', 'two']), { path: 'a.md' });
      expect(deck).toMatchObject({ title, tags: ['one', 'two'], problems: [], cards: [] });
    },
  );
});
