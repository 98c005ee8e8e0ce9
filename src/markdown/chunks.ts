/** A part of a Markdown text that means the same on its own. */
export interface MarkdownChunk {
  /** Where it begins in the whole text. */
  readonly start: number;
  /** How much of `text` is the whole text's; behind it stand the definitions that it refers to. */
  readonly length: number;
  readonly text: string;
}

/** Units: remark's time and memory grow faster than its text above this. */
const usualSize = 100_000;

const definition = /^ {0,3}\[([^\][\n]{1,200})\]:/gm;
const reference = /\[([^\][\n]{1,200})\]/g;

/**
 * Cuts a long Markdown text at paragraphs and headings that belong to no list, fence or HTML. What a
 * part refers to and another part defines (footnotes, links) is defined again behind it, as a stub, so
 * that references stay references wherever that can be told. Short texts are one part.
 */
export function* markdownChunks(text: string, size: number = usualSize): Generator<MarkdownChunk> {
  if (text.length <= size) {
    yield { start: 0, length: text.length, text };
    return;
  }
  const defined = labelsIn(text, definition);
  let start = 0;
  for (const { end, open, html } of cuts(text, size)) {
    const part = text.slice(start, end);
    const behind = html === true ? '' : stubs(part, defined);
    const closing = open === undefined || behind === '' ? '' : closingOf(part, open);
    yield { start, length: part.length, text: part + closing + behind };
    start = end;
  }
}

/** What ends a fence that is open at the end, so that what stands behind is not in it. */
function closingOf(part: string, mark: string): string {
  return part.endsWith('\n') ? mark : `\n${mark}`;
}

function labelsIn(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...text.matchAll(pattern)].map(([, label = '']) => label.toLowerCase()));
}

function stubs(part: string, defined: ReadonlySet<string>): string {
  const here = labelsIn(part, definition);
  const missing = [...labelsIn(part, reference)].filter(
    (label) => defined.has(label) && !here.has(label),
  );
  return missing.length === 0 ? '' : `\n\n${missing.map((label) => `[${label}]: x\n\n`).join('')}`;
}

const line = /.*(?:\n|$)/y;
const fence = /^ {0,3}(`{3,}|~{3,}|\${2,})/;
const tag = /^ {0,3}<[a-z/!?]/i;
const topLevel = /^(?:[\p{L}"“(]|#{1,6} )/u;

/** Where a part ends, and the mark of a fence that is open there: only at the end of the text. */
interface Cut {
  readonly end: number;
  readonly open?: string | undefined;
  /** It ends inside HTML, where nothing can be defined. */
  readonly html?: boolean;
}

/** Ends of parts, of at least `size` units each but the last. */
function* cuts(text: string, size: number): Generator<Cut> {
  let from = 0;
  let open: string | undefined;
  let html: Html = 'none';
  let afterBlank = false;
  for (let at = 0; at < text.length;) {
    line.lastIndex = at;
    const content = line.exec(text)?.[0] ?? '';
    const isOutside = open === undefined && html === 'none';
    if (at - from >= size && afterBlank && isOutside && topLevel.test(content)) {
      yield { end: at };
      from = at;
    }
    const mark = fence.exec(content)?.[1];
    if (open === undefined) html = htmlAfter(html, content);
    // Near HTML this may be a fence or part of it, by rules of some length: no cut is sure any more.
    if (html !== 'none' && mark !== undefined) {
      yield { end: text.length, html: true };
      return;
    }
    if (open === undefined) open = mark;
    else if (mark?.startsWith(open) === true) open = undefined;
    afterBlank = content.trim() === '';
    at += content.length;
  }
  yield { end: text.length, open, html: html !== 'none' };
}

/** HTML that a line stands in: `tags` until the next blank line, the others until they are closed. */
type Html = 'none' | 'tags' | 'comment' | 'raw';

const rawStart = /<(?:script|pre|style|textarea)\b/i;
const rawEnd = /<\/(?:script|pre|style|textarea)/i;

/** What the line after `content` stands in. */
function htmlAfter(before: Html, content: string): Html {
  if (before === 'comment') return content.includes('-->') ? 'none' : 'comment';
  if (before === 'raw') return rawEnd.test(content) ? 'none' : 'raw';
  if (content.lastIndexOf('<!--') > content.lastIndexOf('-->')) return 'comment';
  if (rawStart.test(content) && !rawEnd.test(content)) return 'raw';
  if (content.trim() === '') return 'none';
  return before === 'tags' || tag.test(content) ? 'tags' : 'none';
}
