import { describe, expect, it } from 'vitest';
import { parseDeck } from '../../src/deck/parse.ts';
import type { Card } from '../../src/model/card.ts';
import type { Notation } from '../../src/model/deck.ts';

function card(text: string, notation: Notation = 'shared'): Card | undefined {
  return parseDeck(text, { path: 'a.md', notation }).cards[0];
}

const id = '<!-- id: abcd -->';

describe('the last lines of a card', () => {
  it('are sources, a note, tags and the comment, in that order', () => {
    expect(
      card(
        `Q: q\nA: a\nS: [one](a.md#x) "words here"\nS: [two](b.md)\nN: a note\n#fact #long-tag\n${id}`,
      ),
    ).toMatchObject({
      answer: 'a',
      sources: [
        { label: 'one', target: 'a.md#x', anchor: 'words here', place: { line: 3 } },
        { label: 'two', target: 'b.md' },
      ],
      note: 'a note',
      tags: ['fact', 'long-tag'],
      id: 'abcd',
    });
  });

  it('may have blank lines between them, and the note several paragraphs', () => {
    expect(card(`C: [x]\n\nS: [a](b.md)\n\nN: one\n\ntwo\n\n#fact\n\n${id}\n`)).toMatchObject({
      text: '[x]',
      sources: [{ label: 'a' }],
      note: 'one\n\ntwo',
      tags: ['fact'],
    });
  });

  it('are text of the card anywhere else', () => {
    const text = 'Q: q\nA: a\nS: [x](y.md)\nN: n\n#tag\nmore';
    expect(card(`${text}\n${id}`)).toMatchObject({ note: 'n\n#tag\nmore', tags: [] });
    expect(card(text)).toMatchObject({ answer: 'a', note: 'n\n#tag\nmore' });
    expect(card('Q: q\nA: a\nS: [x](y.md)\nmore')).toMatchObject({
      answer: 'a\nS: [x](y.md)\nmore',
      sources: [],
    });
  });

  it('count without a source or comment only in tenet’s own notation', () => {
    const text = 'Q: q\nA: a\nN: nitrogen\n#tag';
    expect(card(text)).toMatchObject({ answer: 'a\nN: nitrogen\n#tag', note: '', tags: [] });
    expect(card(text, 'tenet')).toMatchObject({ answer: 'a', note: 'nitrogen', tags: ['tag'] });
  });

  it('count beside a source or a comment', () => {
    expect(card(`Q: q\nA: a\n#tag\n${id}`)).toMatchObject({ answer: 'a', tags: ['tag'] });
    expect(card('Q: q\nA: a\nS: [x](y.md)\n#tag')).toMatchObject({ answer: 'a', tags: ['tag'] });
  });

  it('need a link after "S:"', () => {
    expect(card(`Q: q\nA: a\nS: no link\n${id}`)).toMatchObject({
      answer: 'a\nS: no link',
      sources: [],
    });
    expect(card('Q: q\nA: a\nS: <https://example.org/x>')).toMatchObject({
      sources: [{ label: 'https://example.org/x', target: 'https://example.org/x' }],
    });
    expect(
      card(String.raw`Q: q
A: a
S: [a \[b\]](<my file.md#x>) “an "anchor" so”`),
    ).toMatchObject({
      sources: [{ label: 'a [b]', target: 'my file.md#x', anchor: 'an "anchor" so' }],
    });
  });

  it('never take the question’s or a fence’s lines', () => {
    expect(card(`Q: q\n#tag\nA: a\n${id}`)).toMatchObject({ question: 'q\n#tag', tags: [] });
    expect(card(`Q: q\nA:\n\`\`\`\n#tag\n\`\`\`\n${id}`)).toMatchObject({ tags: [] });
  });
});
