import { fencesOf } from './fences.ts';
import { endOf, isBlank, type Lines, linesOf, lineText, startOf } from './lines.ts';
import type { Span } from '../model/problem.ts';

const mathsFence = /^ {0,3}\$\$/;

/** True where a line opens display maths that goes on below it: `$$` without a second `$$`. */
function opensMaths(text: string): boolean {
  return mathsFence.test(text) && text.indexOf('$$', text.indexOf('$$') + 2) === -1;
}

function mathsEnd(lines: Lines, opener: number, lastMaths: number): number {
  for (let line = opener + 1; line <= lastMaths; line += 1)
    if (lineText(lines, line).includes('$$')) return line;
  return -1;
}

function lastMathsLine(lines: Lines): number {
  const at = lines.text.lastIndexOf('$$');
  if (at === -1) return -1;
  let line = lines.count - 1;
  while (line > 0 && startOf(lines, line) > at) line -= 1;
  return line;
}

/**
 * The stretches of a field that inline Markdown is read in: between blank lines, outside code fences and
 * display maths.
 */
export function paragraphsOf(text: string): readonly Span[] {
  if (!text.includes('\n')) return [{ start: 0, end: text.length }];
  const lines = linesOf(text);
  const fences = fencesOf(lines);
  const lastMaths = lastMathsLine(lines);
  const spans: Span[] = [];
  let first = -1;
  const finish = (line: number): void => {
    if (first !== -1) spans.push({ start: startOf(lines, first), end: endOf(lines, line - 1) });
    first = -1;
  };
  for (let line = 0; line < lines.count; line += 1) {
    const close =
      line < lastMaths && !fences.hides(line) && opensMaths(lineText(lines, line))
        ? mathsEnd(lines, line, lastMaths)
        : -1;
    if (close !== -1 || fences.hides(line) || isBlank(lines, line)) {
      finish(line);
      line = Math.max(line, close);
    } else if (first === -1) first = line;
  }
  finish(lines.count);
  return spans;
}
