import type { AlignType, Table } from 'mdast';
import { inlinePieces, type InlineContext } from './inline.ts';
import { padLine } from './lines.ts';
import { emptyLine, lineWidth, piece, type Line } from './piece.ts';
import { wrap } from './wrap.ts';

const gutter = 2;
const narrowestColumn = 3;

/** A table as lines of at most `width` columns: a bold header over a hairline, long cells wrapped. */
export function tableLines(table: Table, context: InlineContext, width: number): Line[] {
  const rows = table.children.map(({ children }, row) =>
    children.map((cell) => inlinePieces(cell.children, context, row === 0 ? { bold: true } : {})),
  );
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = fittingWidths(
    Array.from({ length: columns }, (_, column) => widestCell(rows, column)),
    width,
  );
  const [header, ...body] = rows.map((row) => rowLines(row, widths, table.align ?? []));
  const rule = widths.map((size) => '─'.repeat(size)).join(' '.repeat(gutter));
  return [...(header ?? []), [piece(rule, 'dim')], ...body.flat()];
}

function widestCell(rows: readonly (readonly Line[])[], column: number): number {
  return Math.max(1, ...rows.map((row) => lineWidth(row[column] ?? emptyLine)));
}

/** The widest column gives way until the table fits. */
function fittingWidths(natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  const room = width - gutter * (widths.length - 1);
  let excess = widths.reduce((sum, size) => sum + size, 0) - room;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= narrowestColumn) break;
    widths[widths.indexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return widths;
}

function rowLines(
  cells: readonly Line[],
  widths: readonly number[],
  align: readonly AlignType[],
): Line[] {
  const wrapped = widths.map((size, column) => wrap(cells[column] ?? emptyLine, size));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    widths.flatMap((size, column) => {
      const cell = aligned(wrapped[column]?.[row] ?? emptyLine, size, align[column] ?? null);
      return column === 0 ? cell : [piece(' '.repeat(gutter)), ...cell];
    }),
  );
}

function aligned(cell: Line, width: number, align: AlignType): Line {
  const missing = Math.max(0, width - lineWidth(cell));
  if (align === 'right') return [piece(' '.repeat(missing)), ...cell];
  if (align === 'center')
    return padLine([piece(' '.repeat(Math.floor(missing / 2))), ...cell], width);
  return padLine(cell, width);
}
