import type { ReactNode } from 'react';
import type { ShownCard } from '../app/review/view.ts';
import type { Clock } from '../model/clock.ts';
import type { Leaving } from './control/desk.ts';
import type { Doors } from './doors.ts';
import { firstScreen } from './first-screen.ts';
import { readingAfter } from './last-words.ts';
import type { Keymap } from './keymap.ts';
import type { ReviewOnScreen, Screen } from './screen.ts';
import { FirstRunScreen } from './screens/first-run.tsx';
import { HomeScreen } from './screens/home.tsx';
import { sectionAfter } from './screens/read/onward.ts';
import { OpeningScreen } from './screens/opening.tsx';
import { ReadScreen } from './screens/read.tsx';
import { ReviewScreen } from './screens/review.tsx';
import { TriageScreen } from './screens/triage.tsx';

/** What every screen of the app is given, and where it can lead. */
export interface Course {
  readonly doors: Doors;
  readonly keymap: Keymap;
  readonly clock: Clock;
  readonly buttons: 2 | 4;
  setButtons(buttons: 2 | 4): void;
  go(next: Screen): void;
  /** The same, once it is open; where it cannot be opened the app ends. */
  open(next: () => Promise<Screen>): void;
  /** Ends the app: 130 for `quit`. */
  leave(how: Leaving): void;
  /** Keeps what the screen has to say for the end of the app. */
  remember(): void;
  /** Lends the terminal to the person's editor, with this file of the collection open. */
  openEditor(place: Pick<ShownCard, 'file' | 'line'>): Promise<void>;
  /** Ends the app with a bug. */
  onBug(failure: unknown): void;
}

interface RouteProps<Kind extends Screen['kind']> {
  readonly screen: Extract<Screen, { readonly kind: Kind }>;
  readonly course: Course;
}

/** After the first run: what the app was to begin with. */
export function FirstRun({ screen, course }: RouteProps<'first-run'>): ReactNode {
  const { keymap, clock, onBug, leave } = course;
  return (
    <FirstRunScreen
      keymap={keymap}
      clock={clock}
      onBug={onBug}
      practice={screen.door.practice}
      onDone={(minutes) =>
        course.open(async () => {
          course.setButtons(await screen.door.keep(minutes));
          return firstScreen(course.doors);
        })
      }
      onLeave={leave}
    />
  );
}

/** On to the first screen, which is opened meanwhile. */
export function Opening({ course }: RouteProps<'opening'>): ReactNode {
  const { keymap, doors, open } = course;
  return (
    <OpeningScreen
      keymap={keymap}
      title="Drafts"
      words="Reading the drafts, their documents and the decks …"
      onPainted={() => open(() => firstScreen(doors))}
    />
  );
}

/** From home into a session, or on with reading. */
export function Home({ screen, course }: RouteProps<'home'>): ReactNode {
  const { doors, keymap, open, leave } = course;
  return (
    <HomeScreen
      keymap={keymap}
      view={screen.view}
      onReview={(deck) =>
        open(async () => ({ kind: 'review', reviewer: await behind(doors.review)(deck) }))
      }
      onRead={() => readOn(course)}
      onLeave={leave}
    />
  );
}

/** From the cards of the day back home; from those of a section on in the reader. */
export function Review({ screen, course }: RouteProps<'review'>): ReactNode {
  const { doors, keymap, clock, buttons, openEditor, onBug } = course;
  const { reviewer, section } = screen;
  const onReadSection = async (card: ShownCard): Promise<boolean> => {
    const reader = await doors.reader?.();
    const at = reader?.sectionOfCard(card.key) ?? null;
    if (reader === undefined || at === null) return false;
    course.go({ kind: 'read', reader, at, card: screen });
    return true;
  };
  return (
    <ReviewScreen
      reviewer={reviewer}
      keymap={keymap}
      clock={clock}
      buttons={buttons}
      openEditor={openEditor}
      onBug={onBug}
      reading={() => readingAfter(screen, doors)}
      onRead={() => {
        course.remember();
        readOn(course);
      }}
      onReadSection={onReadSection}
      onLeave={(how) => {
        if (how !== 'back') course.leave(how);
        else if (section === undefined) goHome(course);
        else course.go(afterCards(reviewer, section));
      }}
      what={section === undefined ? 'day' : 'section'}
      leaveLabel={leaveLabelOf(section, doors)}
    />
  );
}

/** From a section to its cards, or back to the card from which it was opened. */
export function Read({ screen, course }: RouteProps<'read'>): ReactNode {
  const { keymap, onBug } = course;
  const { reader, at, card } = screen;
  return (
    <ReadScreen
      reader={reader}
      at={at}
      keymap={keymap}
      onBug={onBug}
      fromCard={card !== undefined}
      onCards={(key) =>
        course.go({ kind: 'review', reviewer: reader.cards(key), section: { reader, key } })
      }
      onLeave={(how) => {
        if (how !== 'back') course.leave(how);
        else if (card === undefined) goHome(course);
        else course.go(card);
      }}
    />
  );
}

/** Triage leads nowhere but out. */
export function Triage({ screen, course }: RouteProps<'triage'>): ReactNode {
  const { keymap, openEditor, leave, onBug } = course;
  return (
    <TriageScreen
      keymap={keymap}
      openEditor={openEditor}
      onBug={onBug}
      triage={screen.triage}
      onLeave={leave}
    />
  );
}

/** On with reading where it was left. */
function readOn({ doors, open }: Course): void {
  open(async () => {
    const reader = await behind(doors.reader)();
    return { kind: 'read', reader, at: reader.view().next };
  });
}

/** Home as it is now; out where the app has none. */
function goHome({ doors: { home }, open, remember, leave }: Course): void {
  if (home === undefined) {
    leave('back');
    return;
  }
  remember();
  open(async () => ({ kind: 'home', view: await home() }));
}

/** A door that must be there, since the screen that leads to it is. */
function behind<Door>(door: Door | undefined): Door {
  if (door === undefined) throw new Error('there is nothing behind this door');
  return door;
}

type Section = NonNullable<ReviewOnScreen['section']>;

/** When all cards of a section are done the next one is read; else the section itself waits. */
function afterCards(reviewer: ReviewOnScreen['reviewer'], { reader, key }: Section): Screen {
  const isDone = reviewer.view().phase === 'done';
  return { kind: 'read', reader, at: isDone ? (sectionAfter(reader, key)?.key ?? null) : key };
}

function leaveLabelOf(section: Section | undefined, { home }: Doors): string {
  if (section === undefined) return home === undefined ? 'leave' : 'home';
  return sectionAfter(section.reader, section.key) === undefined ? 'chapters' : 'next section';
}
