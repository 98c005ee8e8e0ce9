import type { HomeReading } from '../app/review/home-view.ts';
import { terminalLine } from '../app/terminal-text.ts';
import type { Leaving } from './control/desk.ts';
import { summaryLines } from './phrases.ts';
import type { Doors } from './doors.ts';
import type { ReviewOnScreen, Screen } from './screen.ts';
import { readingFarewell } from './screens/read/onward.ts';
import { farewellLines } from '../app/triage/farewell.ts';

/** What stays in the scrollback of a screen that is left in this way; undefined where it has nothing to say. */
export function lastWords(screen: Screen, how: Leaving, doors: Doors): string | undefined {
  switch (screen.kind) {
    case 'home':
    case 'first-run':
    case 'opening':
      return undefined;
    case 'review':
      return ofSession(screen, how, doors);
    case 'triage':
      return farewellLines(screen.triage.view()).map(terminalLine).join('\n');
    case 'read': {
      if (screen.card !== undefined) return ofSession(screen.card, how, doors);
      const lines = readingFarewell(screen.reader);
      return lines.length === 0 ? undefined : lines.map(terminalLine).join('\n');
    }
  }
}

/** What there is to read after the cards of the day; null after those of a section, which lead on themselves. */
export function readingAfter({ section }: ReviewOnScreen, doors: Doors): HomeReading | null {
  return section === undefined ? (doors.reading?.() ?? null) : null;
}

function ofSession(screen: ReviewOnScreen, how: Leaving, doors: Doors): string {
  const { reviewer, section } = screen;
  const { phase, progress } = reviewer.view();
  // Where the cards of a section are done, those of the day may not be.
  const isDone = phase === 'done' && section === undefined;
  const ending = isDone ? 'done' : how === 'quit' ? 'interrupted' : 'left';
  const reading = isDone ? readingAfter(screen, doors) : null;
  const lines = summaryLines(reviewer.summary(), ending, progress.left, reading);
  return lines.map(terminalLine).join('\n');
}
