import type { Nodes } from 'mdast';
import { type MappedText, TextCollector } from './mapped-text.ts';

/** A paragraph's or a heading's own words. */
export interface InlineText extends MappedText {
  /** The footnote marks in it: the footnote's identifier, and where in `text` the mark stands. */
  readonly footnotes: readonly { readonly id: string; readonly at: number }[];
}

/**
 * The words of one paragraph, heading or table cell: emphasis kept as marks, links and pictures as
 * their text, maths as written, footnote marks set apart, HTML left out.
 */
export function inlineText(node: Nodes, document: string): InlineText {
  const reading: Reading = {
    document,
    collector: new TextCollector(),
    footnotes: [],
    cursor: node.position?.start.offset ?? 0,
    end: node.position?.end.offset ?? document.length,
  };
  const start = reading.cursor;
  read(node, reading);
  return { ...reading.collector.finish(start), footnotes: reading.footnotes };
}

interface Reading {
  readonly document: string;
  readonly collector: TextCollector;
  readonly footnotes: { id: string; at: number }[];
  /** Everything before it in the document is read. */
  cursor: number;
  readonly end: number;
}

function read(node: Nodes, reading: Reading): void {
  const { collector } = reading;
  const start = collector.length;
  reading.cursor = Math.max(reading.cursor, node.position?.start.offset ?? 0);
  switch (node.type) {
    case 'text':
      readValue(node.value, reading);
      break;
    case 'inlineCode':
      readValue(node.value, reading);
      collector.mark('code', start);
      break;
    case 'inlineMath':
      if (node.position !== undefined) readSource(reading, node.position.end.offset ?? 0);
      collector.mark('math', start);
      break;
    case 'break':
      collector.add(' ', reading.cursor);
      break;
    case 'image':
    case 'imageReference':
      readValue(node.alt ?? '', reading);
      break;
    case 'footnoteReference':
      reading.footnotes.push({ id: node.identifier, at: start });
      break;
    default:
      if (!('children' in node)) break;
      if (node.type === 'tableCell') collector.add(' ', reading.cursor);
      for (const child of node.children) read(child, reading);
      if (node.type === 'strong' || node.type === 'emphasis') collector.mark(node.type, start);
  }
  reading.cursor = Math.max(reading.cursor, node.position?.end.offset ?? 0);
}

function readSource({ document, collector, cursor }: Reading, end: number): void {
  collector.addSlice(document, { start: cursor, end });
}

/** How far a character may stand behind the last one: an indent, `> > `, the marks of a link. */
const farthest = 400;
const ampersand = 0x26;
const newline = 0x0a;
const prefix = /[ \t>]+/y;
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z\d]{1,31});/iy;

/**
 * Finds each character of a value in the source that it was made from. Escapes, the prefixes of
 * continued lines and marks are stepped over; a character reference stands for what it means.
 */
function readValue(value: string, reading: Reading): void {
  const { document, collector, end } = reading;
  for (let at = 0; at < value.length; at += 1) {
    at += readAlike(value, at, reading);
    if (at >= value.length) break;
    const unit = value.charAt(at);
    entity.lastIndex = reading.cursor;
    const reference = document[reading.cursor] === '&' ? entity.exec(document)?.[0] : undefined;
    if (reference !== undefined && !value.startsWith(reference, at)) {
      collector.add(unit, reading.cursor);
      // What a reference stands for may take two units; the second one has the same place.
      if (/[\uD800-\uDBFF]/.test(unit)) collector.add(value.charAt((at += 1)), reading.cursor);
      reading.cursor += reference.length;
      continue;
    }
    const found = unit === '\n' ? endOfLine(reading) : find(unit, reading);
    collector.add(unit, found ?? Math.min(reading.cursor, end));
    if (found !== undefined) reading.cursor = found + 1;
    if (unit === '\n') skipPrefix(reading);
  }
}

/** Takes over what value and source have alike from here on, up to the line's end; gives back how much. */
function readAlike(value: string, at: number, reading: Reading): number {
  const { document, collector, cursor, end } = reading;
  const most = Math.min(value.length - at, end - cursor);
  let length = 0;
  for (; length < most; length += 1) {
    const unit = document.charCodeAt(cursor + length);
    if (unit === ampersand || unit === newline || unit !== value.charCodeAt(at + length)) break;
  }
  collector.addSlice(document, { start: cursor, end: cursor + length });
  reading.cursor += length;
  return length;
}

function find(unit: string, { document, cursor, end }: Reading): number | undefined {
  const last = Math.min(end, cursor + farthest);
  for (let at = cursor; at < last; at += 1) if (document.charAt(at) === unit) return at;
  return undefined;
}

/** What a continued line begins with and is not part of the value: an indent, the marks of quotes. */
function skipPrefix(reading: Reading): void {
  prefix.lastIndex = reading.cursor;
  if (prefix.test(reading.document)) reading.cursor = prefix.lastIndex;
}

function endOfLine({ document, cursor, end }: Reading): number | undefined {
  const found = document.indexOf('\n', cursor);
  return found === -1 || found >= end ? undefined : found;
}
