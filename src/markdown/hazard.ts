import type { Place } from '../model/problem.ts';

/** Why a text is not given to remark: where it becomes hostile, and what is too much there. */
export interface Hazard extends Omit<Place, 'file'> {
  /** A sentence without its full stop. */
  readonly message: string;
}

/** micromark needs time in the square of the depth, and a call stack as deep. */
const deepest = 100;
/** Links, emphasis and HTML are resolved per paragraph, in the square of their number; lines cost too. */
const mostMarks = 10_000;
/** A comment or an instruction that never ends is looked for to the end of its paragraph, each time. */
const mostOpenings = 500;
/** For each bracket that closes nothing, micromark looks for one that opens through the whole paragraph. */
const mostClosings = 1_000;
/** For each line that leaves out the marks of its list, quote or footnote, micromark looks at all before it. */
const mostLazy = 2_000;
/** For each quote, or list in a quote, that ends micromark moves all that came before it in the same block. */
const mostQuotes = 2_000;
const mostQuotedLines = 10_000;

const container = /(?:(>)|[-+*]|(\d{1,9})[.)])(?=[ \t>]|$)[ \t]?/y;
const fence = /(`{3,}|~{3,})/y;
const mark = /[*_[\]`~$<&!@]|www|:\/\//g;
const opening = /<[!?]/g;
const opener = /\[/g;
const closing = /\]/g;
const heading = /^(?:#{1,6}[ \t]|\[\^[^\]]+\]:)/;
const delimiterRow = /^[|:\- \t]*-[|:\- \t]*$/;

interface Scan {
  /** Columns at which the content of the open lists and quotes begins. */
  containers: number[];
  marks: number;
  openings: number;
  closings: number;
  /** Lines of the paragraph without the marks of the list, quote or footnote that it stands in. */
  lazy: number;
  inside: boolean;
  /** Quotes that have ended in this block, and the lines so far of the one that is open. */
  quotes: number;
  quotedLines: number;
  fence: string | undefined;
  afterBlank: boolean;
  /** Inside an ordered list, where any number starts an item; elsewhere only 1 ends a paragraph. */
  ordered: boolean;
  /** Inside a table, where each line stands alone. */
  table: boolean;
}

/**
 * What in a Markdown text would take remark longer than the text is long; undefined for everything
 * that people write. Reads the text once: nesting of lists and quotes line by line, and the number of
 * marks in each paragraph, code fences left out.
 */
export function hazardOf(text: string): Hazard | undefined {
  const scan: Scan = {
    containers: [],
    marks: 0,
    openings: 0,
    closings: 0,
    lazy: 0,
    inside: false,
    quotes: 0,
    quotedLines: 0,
    fence: undefined,
    afterBlank: true,
    ordered: false,
    table: false,
  };
  let line = 1;
  for (let start = 0; start <= text.length; line += 1) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const message = hazardIn(text.slice(start, end), scan);
    if (message !== undefined) return { line, column: 1, message };
    start = end + 1;
  }
  return undefined;
}

/** At the start of a paragraph. */
const nothing = { marks: 0, openings: 0, closings: 0 } as const;

function hazardIn(line: string, scan: Scan): string | undefined {
  const tooMany = quotesIn(line, scan);
  if (tooMany !== undefined) return tooMany;
  if (line.trim() === '') {
    if (scan.fence === undefined)
      Object.assign(scan, { ...nothing, afterBlank: true, table: false });
    return undefined;
  }
  // Between the paragraphs of a quote.
  if (scan.fence === undefined && /^ {0,3}>[ \t>]*$/.test(line))
    Object.assign(scan, { ...nothing, lazy: 0, table: false });
  const { column, started } = enterContainers(line, scan);
  if (scan.containers.length > deepest) return `lists or quotes nested more than ${deepest} deep`;
  if (isCode(line, column, scan)) return undefined;
  const content = line.slice(column);
  const leavesTable = started || heading.test(content);
  const begins = leavesTable || scan.table;
  // A row stands alone, but for brackets that close nothing: they look for one through all rows before.
  if (begins) Object.assign(scan, nothing, leavesTable ? {} : { closings: scan.closings });
  if (begins || scan.afterBlank) {
    scan.lazy = 0;
    scan.inside = scan.containers.length > 0 || content.startsWith('[^');
  } else if (scan.inside && scan.containers.length === 0) scan.lazy += 1;
  scan.table ||= content.includes('|') && delimiterRow.test(content);
  scan.afterBlank = false;
  scan.marks += 1 + count(content, mark);
  scan.openings += count(content, opening);
  scan.closings += Math.max(0, count(content, closing) - count(content, opener));
  if (scan.marks > mostMarks) return `a paragraph with more than ${mostMarks} lines and marks`;
  if (scan.openings > mostOpenings)
    return `a paragraph with more than ${mostOpenings} HTML comments`;
  if (scan.closings > mostClosings)
    return `a paragraph with more than ${mostClosings} brackets that close nothing`;
  if (scan.lazy > mostLazy)
    return `a paragraph of a list, quote or footnote with more than ${mostLazy} lines`;
  return undefined;
}

/** Counts the quotes that end in a block; one that begins with text or a quote is another block. */
function quotesIn(line: string, scan: Scan): string | undefined {
  if (scan.fence !== undefined) return undefined;
  const isQuoted = /^[\s\d.)*+-]*>/.test(line);
  if (/^#{1,6}[ \t]/.test(line) || (scan.afterBlank && /^[^\s\d*+-]/.test(line))) scan.quotes = 0;
  else if (scan.quotedLines > 0 && !isQuoted) scan.quotes += 1;
  scan.quotedLines = isQuoted ? scan.quotedLines + 1 : 0;
  if (scan.quotes > mostQuotes) return `a block with more than ${mostQuotes} quotes in it`;
  if (scan.quotedLines > mostQuotedLines) return `a quote with more than ${mostQuotedLines} lines`;
  return undefined;
}

/** Leaves the lists that the line's indent has left, enters those that it opens. */
function enterContainers(line: string, scan: Scan): { column: number; started: boolean } {
  let column = pastBlanks(line, 0);
  let started = false;
  scan.containers = scan.containers.filter((at) => at <= column);
  if (scan.afterBlank && column === 0) scan.ordered = false;
  if (column - (scan.containers.at(-1) ?? 0) > 3) return { column, started };
  while (scan.containers.length <= deepest) {
    container.lastIndex = column;
    const found = container.exec(line);
    if (found === null) break;
    const number = found[2];
    if (number !== undefined) {
      if (Number(number) !== 1 && !scan.ordered && !scan.afterBlank) break;
      scan.ordered = true;
    }
    if (found[1] === undefined) started = true;
    column = pastBlanks(line, container.lastIndex);
    scan.containers.push(column);
  }
  return { column, started };
}

function pastBlanks(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ' || line[at] === '\t') at += 1;
  return at;
}

/** Whether the line is part of a code fence; nothing in there is resolved. */
function isCode(line: string, column: number, scan: Scan): boolean {
  fence.lastIndex = column;
  const found = fence.exec(line)?.[0];
  if (scan.fence !== undefined) {
    const closes = found?.startsWith(scan.fence) === true;
    if (closes && line.slice(column + found.length).trim() === '') scan.fence = undefined;
    return true;
  }
  if (found === undefined || column - (scan.containers.at(-1) ?? 0) > 3) return false;
  if (found.startsWith('`') && line.includes('`', column + found.length)) return false;
  scan.fence = found;
  return true;
}

function count(line: string, pattern: RegExp): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.test(line)) found += 1;
  return found;
}
