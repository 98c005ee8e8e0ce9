import type { Clock } from '../model/clock.ts';

/** 0 done, 1 problems found, 2 wrong use, 130 interrupted. */
export type ExitStatus = 0 | 1 | 2 | 130;

/** The flags that every command takes, before or after its name. */
interface GlobalFlags {
  readonly db?: string;
  readonly decks?: string;
  readonly json: boolean;
  readonly plain: boolean;
}

/** What a command is given of the world: tests hand in their own. */
export interface CommandContext {
  readonly flags: GlobalFlags;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly clock: Clock;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /**
   * Aborted by the first Ctrl-C outside a screen: long work stops at its next safe point. Only for a command
   * that will look at it: from the first use on, Ctrl-C does nothing else.
   */
  readonly interrupted: AbortSignal;
}

/** The values of a command's own options by their long name in camelCase. */
export type OptionValues = Readonly<
  Record<string, string | boolean | readonly string[] | undefined>
>;

/** What a file in this folder exports as `command`. */
export interface CommandWork {
  run(
    context: CommandContext,
    args: readonly string[],
    options: OptionValues,
  ): Promise<ExitStatus> | ExitStatus;
}

/** `--limit N`: `value` names what follows the flag; without it the flag is a switch. */
export interface OptionSpec {
  readonly flag: string;
  readonly value?: string;
  readonly repeatable?: boolean;
  readonly summary: string;
}

/** One line of the table of commands; the work is loaded only when the command is called. */
export interface CommandSpec {
  readonly name: string;
  /** As in the usage line: `[deck...]`, `<path...>`. */
  readonly args: readonly string[];
  readonly summary: string;
  readonly options: readonly OptionSpec[];
  /** Lines below the options: examples, or what to know. */
  readonly more?: string;
  load(): Promise<{ readonly command: CommandWork }>;
}
