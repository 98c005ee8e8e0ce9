import { useApp } from 'ink';
import { useEffect, useState, type ReactNode } from 'react';
import { terminalLine } from '../app/terminal-text.ts';
import type { Reader } from '../app/reading/view.ts';
import type { Reviewer, ShownCard } from '../app/review/view.ts';
import { editFile } from './external-editor.ts';
import { firstScreen } from './first-screen.ts';
import type { Doors, ReviewOnScreen, Screen, TerminalOptions, TerminalResult } from './index.ts';
import type { Keymap } from './keymap.ts';
import { summaryLines } from './phrases.ts';
import { FirstRunScreen } from './screens/first-run.tsx';
import { HomeScreen } from './screens/home.tsx';
import { readingFarewell, sectionAfter } from './screens/read/onward.ts';
import { ReadScreen } from './screens/read.tsx';
import { ReviewScreen } from './screens/review.tsx';
import { TriageScreen } from './screens/triage.tsx';
import { farewellLines } from './screens/triage/farewell.ts';
import type { Leaving } from './control/desk.ts';

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
  const [buttons, setButtons] = useState(options.settings.buttons);
  const onBug = (failure: unknown): void =>
    exit(failure instanceof Error ? failure : new Error(String(failure)));
  const open = (next: () => Promise<Screen>): void => void next().then(setScreen, onBug);
  const end = (exitCode: TerminalResult['exitCode'], farewell: string): void =>
    exit({ exitCode, farewell } satisfies TerminalResult);

  const openEditor = ({ file, line }: Pick<ShownCard, 'file' | 'line'>): Promise<void> =>
    suspendTerminal(() => editFile(options.env, options.deckPath(file), line));

  const goHome = (): void => {
    const { home } = doors;
    if (home === undefined) end(0, lastWords(screen, 'back') ?? said);
    else {
      setSaid(lastWords(screen, 'back') ?? said);
      open(async () => ({ kind: 'home', view: await home() }));
    }
  };

  const onReadSection = async (card: ShownCard): Promise<boolean> => {
    const reader = await doors.reader?.();
    const at = reader?.sectionOfCard(card.key) ?? null;
    if (reader === undefined || at === null || screen.kind !== 'review') return false;
    setScreen({ kind: 'read', reader, at, card: screen });
    return true;
  };

  useEffect(() => {
    const leave = (): void => end(130, lastWords(screen, 'quit') ?? said);
    options.interrupted?.addEventListener('abort', leave);
    return () => options.interrupted?.removeEventListener('abort', leave);
  });

  switch (screen.kind) {
    case 'first-run':
      return (
        <FirstRunScreen
          practice={screen.door.practice}
          keymap={keymap}
          clock={options.clock}
          onDone={(minutes) =>
            open(async () => {
              setButtons(await screen.door.keep(minutes));
              return firstScreen(doors);
            })
          }
          onLeave={(how) => end(how === 'quit' ? 130 : 0, said)}
          onBug={onBug}
        />
      );
    case 'home':
      return (
        <HomeScreen
          view={screen.view}
          keymap={keymap}
          onReview={(deck) =>
            open(async () => ({ kind: 'review', reviewer: await behind(doors.review)(deck) }))
          }
          onRead={() => open(async () => goOnReading(await behind(doors.reader)()))}
          onLeave={(how) => end(how === 'quit' ? 130 : 0, said)}
        />
      );
    case 'review':
      return (
        <ReviewScreen
          reviewer={screen.reviewer}
          keymap={keymap}
          buttons={buttons}
          clock={options.clock}
          openEditor={openEditor}
          onLeave={(how) => {
            if (how !== 'back') end(how === 'quit' ? 130 : 0, lastWords(screen, how) ?? said);
            else if (screen.section === undefined) goHome();
            else setScreen(afterCards(screen));
          }}
          onReadSection={onReadSection}
          onBug={onBug}
          what={screen.section === undefined ? 'day' : 'section'}
          leaveLabel={leaveLabelOf(screen, doors)}
        />
      );
    case 'triage':
      return (
        <TriageScreen
          triage={screen.triage}
          keymap={keymap}
          openEditor={openEditor}
          onLeave={(how) => end(how === 'quit' ? 130 : 0, lastWords(screen, how) ?? said)}
          onBug={onBug}
        />
      );
    case 'read': {
      const { reader, at, card } = screen;
      return (
        <ReadScreen
          reader={reader}
          at={at}
          fromCard={card !== undefined}
          keymap={keymap}
          onCards={(key) =>
            setScreen({ kind: 'review', reviewer: reader.cards(key), section: { reader, key } })
          }
          onLeave={(how) => {
            if (how !== 'back') end(how === 'quit' ? 130 : 0, lastWords(screen, how) ?? said);
            else if (card === undefined) goHome();
            else setScreen(card);
          }}
          onBug={onBug}
        />
      );
    }
  }
}

/** A door that must be there, since the screen that leads to it is. */
function behind<Door>(door: Door | undefined): Door {
  if (door === undefined) throw new Error('there is nothing behind this door');
  return door;
}

/** At the section behind what was read last; the list of chapters where nothing is left. */
function goOnReading(reader: Reader): Screen {
  return { kind: 'read', reader, at: reader.view().next };
}

/** When all cards of a section are done the next one is read; else the section itself waits. */
function afterCards({ reviewer, section }: ReviewOnScreen): Screen {
  if (section === undefined) throw new Error('these cards are of no section');
  const { reader, key } = section;
  const isDone = reviewer.view().phase === 'done';
  return { kind: 'read', reader, at: isDone ? (sectionAfter(reader, key)?.key ?? null) : key };
}

function leaveLabelOf({ section }: ReviewOnScreen, { home }: Doors): string {
  if (section === undefined) return home === undefined ? 'leave' : 'home';
  return sectionAfter(section.reader, section.key) === undefined ? 'chapters' : 'next section';
}

/** What is left in the scrollback of a screen that is left in this way; undefined where it has nothing to say. */
function lastWords(screen: Screen, how: Leaving): string | undefined {
  if (screen.kind === 'home' || screen.kind === 'first-run') return undefined;
  if (screen.kind === 'review') return farewellOf(screen.reviewer, how);
  if (screen.kind === 'triage')
    return farewellLines(screen.triage.view()).map(terminalLine).join('\n');
  if (screen.card !== undefined) return farewellOf(screen.card.reviewer, how);
  const words = readingFarewell(screen.reader);
  return words === '' ? undefined : terminalLine(words);
}

/** What is left in the scrollback of a session that was left in this way. */
function farewellOf(reviewer: Reviewer, how: Leaving): string {
  const { phase, progress } = reviewer.view();
  const ending = phase === 'done' ? 'done' : how === 'quit' ? 'interrupted' : 'left';
  return summaryLines(reviewer.summary(), ending, progress.left).map(terminalLine).join('\n');
}
