import type { Span } from '../model/problem.ts';
import type { InlineMark, Passage } from '../model/source.ts';

/**
 * A stretch of a passage as Markdown for a card: its emphasis, code and maths as they were, without
 * links and footnote marks, and with everything else escaped that a renderer would take for markup.
 */
export function cardMarkdown(passage: Pick<Passage, 'text' | 'marks'>, span: Span): string {
  const marks = passage.marks
    .map((mark) => clipped(mark, span))
    .filter((mark) => mark !== undefined)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return render({ text: passage.text, paired: pairedSigns(passage.text, span) }, span, marks);
}

function clipped(mark: InlineMark, span: Span): InlineMark | undefined {
  const start = Math.max(mark.start, span.start);
  const end = Math.min(mark.end, span.end);
  if (start >= end) return undefined;
  const whole = start === mark.start && end === mark.end;
  return whole || mark.kind === 'strong' || mark.kind === 'emphasis'
    ? { kind: mark.kind, start, end }
    : undefined;
}

/** A text, and which of its signs come more than once: two make a pair wherever they stand. */
interface Text {
  readonly text: string;
  readonly paired: ReadonlySet<string>;
}

function pairedSigns(text: string, { start, end }: Span): ReadonlySet<string> {
  const signs: readonly string[] = text.slice(start, end).match(/[$~]/g) ?? [];
  return new Set(signs.filter((sign, index) => signs.indexOf(sign) < index));
}

function render(text: Text, span: Span, marks: readonly InlineMark[]): string {
  let out = '';
  let at = span.start;
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index];
    if (mark === undefined || mark.start < at) continue;
    const inner = marks.slice(index + 1, insideEnd(marks, index));
    out += escaped(text, at, mark.start) + renderMark(text, mark, inner);
    at = mark.end;
  }
  return out + escaped(text, at, span.end);
}

function insideEnd(marks: readonly InlineMark[], index: number): number {
  const limit = marks[index]?.end ?? 0;
  let end = index + 1;
  while ((marks[end]?.start ?? Infinity) < limit) end += 1;
  return end;
}

function renderMark(text: Text, mark: InlineMark, inner: readonly InlineMark[]): string {
  const raw = text.text.slice(mark.start, mark.end);
  if (mark.kind === 'math') return raw;
  if (mark.kind === 'code') return fenced(raw);
  const sign = mark.kind === 'strong' ? '**' : '*';
  return sign + render(text, mark, inner) + sign;
}

function fenced(code: string): string {
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? fence + code + fence : `${fence} ${code} ${fence}`;
}

/** Escapes only what would mean something where it stands, so that decks stay readable. */
function escaped({ text: whole, paired }: Text, start: number, end: number): string {
  const text = whole.slice(start, end);
  return text
    .replaceAll(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replaceAll(/[*`]/g, (sign, at: number) => (isLoose(text, at) ? sign : `\\${sign}`))
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replaceAll('](', ']\\(')
    .replaceAll(/<(?=[a-z/!?])/gi, '\\<')
    .replaceAll(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll(/[$~]/g, (sign) => (paired.has(sign) ? `\\${sign}` : sign));
}

/** A `*` between spaces is a times sign. */
function isLoose(text: string, at: number): boolean {
  return text[at] === '*' && text[at - 1] === ' ' && text[at + 1] === ' ';
}
