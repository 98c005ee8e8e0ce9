import type { Clock } from '../model/clock.ts';
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
