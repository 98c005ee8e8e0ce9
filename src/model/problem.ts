/** A point in a file: `line` and `column` count from 1, columns in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A stretch of a text, in UTF-16 offsets: `start` included, `end` not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `error` makes `check` exit 1; `warning` does so with `--strict`; `info` is advice. */
export type Severity = 'error' | 'warning' | 'info';

/** Something wrong at a place, with what to do about it. Problems are collected, then reported together. */
export interface Problem extends Place {
  /** A stable name to search for and to switch off: `id-twice`, `anchor-gone`, `Q08`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, with the offending words; a sentence without its full stop. */
  readonly message: string;
  /** What to do: one imperative sentence. */
  readonly remedy: string;
  /** The card that it concerns, where there is one. */
  readonly card?: string;
}

/** 1: tenet found problems or could not do it; 2: it was called wrongly. */
export type ExitCode = 1 | 2;

/**
 * A failure that the user can act on: it is printed as a line or two, without a stack. Everything else
 * that is thrown is a bug.
 */
export class TenetError extends Error {
  readonly hint: string | undefined;
  readonly problems: readonly Problem[];
  readonly exitCode: ExitCode;

  constructor(
    message: string,
    more: {
      hint?: string;
      problems?: readonly Problem[];
      exitCode?: ExitCode;
      cause?: unknown;
    } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'TenetError';
    this.hint = more.hint;
    this.problems = more.problems ?? [];
    this.exitCode = more.exitCode ?? 1;
  }
}
