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
 * that references stay references. Short texts are one part.
 */
export function* markdownChunks(text: string, size: number = usualSize): Generator<MarkdownChunk> {
  if (text.length <= size) {
    yield { start: 0, length: text.length, text };
    return;
  }
  const defined = labelsIn(text, definition);
  let start = 0;
  for (const end of cuts(text, size)) {
    const part = text.slice(start, end);
    yield { start, length: part.length, text: part + stubs(part, defined) };
    start = end;
  }
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

/** Ends of parts, of at least `size` units each but the last. */
function* cuts(text: string, size: number): Generator<number> {
  let from = 0;
  let open: string | undefined;
  let afterBlank = false;
  let inTags = false;
  for (let at = 0; at < text.length;) {
    line.lastIndex = at;
    const content = line.exec(text)?.[0] ?? '';
    const isCut = at - from >= size && afterBlank && open === undefined && topLevel.test(content);
    if (isCut && !insideHtml(text.slice(from, at))) {
      yield at;
      from = at;
    }
    const mark = fence.exec(content)?.[1];
    inTags = content.trim() !== '' && (inTags || (open === undefined && tag.test(content)));
    // Right below a tag this is a fence or part of the HTML, depending on the tag: no cut is sure any more.
    if (inTags && mark !== undefined) break;
    if (open === undefined) open = mark;
    else if (mark?.startsWith(open) === true) open = undefined;
    afterBlank = content.trim() === '';
    at += content.length;
  }
  yield text.length;
}

/** HTML that goes on over blank lines: a comment, a script and the like. */
function insideHtml(part: string): boolean {
  if (part.lastIndexOf('<!--') > part.lastIndexOf('-->')) return true;
  return ['script', 'pre', 'style', 'textarea'].some(
    (name) => part.lastIndexOf(`<${name}`) > part.lastIndexOf(`</${name}`),
  );
}
