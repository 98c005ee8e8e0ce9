import { useApp } from 'ink';
import { useEffect, useState, type ReactNode } from 'react';
import type { Leaving } from './control/desk.ts';
import type { Doors } from './doors.ts';
import { editFile } from './external-editor.ts';
import type { Keymap } from './keymap.ts';
import { useWholeFrames } from './hooks/use-whole-frames.ts';
import { lastWords } from './last-words.ts';
import { FirstRun, Home, Opening, Read, Review, Triage, type Course } from './routes.tsx';
import type { Screen } from './screen.ts';
import type { TerminalOptions, TerminalResult } from './terminal-options.ts';

/** What the app is given. */
export interface AppProps {
  readonly options: TerminalOptions;
  readonly doors: Doors;
  readonly first: Screen;
  readonly keymap: Keymap;
}

/**
 * Which screen is on. Adding one takes five steps: its kind in `Screen` and its door in `Doors`, its keys in
 * `keys.ts` and `modes.ts`, its component in `screens/` (props in, callbacks out, drawn from a pure function
 * of its view), what follows it in `routes.tsx`, and its case here.
 */
export function App({ options, doors, first, keymap }: AppProps): ReactNode {
  const { exit, suspendTerminal } = useApp();
  useWholeFrames();
  const [screen, go] = useState(first);
  const [said, setSaid] = useState('');
  const [buttons, setButtons] = useState(options.settings.buttons);
  const onBug = (failure: unknown): void =>
    exit(failure instanceof Error ? failure : new Error(String(failure)));
  const farewell = (how: Leaving): string => lastWords(screen, how, doors) ?? said;

  const course: Course = {
    doors,
    keymap,
    clock: options.clock,
    buttons,
    setButtons,
    go,
    open: (next) => void next().then(go, onBug),
    leave: (how) =>
      exit({
        exitCode: how === 'quit' ? 130 : 0,
        farewell: farewell(how),
      } satisfies TerminalResult),
    remember: () => setSaid(farewell('back')),
    openEditor: ({ file, line }) =>
      suspendTerminal(() => editFile(options.env, options.deckPath(file), line)),
    onBug,
  };

  useEffect(() => {
    const leave = (): void => course.leave('quit');
    options.interrupted?.addEventListener('abort', leave);
    return () => options.interrupted?.removeEventListener('abort', leave);
  });

  switch (screen.kind) {
    case 'first-run':
      return <FirstRun screen={screen} course={course} />;
    case 'opening':
      return <Opening screen={screen} course={course} />;
    case 'home':
      return <Home screen={screen} course={course} />;
    case 'review':
      return <Review screen={screen} course={course} />;
    case 'triage':
      return <Triage screen={screen} course={course} />;
    case 'read':
      return <Read screen={screen} course={course} />;
  }
}
