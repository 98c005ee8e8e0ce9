/** One row of a table, and the line that it began on (from 1). */
export interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Its first cell stands in quotes: a `#` there is text. */
  readonly quoted: boolean;
}

/**
 * Rows of separated values by RFC 4180: cells in double quotes may hold the separator, line breaks and
 * doubled quotes; what follows a closing quote belongs to the cell. Empty lines are left out. `null` where
 * a quote never closes.
 */
export function parseRows(text: string, separator: string, firstLine = 1): TextRow[] | null {
  const rows: TextRow[] = [];
  let cells: string[] = [];
  let line = firstLine;
  let rowLine = line;
  let quoted = false;
  let at = 0;
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at, separator) : bareCell(text, at, separator);
    if (cell === null) return null;
    if (cells.length === 0) quoted = text[at] === '"';
    cells.push(cell.text);
    line += cell.breaks;
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: rowLine, cells, quoted });
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    rowLine = line;
    cells = [];
  }
  return rows;
}

interface Cell {
  readonly text: string;
  readonly end: number;
  /** How many line breaks are in it. */
  readonly breaks: number;
}

function quotedCell(text: string, start: number, separator: string): Cell | null {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    if (text[quote + 1] !== '"') {
      const content = text.slice(start + 1, quote).replaceAll('""', '"');
      const rest = bareCell(text, quote + 1, separator);
      const breaks = content.split('\n').length - 1;
      return { text: content + rest.text, end: rest.end, breaks };
    }
    at = quote + 2;
  }
}

function bareCell(text: string, start: number, separator: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r')
    end += 1;
  return { text: text.slice(start, end), end, breaks: 0 };
}

/** One line of a table, with its line end; cells are quoted where they must be. */
export function printRow(cells: readonly string[], separator: string): string {
  const printed = cells.map((cell, index) => {
    const quote =
      cell.includes(separator) || /["\r\n]/.test(cell) || (index === 0 && cell.startsWith('#'));
    return quote ? `"${cell.replaceAll('"', '""')}"` : cell;
  });
  return `${printed.join(separator)}\n`;
}
