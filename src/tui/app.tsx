import { useApp } from 'ink';
import { useEffect, useState, type ReactNode } from 'react';
import { terminalLine } from '../app/terminal-text.ts';
import type { Reviewer, ShownCard } from '../app/review-view.ts';
import { editFile } from './external-editor.ts';
import type { Doors, Screen, TerminalOptions, TerminalResult } from './index.ts';
import type { Keymap } from './keymap.ts';
import { summaryLines } from './phrases.ts';
import { HomeScreen } from './screens/home.tsx';
import { ReviewScreen } from './screens/review.tsx';
import type { Leaving } from './screens/review/desk.ts';

/** What the app is given. */
export interface AppProps {
  readonly options: TerminalOptions;
  readonly doors: Doors;
  readonly first: Screen;
  readonly keymap: Keymap;
}

/**
 * Which screen is on, and what follows it. Adding one takes four steps: its kind in `Screen` and its
 * door in `Doors` (index.ts), its keys in `keys.ts`, its component in `screens/` (props in, callbacks
 * out, drawn from a pure function of its view), and its case here.
 */
export function App({ options, doors, first, keymap }: AppProps): ReactNode {
  const { exit, suspendTerminal } = useApp();
  const [screen, setScreen] = useState(first);
  const [said, setSaid] = useState('');
  const onBug = (failure: unknown): void =>
    exit(failure instanceof Error ? failure : new Error(String(failure)));
  const open = (next: () => Promise<Screen>): void => void next().then(setScreen, onBug);
  const end = (exitCode: TerminalResult['exitCode'], farewell: string): void =>
    exit({ exitCode, farewell } satisfies TerminalResult);

  const openEditor = ({ file, line }: ShownCard): Promise<void> =>
    suspendTerminal(() => editFile(options.env, options.deckPath(file), line));

  useEffect(() => {
    const leave = (): void =>
      end(130, screen.kind === 'review' ? farewellOf(screen.reviewer, 'quit') : said);
    options.interrupted?.addEventListener('abort', leave);
    return () => options.interrupted?.removeEventListener('abort', leave);
  });

  switch (screen.kind) {
    case 'home':
      return (
        <HomeScreen
          view={screen.view}
          keymap={keymap}
          onReview={(deck) =>
            open(async () => ({ kind: 'review', reviewer: await doors.review(deck) }))
          }
          onLeave={(how) => end(how === 'quit' ? 130 : 0, said)}
        />
      );
    case 'review':
      return (
        <ReviewScreen
          reviewer={screen.reviewer}
          keymap={keymap}
          buttons={options.settings.buttons}
          clock={options.clock}
          openEditor={openEditor}
          onLeave={(how) => {
            const farewell = farewellOf(screen.reviewer, how);
            const { home } = doors;
            if (how !== 'back' || home === undefined) end(how === 'quit' ? 130 : 0, farewell);
            else {
              setSaid(farewell);
              open(async () => ({ kind: 'home', view: await home() }));
            }
          }}
          onBug={onBug}
          leaveLabel={doors.home === undefined ? 'leave' : 'home'}
        />
      );
  }
}

/** What is left in the scrollback of a session that was left in this way. */
function farewellOf(reviewer: Reviewer, how: Leaving): string {
  const { phase, progress } = reviewer.view();
  const ending = phase === 'done' ? 'done' : how === 'quit' ? 'interrupted' : 'left';
  return summaryLines(reviewer.summary(), ending, progress.left).map(terminalLine).join('\n');
}
