import { useWindowSize } from 'ink';
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import type { HomeView } from '../../app/review/home-view.ts';
import { bodyRows, Frame } from '../components/frame.tsx';
import { helpLines } from '../components/help-lines.ts';
import { keyLines } from '../components/key-line.ts';
import { Overlay, overlayHeight, overlayWidth } from '../components/overlay.tsx';
import { useKeys } from '../hooks/use-keys.ts';
import { keymapWithout, type Keymap } from '../keymap.ts';
import { isTooSmall, layoutOf } from '../layout.ts';
import { spread } from '../text/lines.ts';
import { moreLine, windowOn } from '../components/scroll.ts';
import { piece } from '../text/piece.ts';
import { HomeController, homeMode } from './home/controller.ts';
import { dateLine, homeLines, labelsOf } from './home/home-lines.ts';
import type { Leaving } from '../control/desk.ts';
import { TooSmall } from '../components/too-small.tsx';

/** What home is given. */
export interface HomeScreenProps {
  readonly view: HomeView;
  readonly keymap: Keymap;
  readonly onReview: (deck?: string) => void;
  readonly onRead: () => void;
  readonly onLeave: (how: Leaving) => void;
}

/** The first screen: what today brings, and how well each deck is known. */
export function HomeScreen(props: HomeScreenProps): ReactNode {
  const { view, keymap } = props;
  const size = useWindowSize();
  const [controller] = useState(
    () => new HomeController(view, { ...props, monotonicMs: () => performance.now() }),
  );
  const state = useSyncExternalStore(controller.subscribe, controller.state);
  const tooSmall = isTooSmall(size);
  useKeys((press) => controller.press(press, tooSmall), ignorePaste);
  if (tooSmall) return <TooSmall size={size} keymap={keymap} />;

  const layout = layoutOf(size);
  const header = [
    spread([piece('tenet', 'plain', { bold: true })], dateLine(view), layout.edgeWidth),
  ];
  const mode = homeMode(view);
  // Enter reviews the chosen deck; before one is chosen the row says how to choose.
  const shownKeys = keymapWithout(keymap, [state.chosen === null ? 'reviewDeck' : 'nextDeck']);
  const footer = keyLines(state.help ? 'help' : mode, shownKeys, layout.edgeWidth, labelsOf(view));
  const { lines, mustSee } = homeLines(view, state.chosen, layout.textWidth);
  const body = windowOn(lines, bodyRows(layout, header.length, footer.length), null, mustSee);
  const help = state.help
    ? helpLines(mode, keymap, overlayWidth(layout, 62)).slice(0, overlayHeight(layout))
    : null;
  return (
    <Frame
      layout={layout}
      header={header}
      body={body.visible}
      notice={moreLine(body.below, layout.edgeWidth)}
      footer={footer}
    >
      {help !== null && <Overlay layout={layout} lines={help} />}
    </Frame>
  );
}

/** Home has no field to paste into. */
function ignorePaste(): void {}
