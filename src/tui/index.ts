import type { HomeView } from '../app/review/home-view.ts';
import type { Reader, SectionKey } from '../app/reading/view.ts';
import type { Triage } from '../app/triage/view.ts';
import type { Doors, FirstRunDoor, OpenReader, OpenReviewer, ReadingNow } from './doors.ts';
import { firstScreen } from './first-screen.ts';
import type { Screen } from './screen.ts';
import { refuseNoTerminal, type TerminalOptions, type TerminalResult } from './terminal-options.ts';

export type { FirstRunDoor } from './doors.ts';
export type { TerminalOptions, TerminalResult } from './terminal-options.ts';

/**
 * Runs one review session on the whole terminal and resolves when it was left, the terminal as it was
 * before. Call it before anything slow: it takes the keyboard first, then opens the session. Throws a
 * usage error where stdin or stdout is no terminal.
 */
export function startReview(
  options: TerminalOptions & {
    readonly reviewer: OpenReviewer;
    readonly reader?: OpenReader;
    readonly reading?: ReadingNow;
  },
): Promise<TerminalResult> {
  const { reviewer, reader, reading } = options;
  return start(options, { first: 'review', review: reviewer, reader, reading });
}

/** Runs the app from its home screen; otherwise as `startReview`. */
export function startTui(
  options: TerminalOptions & {
    readonly home: () => Promise<HomeView>;
    readonly review: OpenReviewer;
    readonly reader?: OpenReader;
    readonly reading?: ReadingNow;
    readonly firstRun?: FirstRunDoor | undefined;
  },
): Promise<TerminalResult> {
  const { home, review, reader, reading, firstRun } = options;
  return start(options, { first: 'home', home, review, reader, reading, firstRun });
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

async function start(options: TerminalOptions, doors: Doors): Promise<TerminalResult> {
  const { stdin, stdout } = options;
  refuseNoTerminal({ stdin, stdout });
  // Before Ink is loaded: keys typed meanwhile would be echoed, and Enter turned into another character.
  stdin.setRawMode(true);
  try {
    const [{ runScreens }, first] = await Promise.all([import('./run.tsx'), beginning(doors)]);
    return await runScreens(options, doors, first);
  } finally {
    stdin.setRawMode(false);
    stdin.unref();
  }
}

/** Drafts are compared with every card, and their documents read: a frame is there before that. */
function beginning(doors: Doors): Screen | Promise<Screen> {
  const { firstRun } = doors;
  if (firstRun !== undefined) return { kind: 'first-run', door: firstRun };
  return doors.first === 'triage' ? { kind: 'opening' } : firstScreen(doors);
}
