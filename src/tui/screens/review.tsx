import { useApp, useWindowSize } from 'ink';
import { useEffect, useLayoutEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Reviewer, ShownCard } from '../../app/review/view.ts';
import type { Clock } from '../../model/clock.ts';
import { Frame } from '../components/frame.tsx';
import { Overlay } from '../components/overlay.tsx';
import { useTheme } from '../components/theme-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useTick } from '../hooks/use-tick.ts';
import type { Keymap } from '../keymap.ts';
import { isTooSmall } from '../layout.ts';
import { ReviewController } from './review/controller.ts';
import type { Leaving } from './review/desk.ts';
import { pictureOf } from './review/picture.ts';
import type { SessionKind } from './review/scene.ts';
import { noExtent } from './review/state.ts';
import { TooSmall } from './too-small.tsx';

/** What the review screen is given. */
export interface ReviewScreenProps {
  readonly reviewer: Reviewer;
  readonly keymap: Keymap;
  readonly buttons: 2 | 4;
  readonly clock: Clock;
  readonly openEditor: (card: ShownCard) => Promise<void>;
  readonly onReadSection: (card: ShownCard) => Promise<boolean>;
  readonly onLeave: (how: Leaving) => void;
  readonly onBug: (failure: unknown) => void;
  readonly what: SessionKind;
  readonly leaveLabel: string;
}

/** A session: it asks, shows, takes grades, and stays until it is left. */
export function ReviewScreen(props: ReviewScreenProps): ReactNode {
  const { reviewer, keymap, buttons, clock, what, leaveLabel } = props;
  const { waitUntilRenderFlush } = useApp();
  const size = useWindowSize();
  const { marks } = useTheme();
  const [controller] = useState(
    () => new ReviewController({ ...props, monotonicMs: () => performance.now() }),
  );
  const [session] = useState(() => ({
    subscribe: (listener: () => void) => reviewer.subscribe(listener),
    view: () => reviewer.view(),
    tick: () => reviewer.tick(),
  }));
  const view = useSyncExternalStore(session.subscribe, session.view);
  const state = useSyncExternalStore(controller.subscribe, controller.state);
  useTick(view.phase === 'waiting', session.tick);
  useKeys(controller.press, controller.paste);

  const tooSmall = isTooSmall(size);
  const picture = tooSmall
    ? null
    : pictureOf({
        view,
        state,
        size,
        keymap,
        buttons,
        marks,
        nowMs: clock.now(),
        what,
        leaveLabel,
      });
  useLayoutEffect(() => controller.measure(picture?.extent ?? { ...noExtent, tooSmall: true }));
  useEffect(() => {
    void waitUntilRenderFlush().then(() => controller.paint(tooSmall ? null : view));
  });

  if (picture === null) return <TooSmall size={size} keymap={keymap} />;
  return (
    <Frame {...picture.frame}>
      {picture.overlay !== null && (
        <Overlay layout={picture.frame.layout} lines={picture.overlay} />
      )}
    </Frame>
  );
}
