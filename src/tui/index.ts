import type { HomeView } from '../app/review/home-view.ts';
import type { Reader, SectionKey } from '../app/reading/view.ts';
import type { Reviewer } from '../app/review/view.ts';
import type { Triage } from '../app/triage/view.ts';
import type { DailyMinutes } from '../app/welcome/welcome.ts';
import type { Clock } from '../model/clock.ts';
import { TenetError } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';
import { firstScreen } from './first-screen.ts';

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

/** Opens a session: of all that is due, or of one deck. */
export type OpenReviewer = (deck?: string) => Promise<Reviewer>;

/** Opens the reader as its documents are now. */
export type OpenReader = () => Promise<Reader>;

/** What precedes everything else on the first day. */
export interface FirstRunDoor {
  /** The practice cards. */
  readonly practice: () => Reviewer;
  /** Keeps the choice (null where it was skipped); the result is how many grades there are to choose from. */
  readonly keep: (minutes: DailyMinutes | null) => Promise<2 | 4>;
}

/** How the app was left: with Ctrl-C (130) or otherwise, and the lines to leave in the scrollback. */
export interface TerminalResult {
  readonly exitCode: 0 | 130;
  /** Without a line end at its end; empty where there is nothing to say. */
  readonly farewell: string;
}

/**
 * Runs one review session on the whole terminal and resolves when it was left, the terminal as it was
 * before. Call it before anything slow: it takes the keyboard first, then opens the session. Throws a
 * usage error where stdin or stdout is no terminal.
 */
export function startReview(
  options: TerminalOptions & { readonly reviewer: OpenReviewer; readonly reader?: OpenReader },
): Promise<TerminalResult> {
  const { reviewer, reader } = options;
  return start(options, { first: 'review', review: reviewer, reader });
}

/** Runs the app from its home screen; otherwise as `startReview`. */
export function startTui(
  options: TerminalOptions & {
    readonly home: () => Promise<HomeView>;
    readonly review: OpenReviewer;
    readonly reader?: OpenReader;
    readonly firstRun?: FirstRunDoor | undefined;
  },
): Promise<TerminalResult> {
  const { home, review, reader, firstRun } = options;
  return start(options, { first: 'home', home, review, reader, firstRun });
}

/** Runs the reader, from a section of it or from its list of chapters; otherwise as `startReview`. */
export function startReading(
  options: TerminalOptions & {
    readonly reader: OpenReader;
    readonly from: (reader: Reader) => SectionKey | undefined;
    readonly firstRun?: FirstRunDoor | undefined;
  },
): Promise<TerminalResult> {
  const { reader, from, firstRun } = options;
  return start(options, { first: 'read', reader, from, firstRun });
}

/** Runs a sitting over the drafts; otherwise as `startReview`. */
export function startTriage(
  options: TerminalOptions & { readonly triage: () => Promise<Triage> },
): Promise<TerminalResult> {
  return start(options, { first: 'triage', triage: options.triage });
}

/** What the app can open, and where it begins. */
export type Doors = {
  readonly reader?: OpenReader | undefined;
  readonly firstRun?: FirstRunDoor | undefined;
} & (
  | { readonly first: 'review'; readonly review: OpenReviewer; readonly home?: undefined }
  | {
      readonly first: 'home';
      readonly review: OpenReviewer;
      readonly home: () => Promise<HomeView>;
    }
  | {
      readonly first: 'read';
      readonly reader: OpenReader;
      readonly from: (reader: Reader) => SectionKey | undefined;
      readonly review?: undefined;
      readonly home?: undefined;
    }
  | {
      readonly first: 'triage';
      readonly triage: () => Promise<Triage>;
      readonly review?: undefined;
      readonly home?: undefined;
    }
);

async function start(options: TerminalOptions, doors: Doors): Promise<TerminalResult> {
  const { stdin, stdout } = options;
  if (!stdin.isTTY || !stdout.isTTY) throw noTerminal(stdin.isTTY ? 'output' : 'input');
  // Before Ink is loaded: keys typed meanwhile would be echoed, and Enter turned into another character.
  stdin.setRawMode(true);
  try {
    const { firstRun } = doors;
    const [{ runScreens }, first] = await Promise.all([
      import('./run.tsx'),
      firstRun === undefined ? firstScreen(doors) : { kind: 'first-run' as const, door: firstRun },
    ]);
    return await runScreens(options, doors, first);
  } finally {
    stdin.setRawMode(false);
    stdin.unref();
  }
}

/** What is on the screen, with what it shows. A new screen is a line here, and a case in `app.tsx`. */
export type Screen =
  | { readonly kind: 'first-run'; readonly door: FirstRunDoor }
  | { readonly kind: 'home'; readonly view: HomeView }
  | { readonly kind: 'triage'; readonly triage: Triage }
  | ReviewOnScreen
  | {
      readonly kind: 'read';
      readonly reader: Reader;
      /** Null for the list of chapters. */
      readonly at: SectionKey | null;
      /** The session from one of whose cards the section was opened. */
      readonly card?: ReviewOnScreen;
    };

/** A session: of the day, or over the cards of one section. */
export interface ReviewOnScreen {
  readonly kind: 'review';
  readonly reviewer: Reviewer;
  readonly section?: { readonly reader: Reader; readonly key: SectionKey };
}

function noTerminal(stream: 'input' | 'output'): TenetError {
  return new TenetError(`the screens need a terminal, and the ${stream} is none`, {
    hint: 'Add --plain for a session line by line.',
    exitCode: 2,
  });
}
