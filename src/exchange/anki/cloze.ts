import type { Hole } from '../../model/card.ts';

/**
 * Marks of a deletion while its Markdown becomes HTML or the other way round: private-use characters,
 * which both read as letters. `open` is followed by the number and a separator, then come the text
 * and, after another separator, the hint.
 */
const open = '\uE000';
const separator = '\uE002';
const close = '\uE001';

const mark = /\uE000([\d,]+)\uE002|[\uE001\uE002]/g;

/** Markdown in which the holes are marked, each with the number (from 1) that `numbers` gives it. */
export function markHoles(
  markdown: string,
  holes: readonly Hole[],
  numbers: readonly number[],
): string {
  const edits = holes.flatMap((hole, index) => editsOf(hole, numbers[index] ?? index + 1));
  edits.sort((a, b) => a.start - b.start);
  let at = 0;
  let marked = '';
  for (const { start, end, by } of edits) {
    marked += withoutMarks(markdown.slice(at, start)) + by;
    at = end;
  }
  return marked + withoutMarks(markdown.slice(at));
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** The deletion's own characters replaced, so that one inside another stays inside. */
function editsOf(hole: Hole, number: number): Edit[] {
  const { start, end } = hole.span;
  const opening = hole.number === undefined ? 1 : `{{c${hole.number}::`.length;
  const closing = hole.number === undefined ? 1 : '}}'.length;
  const edits = [
    { start, end: start + opening, by: `${open}${number}${separator}` },
    { start: end - closing, end, by: close },
  ];
  if (hole.hint === undefined) return edits;
  const hintAt = end - closing - hole.hint.length - '::'.length;
  return [...edits, { start: hintAt, end: hintAt + 2, by: separator }];
}

/** A whole text as one deletion. */
export function markWhole(markdown: string, number: number): string {
  return `${open}${number}${separator}${withoutMarks(markdown)}${close}`;
}

function withoutMarks(text: string): string {
  return text.replace(/[\uE000-\uE002]/g, '');
}

/** HTML with the marks as Anki's deletions; what only looks like one is made harmless. */
export function withDeletions(html: string): string {
  let depth = 0;
  return pieces(withoutDeletions(html), (piece, number) => {
    if (number !== undefined) {
      depth += 1;
      return `{{c${number}::`;
    }
    if (piece === separator) return '::';
    if (piece !== close) return depth > 0 ? guarded(piece) : piece;
    depth -= 1;
    return '}}';
  });
}

/** Text of a field in which Anki must see no deletion. */
export function withoutDeletions(html: string): string {
  return html.replace(/\{\{(?=c[\d,]+::)/g, '&#123;{');
}

/**
 * Anki looks for `::` and `}}` as plain text: inside a deletion they are written as references, which
 * maths reads as well.
 */
function guarded(text: string): string {
  return text.replace(/:(?=:|$)/g, '&#58;').replace(/\}(?=\}|$)/g, '&#125;');
}

const ankiToken = /\{\{c([\d,]+)::|\}\}|::/g;

/** A field of Anki with its deletions marked, as Anki pairs them; null where it has none. */
export function markDeletions(html: string): string | null {
  const stack: { hinted: boolean }[] = [];
  let found = false;
  const marked = withoutMarks(html).replace(ankiToken, (token, numbers: string | undefined) => {
    const inner = stack.at(-1);
    if (numbers !== undefined) {
      stack.push({ hinted: false });
      found = true;
      return `${open}${numbers}${separator}`;
    }
    if (inner === undefined) return token;
    if (token === '}}') {
      stack.pop();
      return close;
    }
    if (inner.hinted) return token;
    inner.hinted = true;
    return separator;
  });
  return found && stack.length === 0 ? marked : null;
}

/** How the deletions of a text are to be written in a deck. */
export type HoleStyle = 'numbered' | 'brackets';

/** Markdown with the marks as holes of a deck. */
export function withHoles(markdown: string, style: HoleStyle): string {
  let depth = 0;
  return pieces(markdown, (piece, number) => {
    if (number !== undefined) {
      depth += 1;
      return style === 'brackets' ? '[' : `{{c${number}::`;
    }
    if (piece === separator) return style === 'brackets' ? ' ' : '::';
    if (piece !== close) return depth > 0 ? guards[style](piece) : piece;
    depth -= 1;
    return style === 'brackets' ? ']' : '}}';
  });
}

/** Brackets inside of brackets would end them. */
function guardedBrackets(text: string): string {
  return text.replace(/(?<!\\)[[\]]/g, '\\$&');
}

/** In Markdown references count everywhere but in maths and code, where a space must do. */
function guardedMarkdown(text: string): string {
  return text
    .split(/(\$[^$]*\$|`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1 ? part.replace(/\}(?=\})/g, '} ').replace(/:(?=:)/g, ': ') : guarded(part),
    )
    .join('');
}

const guards: Readonly<Record<HoleStyle, (text: string) => string>> = {
  numbered: guardedMarkdown,
  brackets: guardedBrackets,
};

/** The numbers of a marked text in the order of its deletions; `1,2` for one that counts twice. */
export function markedNumbers(marked: string): readonly string[] {
  return [...marked.matchAll(mark)].flatMap((found) => found[1] ?? []);
}

/** Whether a marked text has a deletion inside another, or a hint. */
export function isIntricate(marked: string): boolean {
  let depth = 0;
  let intricate = false;
  pieces(marked, (piece, number) => {
    if (number !== undefined) depth += 1;
    else if (piece === close) depth -= 1;
    intricate ||= depth > 1 || piece === separator;
    return piece;
  });
  return intricate;
}

/** The text cut at its marks and put together again from what `replace` makes of each piece. */
function pieces(
  text: string,
  replace: (piece: string, number: string | undefined) => string,
): string {
  let at = 0;
  let out = '';
  for (const found of text.matchAll(mark)) {
    if (found.index > at) out += replace(text.slice(at, found.index), undefined);
    out += replace(found[0], found[1]);
    at = found.index + found[0].length;
  }
  return at < text.length ? out + replace(text.slice(at), undefined) : out;
}

/** The numbers that occur in a field, each once, ascending; those above 500 make no card. */
export function clozeNumbers(html: string): number[] {
  const numbers = [...html.matchAll(/\{\{c([\d,]+)::/g)].flatMap((match) =>
    (match[1] ?? '').split(',').map(Number),
  );
  return [...new Set(numbers)].filter((each) => each >= 1 && each <= 500).sort((a, b) => a - b);
}
