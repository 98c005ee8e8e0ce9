import type { Clock } from '../model/clock.ts';
import { TenetError } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';

/** What every screen needs of the world. */
export interface TerminalOptions {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** The path of a deck file that a card names, for the editor. */
  readonly deckPath: (file: string) => string;
  /** Aborted when the process is interrupted from outside; the app then leaves as with Ctrl-C. */
  readonly interrupted?: AbortSignal;
}

/** How the app was left: with Ctrl-C (130) or otherwise, and the lines to leave in the scrollback. */
export interface TerminalResult {
  readonly exitCode: 0 | 130;
  /** Without a line end at its end; empty where there is nothing to say. */
  readonly farewell: string;
}

/** Throws a usage error where the screens would have no terminal to be on. */
export function refuseNoTerminal({
  stdin,
  stdout,
}: Pick<TerminalOptions, 'stdin' | 'stdout'>): void {
  if (stdin.isTTY && stdout.isTTY) return;
  const stream = stdin.isTTY ? 'output' : 'input';
  throw new TenetError(`the screens need a terminal, and the ${stream} is none`, {
    hint: 'Add --plain for a session line by line.',
    exitCode: 2,
  });
}
