import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printComment, readComment } from '../../src/deck/comment.ts';

describe('a card’s comment', () => {
  it('may hold an id, a GUID, switches and silenced rules, each or none', () => {
    expect(
      readComment('<!-- id: x1y2; guid: Ab{c; list; type; off: Q08 long on purpose; off: Q09 -->'),
    ).toEqual({
      kind: 'card',
      comment: {
        id: 'x1y2',
        guid: 'Ab{c',
        list: true,
        typed: true,
        off: [
          { rule: 'Q08', reason: 'long on purpose' },
          { rule: 'Q09', reason: '' },
        ],
      },
    });
  });

  it.each([
    '<!-- list the planets -->',
    '<!-- -->',
    '<!-- just a remark; with two parts -->',
    'text <!-- id: abcd -->',
    '<!-- id: abcd --> text',
    '    <!-- id: abcd -->',
    '<!-- id: a --> <!-- id: b -->',
  ])('is not %s', (line) => expect(readComment(line)).toEqual({ kind: 'remark' }));

  it('is not one with an unknown key, which is told', () => {
    expect(readComment('<!-- id: abcd; ease: 250 -->')).toEqual({ kind: 'mixed', unknown: 'ease' });
  });

  it('is written so that it reads the same', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9]{4,10}$/);
    const anything = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(word, anything, fc.boolean(), (id, guid, list) => {
        const comment = { id, guid, ...(list ? { list } : {}) };
        const line = printComment(comment);
        expect(line).not.toContain('\n');
        expect(readComment(line)).toEqual({ kind: 'card', comment });
      }),
    );
  });

  it('cannot be ended early by a reason', () => {
    const off = [{ rule: 'Q08', reason: 'so --> there; id: evil\n' }];
    expect(readComment(printComment({ off }))).toMatchObject({
      kind: 'card',
      comment: { off: [{ rule: 'Q08', reason: 'so there id: evil' }] },
    });
  });
});
