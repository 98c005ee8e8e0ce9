import { terminalJson, terminalLine, terminalText } from '../app/terminal-text.ts';
import type { TerminalText } from '../app/terminal-text.ts';
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

/** The result as JSON, indented; every character that a terminal would obey is written as `\uXXXX`. */
export function sayJson(context: CommandContext, value: unknown): void {
  sayText(context, terminalJson(`${JSON.stringify(value, null, 2)}\n`));
}

/** A result that is a text of its own, on stdout. */
export function sayText({ stdout }: CommandContext, text: TerminalText): void {
  stdout.write(text);
}

/** A table, on stdout: a file or a pipe gets every character of it, a terminal those that it only shows. */
export function sayTable({ stdout }: CommandContext, table: string): void {
  stdout.write(stdout.isTTY ? terminalText(table) : table);
}
