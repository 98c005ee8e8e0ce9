import { terminalLine } from '../app/terminal-text.ts';
import type { CommandContext } from './command.ts';

export { count } from '../app/count.ts';

/** A line of the result, on stdout, with nothing in it that a terminal obeys. */
export function say({ stdout }: CommandContext, line: string): void {
  stdout.write(`${terminalLine(line)}\n`);
}

/** A line of talk, on stderr: news, progress, what to do next. */
export function tell({ stderr }: CommandContext, line: string): void {
  stderr.write(`${terminalLine(line)}\n`);
}

/** C1 controls, marks of direction and invisible characters, which JSON may hold but a terminal obeys. */
const obeyed =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{1d173}-\u{1d17a}]|[\u{e0000}-\u{e0fff}]/gu;

/** The result as JSON, indented; every character that a terminal would obey is written as `\uXXXX`. */
export function sayJson({ stdout }: CommandContext, value: unknown): void {
  const text = JSON.stringify(value, null, 2).replaceAll(obeyed, escaped);
  stdout.write(`${text}\n`);
}

/** Two escapes for a character beyond the first 65,536, as JSON wants it. */
function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
