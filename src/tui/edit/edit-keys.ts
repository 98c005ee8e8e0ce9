import type { KeyPress } from '../control/key-press.ts';
import {
  after,
  before,
  cursorRow,
  insert,
  replace,
  rowAway,
  rowsOf,
  wordAfter,
  wordBefore,
  type TextBuffer,
} from './text-buffer.ts';

/** How wide a field is drawn, and whether Enter begins a new line in it. */
export interface FieldShape {
  readonly width: number;
  readonly multiline: boolean;
}

type Edit = (buffer: TextBuffer, shape: FieldShape) => TextBuffer;

const moveTo =
  (offset: (buffer: TextBuffer, shape: FieldShape) => number): Edit =>
  (buffer, shape) => ({ text: buffer.text, cursor: offset(buffer, shape) });

const rowEdge =
  (edge: 'start' | 'end') =>
  ({ text, cursor }: TextBuffer, { width }: FieldShape): number => {
    const rows = rowsOf(text, width);
    const row = rows[cursorRow(rows, cursor)];
    return row === undefined ? cursor : row[edge];
  };

const lineEnd = ({ text, cursor }: TextBuffer): number => {
  const end = text.indexOf('\n', cursor);
  return end === -1 ? text.length : end;
};

const lineStart = ({ text, cursor }: TextBuffer): number => text.lastIndexOf('\n', cursor - 1) + 1;

/** The keys of every shell's line, and of most text fields. */
const edits: Readonly<Record<string, Edit>> = {
  left: moveTo(before),
  right: moveTo(after),
  up: moveTo((buffer, { width }) => rowAway(buffer, width, -1)),
  down: moveTo((buffer, { width }) => rowAway(buffer, width, 1)),
  home: moveTo(rowEdge('start')),
  end: moveTo(rowEdge('end')),
  'ctrl+a': moveTo(lineStart),
  'ctrl+e': moveTo(lineEnd),
  'alt+left': moveTo(wordBefore),
  'alt+right': moveTo(wordAfter),
  'ctrl+left': moveTo(wordBefore),
  'ctrl+right': moveTo(wordAfter),
  'alt+b': moveTo(wordBefore),
  'alt+f': moveTo(wordAfter),
  backspace: (buffer) => replace(buffer, before(buffer), buffer.cursor, ''),
  delete: (buffer) => replace(buffer, buffer.cursor, after(buffer), ''),
  'ctrl+d': (buffer) => replace(buffer, buffer.cursor, after(buffer), ''),
  'ctrl+w': (buffer) => replace(buffer, wordBefore(buffer), buffer.cursor, ''),
  'alt+backspace': (buffer) => replace(buffer, wordBefore(buffer), buffer.cursor, ''),
  'ctrl+u': (buffer) => replace(buffer, lineStart(buffer), buffer.cursor, ''),
  'ctrl+k': (buffer) => replace(buffer, buffer.cursor, lineEnd(buffer), ''),
};

/** What a key makes of a field: the same buffer where it means nothing there. */
export function editKey(buffer: TextBuffer, press: KeyPress, shape: FieldShape): TextBuffer {
  const edit = edits[press.name];
  if (edit !== undefined) return edit(buffer, shape);
  if (press.name === 'enter') return shape.multiline ? insert(buffer, '\n') : buffer;
  return press.text === '' ? buffer : insert(buffer, press.text);
}

/** Pasted text put in; in a field of one line its line ends become spaces. */
export function pasteInto(buffer: TextBuffer, text: string, { multiline }: FieldShape): TextBuffer {
  return insert(buffer, multiline ? text : text.trim().replaceAll(/\s*[\r\n]+\s*/g, ' '));
}
