import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editKey, pasteInto } from '../../../src/tui/edit/edit-keys.ts';
import { fieldLines } from '../../../src/tui/edit/field-lines.ts';
import { emptyBuffer, rowsOf, type TextBuffer } from '../../../src/tui/edit/text-buffer.ts';
import { lineWidth } from '../../../src/tui/text/piece.ts';
import { textsOf } from '../support/text-of.ts';

const shape = { width: 10, multiline: true };

/** A field with the cursor at its end. */
const bufferOf = (text: string): TextBuffer => ({ text, cursor: text.length });

function typed(buffer: TextBuffer, ...keys: string[]): TextBuffer {
  return keys.reduce(
    (now, name) => editKey(now, { name, text: [...name].length === 1 ? name : '' }, shape),
    buffer,
  );
}

describe('a text field', () => {
  it('takes text, moves over it and takes it away', () => {
    expect(typed(emptyBuffer, 'a', 'b', 'c', 'left', 'backspace', 'X').text).toBe('aXc');
    expect(typed(bufferOf('one two'), 'ctrl+w', 'x').text).toBe('one x');
    expect(typed(bufferOf('one two'), 'alt+left', 'alt+left', 'delete').text).toBe('ne two');
    expect(typed(bufferOf('one two'), 'ctrl+a', 'ctrl+k').text).toBe('');
  });

  it('moves over an emoji family and a marked letter as one character', () => {
    expect(typed(bufferOf('a👩‍👩‍👧‍👦'), 'backspace').text).toBe('a');
    expect(typed(bufferOf('xe\u0301'), 'left', 'y').text).toBe('xye\u0301');
  });

  it('moves up and down by the rows that are seen', () => {
    const buffer = bufferOf('one two three four');
    expect(rowsOf(buffer.text, 10).map(({ start, end }) => buffer.text.slice(start, end))).toEqual([
      'one two ',
      'three four',
    ]);
    expect(typed(buffer, 'home', 'up', 'X').text).toBe('Xone two three four');
    expect(typed(bufferOf('ab\ncd'), 'up', 'X').text).toBe('abX\ncd');
  });

  it('begins a new line only where there may be several', () => {
    expect(typed(bufferOf('a'), 'enter').text).toBe('a\n');
    const line = editKey(
      bufferOf('a'),
      { name: 'enter', text: '' },
      { width: 10, multiline: false },
    );
    expect(line.text).toBe('a');
  });

  it('takes pasted text without what a terminal obeys', () => {
    expect(pasteInto(emptyBuffer, 'a\u001b[31mb\r\nc', shape).text).toBe('ab\nc');
    expect(pasteInto(emptyBuffer, 'a\n b\n', { width: 10, multiline: false }).text).toBe('a b');
  });

  it('covers every offset with exactly one row, however wide', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '漢', '👍', 'word') });
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 12 }), (text, width) => {
        const rows = rowsOf(text, width);
        const joined = rows.map(({ start, end }, index) => {
          const next = rows[index + 1]?.start ?? text.length;
          return text.slice(start, end) + (next > end ? '\n' : '');
        });
        expect(joined.join('')).toBe(text);
      }),
    );
  });
});

describe('fieldLines', () => {
  it('draws the cursor as a cell of its own and never exceeds its width', () => {
    const { lines, cursorRow } = fieldLines({ text: 'one two three', cursor: 4 }, 9);
    expect(textsOf(lines)).toEqual(['one two', 'three']);
    expect(lines[cursorRow]?.find(({ tone }) => tone === 'cursor')?.text).toBe('t');
    const full = fieldLines(bufferOf('12345678'), 9).lines;
    for (const line of full) expect(lineWidth(line)).toBeLessThanOrEqual(9);
  });

  it('sets off the marks of a deck', () => {
    const { lines } = fieldLines({ text: 'Q: a\nA: b', cursor: 3 }, 20, true);
    expect(lines.map(([first]) => [first?.text, first?.tone])).toEqual([
      ['Q:', 'accent'],
      ['A:', 'accent'],
    ]);
  });
});
