import { emptyLine, graphemes, piece, type Line } from '../text/piece.ts';
import { cursorRow, rowsOf, type Row, type TextBuffer } from './text-buffer.ts';

const deckMark = /^(?:[QATDCSN]:|<!--.*)/;

/** A text field as it is drawn, and the row in which its cursor stands. */
export interface FieldLines {
  readonly lines: readonly Line[];
  readonly cursorRow: number;
}

/** The field at `width` columns, with the cursor as an inverse cell; `marks` sets off a deck's `Q:` and `A:`. */
export function fieldLines(buffer: TextBuffer, width: number, marks = false): FieldLines {
  // The last column stays free for a cursor behind the last character.
  const rows = rowsOf(buffer.text, width - 1);
  const current = cursorRow(rows, buffer.cursor);
  const lines = rows.map((row, index) => {
    const line = index === current ? lineWithCursor(buffer, row) : plainLine(buffer.text, row);
    return marks ? withMark(line, buffer.text, row) : line;
  });
  return { lines, cursorRow: current };
}

function plainLine(text: string, { start, end }: Row): Line {
  return start === end ? emptyLine : [piece(text.slice(start, end))];
}

function lineWithCursor({ text, cursor }: TextBuffer, { start, end }: Row): Line {
  const under = graphemes(text.slice(cursor, end))[0] ?? '';
  return [
    piece(text.slice(start, cursor)),
    piece(under === '' ? ' ' : under, 'cursor'),
    piece(text.slice(cursor + under.length, end)),
  ].filter(({ text }) => text !== '');
}

function withMark(line: Line, text: string, { start }: Row): Line {
  const [first, ...rest] = line;
  const startsLine = start === 0 || text[start - 1] === '\n';
  const mark = startsLine && first?.tone === 'plain' ? deckMark.exec(first.text)?.[0] : undefined;
  if (mark === undefined || first === undefined) return line;
  const isComment = mark.startsWith('<!--');
  return [
    piece(mark, isComment ? 'dim' : 'accent', { bold: !isComment }),
    piece(first.text.slice(mark.length)),
    ...rest,
  ];
}
