import type { Line } from '../../../src/tui/text/piece.ts';

/** A line without its looks. */
export function textOf(line: Line): string {
  return line.map(({ text }) => text).join('');
}

/** Lines without their looks and without the spaces at their ends. */
export function textsOf(lines: readonly Line[]): string[] {
  return lines.map((line) => textOf(line).trimEnd());
}
