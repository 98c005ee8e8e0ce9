import type { Reviewer } from '../app/review/view.ts';
import { terminalLine } from '../app/terminal-text.ts';
import type { Leaving } from './control/desk.ts';
import { summaryLines } from './phrases.ts';
import type { Screen } from './screen.ts';
import { readingFarewell } from './screens/read/onward.ts';
import { farewellLines } from '../app/triage/farewell.ts';

/** What stays in the scrollback of a screen that is left in this way; undefined where it has nothing to say. */
export function lastWords(screen: Screen, how: Leaving): string | undefined {
  switch (screen.kind) {
    case 'home':
    case 'first-run':
    case 'opening':
      return undefined;
    case 'review':
      return ofSession(screen.reviewer, how);
    case 'triage':
      return farewellLines(screen.triage.view()).map(terminalLine).join('\n');
    case 'read': {
      if (screen.card !== undefined) return ofSession(screen.card.reviewer, how);
      const lines = readingFarewell(screen.reader);
      return lines.length === 0 ? undefined : lines.map(terminalLine).join('\n');
    }
  }
}

function ofSession(reviewer: Reviewer, how: Leaving): string {
  const { phase, progress } = reviewer.view();
  const ending = phase === 'done' ? 'done' : how === 'quit' ? 'interrupted' : 'left';
  return summaryLines(reviewer.summary(), ending, progress.left).map(terminalLine).join('\n');
}
