import { useWindowSize } from 'ink';
import { useState, type ReactNode } from 'react';
import type { Reviewer } from '../../app/review/view.ts';
import { type DailyMinutes, dailyChoices, usualMinutes } from '../../app/welcome/welcome.ts';
import type { Clock } from '../../model/clock.ts';
import { bodyRows, Frame, type FrameProps } from '../components/frame.tsx';
import { keyLines } from '../components/key-line.ts';
import { moreLine, windowOn } from '../components/scroll.ts';
import { useKeys } from '../hooks/use-keys.ts';
import type { Mode } from '../modes.ts';
import { keymapWithout, type Keymap } from '../keymap.ts';
import type { Action } from '../keys.ts';
import { isTooSmall, layoutOf, type Size } from '../layout.ts';
import { spread } from '../text/lines.ts';
import { piece, type Line } from '../text/piece.ts';
import { askingLines, choiceLines } from './first-run-lines.ts';
import type { Leaving } from '../control/desk.ts';
import { ReviewScreen } from './review.tsx';
import { TooSmall } from '../components/too-small.tsx';

/** What the first run is given. */
export interface FirstRunProps {
  readonly practice: () => Reviewer;
  readonly keymap: Keymap;
  readonly clock: Clock;
  /** It is over; null where no minutes were chosen. */
  readonly onDone: (minutes: DailyMinutes | null) => void;
  readonly onLeave: (how: Leaving) => void;
  readonly onBug: (failure: unknown) => void;
}

/** What a practice card has nothing for: a text in a deck, a schedule, a source. */
const forRealCards: readonly Action[] = [
  'edit',
  'editor',
  'bury',
  'suspend',
  'flag',
  'info',
  'source',
  'readSection',
];

type Page =
  | { readonly kind: 'minutes' }
  | { readonly kind: 'practice'; readonly reviewer: Reviewer }
  | { readonly kind: 'asking' };

/** The first run: minutes a day, the keys on two practice cards, what spaced repetition will ask. */
export function FirstRunScreen(props: FirstRunProps): ReactNode {
  const { keymap, clock, practice, onDone, onLeave, onBug } = props;
  const [page, setPage] = useState<Page>({ kind: 'minutes' });
  const [minutes, setMinutes] = useState<DailyMinutes | null>(null);
  if (page.kind === 'minutes')
    return (
      <MinutesPage
        keymap={keymap}
        onLeave={onLeave}
        onSkip={() => onDone(null)}
        onChosen={(chosen) => {
          setMinutes(chosen);
          setPage({ kind: 'practice', reviewer: practice() });
        }}
      />
    );
  if (page.kind === 'asking')
    return <AskingPage keymap={keymap} onLeave={onLeave} onDone={() => onDone(minutes)} />;
  return (
    <ReviewScreen
      reviewer={page.reviewer}
      keymap={keymapWithout(keymap, forRealCards)}
      buttons={2}
      clock={clock}
      openEditor={() => Promise.resolve()}
      reading={nothingToRead}
      onRead={() => undefined}
      onReadSection={() => Promise.resolve(false)}
      onLeave={(how) => (how === 'quit' ? onLeave(how) : setPage({ kind: 'asking' }))}
      onBug={onBug}
      what="practice"
      leaveLabel="go on"
    />
  );
}

function MinutesPage(props: {
  readonly keymap: Keymap;
  readonly onChosen: (minutes: DailyMinutes) => void;
  readonly onSkip: () => void;
  readonly onLeave: (how: Leaving) => void;
}): ReactNode {
  const { keymap, onChosen, onSkip, onLeave } = props;
  const size = useWindowSize();
  const [chosen, setChosen] = useState(() =>
    dailyChoices.findIndex(({ minutes }) => minutes === usualMinutes),
  );
  useKeys(({ name }) => {
    const action = keymap.actionFor(isTooSmall(size) ? 'tooSmall' : 'choosing', name);
    if (action === 'skip') onSkip();
    else if (action === 'leave' || action === 'quit') onLeave(action);
    else if (action === 'choose') onChosen(dailyChoices[chosen]?.minutes ?? usualMinutes);
    else if (action === 'nextChoice') setChosen(Math.min(dailyChoices.length - 1, chosen + 1));
    else if (action === 'previousChoice') setChosen(Math.max(0, chosen - 1));
  }, ignorePaste);
  if (isTooSmall(size)) return <TooSmall size={size} keymap={keymap} />;
  const { lines, chosenRow } = choiceLines(chosen, layoutOf(size).textWidth);
  return (
    <Frame {...toldPage({ size, keymap, mode: 'choosing', lines, mustSee: chosenRow }).frame} />
  );
}

function AskingPage(props: {
  readonly keymap: Keymap;
  readonly onDone: () => void;
  readonly onLeave: (how: Leaving) => void;
}): ReactNode {
  const { keymap, onDone, onLeave } = props;
  const size = useWindowSize();
  const [scroll, setScroll] = useState(0);
  const lines = askingLines(layoutOf(size).textWidth);
  const page = toldPage({ size, keymap, mode: 'telling', lines, scroll });
  const scrollBy = (rows: number): void =>
    setScroll(Math.max(0, Math.min(lines.length - page.seen, page.scroll + rows)));
  useKeys(({ name }) => {
    const action = keymap.actionFor(isTooSmall(size) ? 'tooSmall' : 'telling', name);
    if (action === 'choose' && page.more) scrollBy(page.seen - 1);
    else if (action === 'choose' || action === 'skip') onDone();
    else if (action === 'leave' || action === 'quit') onLeave(action);
    else if (action === 'down' || action === 'up') scrollBy(action === 'down' ? 1 : -1);
    else if (action === 'pageDown') scrollBy(page.seen - 1);
    else if (action === 'pageUp') scrollBy(1 - page.seen);
  }, ignorePaste);
  if (isTooSmall(size)) return <TooSmall size={size} keymap={keymap} />;
  return <Frame {...page.frame} />;
}

/** A page of the first run, drawn: its frame, and what of its lines is seen. */
interface ToldPage {
  readonly frame: Omit<FrameProps, 'children'>;
  readonly seen: number;
  readonly scroll: number;
  readonly more: boolean;
}

function toldPage(page: {
  readonly size: Size;
  readonly keymap: Keymap;
  readonly mode: Mode;
  readonly lines: readonly Line[];
  /** Rows scrolled; absent where a row must be seen instead. */
  readonly scroll?: number;
  readonly mustSee?: number;
}): ToldPage {
  const { size, keymap, mode, lines, scroll = null, mustSee = 0 } = page;
  const layout = layoutOf(size);
  const width = layout.edgeWidth;
  const header = [
    spread([piece('tenet', 'plain', { bold: true })], [piece('Welcome', 'dim')], width),
  ];
  const keys = (more: boolean): Line[] =>
    keyLines(mode, keymap, width, more && mode === 'telling' ? { choose: 'read on' } : {});
  const height = bodyRows(layout, header.length, keys(false).length);
  const body = windowOn(lines, height, scroll, mustSee);
  const notice = moreLine(body.below, width);
  return {
    frame: { layout, header, body: body.visible, notice, footer: keys(body.below) },
    seen: body.visible.length,
    scroll: body.scroll,
    more: body.below,
  };
}

/** Practice is no day's work. */
function nothingToRead(): null {
  return null;
}

/** There is no field to paste into. */
function ignorePaste(): void {}
