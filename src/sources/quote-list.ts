import { mapSlice } from '../markdown/mapped-text.ts';
import type { Passage } from '../model/source.ts';
import { type Line, linesOf } from './line.ts';
import type { SourceReader } from './reader.ts';
import { titleFromPath } from './title.ts';

/**
 * A list of sayings, one a line, in parts whose numbering may start again:
 * `12. On reward hacking: "…" — Source: 80,000 Hours`, or `- "…" — Seneca, Letters 13`.
 */
export const quoteListReader: SourceReader = {
  kind: 'quote-list',
  detect: (text) => {
    const lines = linesOf(text.slice(0, 100_000)).filter((line) => line.text.trim() !== '');
    const quotes = lines.filter((line) => parseQuote(line.text) !== undefined).length;
    if (quotes < 3) return 0;
    return quotes / lines.length >= 0.4 ? 0.95 : 0.3;
  },
  read: (text, path) => {
    const lines = linesOf(text);
    const first = lines.find((line) => line.text.trim() !== '');
    const named = first !== undefined && parseQuote(first.text) === undefined;
    const title = named ? headingText(first.text) : titleFromPath(path);
    const author = sayerOf(title);
    const passages = readLines(text, named ? lines.slice(lines.indexOf(first) + 1) : lines, {
      title,
      author,
    });
    return {
      path,
      kind: 'quote-list',
      title,
      ...(author === undefined ? {} : { author }),
      text,
      passages,
    };
  },
};

interface ParsedQuote {
  readonly number: number | undefined;
  readonly topic: string;
  /** Offsets in the line. */
  readonly quote: { readonly start: number; readonly end: number };
  readonly attributedTo: string;
  readonly fromPublication: boolean;
}

const opening = /^\s*(?:(\d{1,4})[.)]\s|[-*+•]\s)?\s*(?:[Oo]n ([^"“:]{1,160}):\s*)?["“]/;
const closing = /["”]\s*(?:—|–|--|-)\s*/g;
/** A line of more is no saying; looking for its end would take long. */
const longestLine = 20_000;

function parseQuote(line: string): ParsedQuote | undefined {
  if (line.length > longestLine) return undefined;
  const head = opening.exec(line);
  if (head === null) return undefined;
  const start = head[0].length;
  const close = [...line.matchAll(closing)].findLast((found) => found.index > start);
  if (close === undefined) return undefined;
  const after = line.slice(close.index + close[0].length).trim();
  const fromPublication = /^source:/i.test(after);
  const attributedTo = after.replace(/^source:\s*/i, '');
  if (attributedTo === '') return undefined;
  return {
    number: head[1] === undefined ? undefined : Number(head[1]),
    topic: head[2]?.trim() ?? '',
    quote: { start, end: close.index },
    attributedTo,
    fromPublication,
  };
}

function headingText(line: string): string {
  return line.replace(/^\s*#{1,6}\s+/, '').trim();
}

/** Whose sayings a list says it has; undefined where its title does not tell. */
function sayerOf(title: string): string | undefined {
  const kinds = 'lessons|quotes|quotations|sayings|insights|wisdom|aphorisms';
  const after = new RegExp(`^(?:${kinds}) (?:from|of|by) (.{1,80})$`, 'i').exec(title)?.[1];
  const before = new RegExp(`^(.{1,80}?)(?:['’]s?)? (?:${kinds})$`, 'i').exec(title)?.[1];
  const name = after ?? before;
  return name !== undefined && /^\p{Lu}/u.test(name) ? name : undefined;
}

function readLines(
  text: string,
  lines: readonly Line[],
  list: { readonly title: string; readonly author: string | undefined },
): Passage[] {
  const passages: Passage[] = [];
  let part = '';
  let position = 0;
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    const parsed = parseQuote(line.text);
    const start = line.start + (line.text.length - line.text.trimStart().length);
    const span = { start, end: line.start + line.text.trimEnd().length };
    const base = {
      span,
      headings: part === '' ? [list.title] : [list.title, part],
      fragment: '',
      region: 'body' as const,
      citations: [],
    };
    if (parsed !== undefined) {
      position += 1;
      passages.push(quotePassage(text, line, parsed, { ...base, part, position }, list.author));
    } else if (isPart(line.text)) {
      part = headingText(line.text);
      position = 0;
      const mapped = mapSlice(text, span);
      passages.push({
        ...base,
        ...mapped,
        headings: [list.title],
        text: part,
        kind: 'heading',
        depth: 2,
      });
    } else passages.push({ ...base, ...mapSlice(text, span), kind: 'paragraph' });
  }
  return passages;
}

/** A short line without the end of a sentence stands above a part. */
function isPart(line: string): boolean {
  return line.trim().length <= 100 && (/^\s*#{1,6}\s/.test(line) || !/[.!?:;,"”]\s*$/.test(line));
}

function quotePassage(
  text: string,
  line: Line,
  parsed: ParsedQuote,
  base: Pick<Passage, 'span' | 'headings' | 'fragment' | 'region' | 'citations'> & {
    readonly part: string;
    readonly position: number;
  },
  author: string | undefined,
): Passage {
  const { position, ...rest } = base;
  const quote = mapSlice(text, {
    start: line.start + parsed.quote.start,
    end: line.start + parsed.quote.end,
  });
  const speaker = parsed.fromPublication ? author : parsed.attributedTo;
  return {
    ...rest,
    ...quote,
    ...(speaker === undefined ? {} : { speaker }),
    kind: 'quote',
    topic: parsed.topic,
    quote: quote.text,
    attributedTo: parsed.attributedTo,
    fromPublication: parsed.fromPublication,
    number: parsed.number ?? position,
  };
}
