import { useWindowSize } from 'ink';
import { useState, type ReactNode } from 'react';
import type { Reviewer } from '../../app/review/view.ts';
import { type DailyMinutes, dailyChoices, usualMinutes } from '../../app/welcome/welcome.ts';
import type { Clock } from '../../model/clock.ts';
import { bodyRows, Frame } from '../components/frame.tsx';
import { keyLines } from '../components/key-line.ts';
import { moreLine, windowOn } from '../components/scroll.ts';
import { useKeys } from '../hooks/use-keys.ts';
import type { Mode } from '../modes.ts';
import { keymapWithout, type Keymap } from '../keymap.ts';
import type { Action } from '../keys.ts';
import { isTooSmall, layoutOf } from '../layout.ts';
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
  const [chosen, setChosen] = useState(() =>
    dailyChoices.findIndex(({ minutes }) => minutes === usualMinutes),
  );
  useKeys(({ name }) => {
    const action = keymap.actionFor('choosing', name);
    if (action === 'skip') onSkip();
    else if (action === 'leave' || action === 'quit') onLeave(action);
    else if (action === 'choose') onChosen(dailyChoices[chosen]?.minutes ?? usualMinutes);
    else if (action === 'nextChoice') setChosen(Math.min(dailyChoices.length - 1, chosen + 1));
    else if (action === 'previousChoice') setChosen(Math.max(0, chosen - 1));
  }, ignorePaste);
  return <Told keymap={keymap} mode="choosing" lines={(width) => choiceLines(chosen, width)} />;
}

function AskingPage(props: {
  readonly keymap: Keymap;
  readonly onDone: () => void;
  readonly onLeave: (how: Leaving) => void;
}): ReactNode {
  const { keymap, onDone, onLeave } = props;
  const [scroll, setScroll] = useState(0);
  useKeys(({ name }) => {
    const action = keymap.actionFor('telling', name);
    if (action === 'choose' || action === 'skip') onDone();
    else if (action === 'leave' || action === 'quit') onLeave(action);
    else if (action === 'down' || action === 'pageDown') setScroll(scroll + 1);
    else if (action === 'up' || action === 'pageUp') setScroll(Math.max(0, scroll - 1));
  }, ignorePaste);
  return <Told keymap={keymap} mode="telling" lines={askingLines} scroll={scroll} />;
}

/** A page of the first run, drawn. */
function Told(props: {
  readonly keymap: Keymap;
  readonly mode: Mode;
  readonly lines: (width: number) => readonly Line[];
  readonly scroll?: number;
}): ReactNode {
  const { keymap, mode, lines, scroll = 0 } = props;
  const size = useWindowSize();
  if (isTooSmall(size)) return <TooSmall size={size} keymap={keymap} />;
  const layout = layoutOf(size);
  const welcome = [piece('Welcome', 'dim')];
  const header = [spread([piece('tenet', 'plain', { bold: true })], welcome, layout.edgeWidth)];
  const footer = keyLines(mode, keymap, layout.edgeWidth);
  const height = bodyRows(layout, header.length, footer.length);
  const body = windowOn(lines(layout.textWidth), height, scroll);
  return (
    <Frame
      layout={layout}
      header={header}
      body={body.visible}
      notice={moreLine(body.below, layout.edgeWidth)}
      footer={footer}
    />
  );
}

/** There is no field to paste into. */
function ignorePaste(): void {}
