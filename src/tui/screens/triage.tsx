import { useApp, useWindowSize } from 'ink';
import { useEffect, useLayoutEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { ShownDraft, Triage } from '../../app/triage/view.ts';
import { Frame } from '../components/frame.tsx';
import { Overlay } from '../components/overlay.tsx';
import { useTheme } from '../components/theme-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import type { Keymap } from '../keymap.ts';
import { isTooSmall } from '../layout.ts';
import type { Leaving } from './review/desk.ts';
import { TooSmall } from './too-small.tsx';
import { TriageController } from './triage/controller.ts';
import { pictureOf } from './triage/picture.ts';
import { noExtent } from './triage/state.ts';

/** What the triage screen is given. */
export interface TriageScreenProps {
  readonly triage: Triage;
  readonly keymap: Keymap;
  readonly openEditor: (draft: ShownDraft) => Promise<void>;
  readonly onLeave: (how: Leaving) => void;
  readonly onBug: (failure: unknown) => void;
}

/** Drafts one by one: each with its findings and its passage, to be kept, mended or turned down. */
export function TriageScreen(props: TriageScreenProps): ReactNode {
  const { triage, keymap } = props;
  const { waitUntilRenderFlush } = useApp();
  const size = useWindowSize();
  const { marks } = useTheme();
  const [controller] = useState(
    () => new TriageController({ ...props, monotonicMs: () => performance.now() }),
  );
  const [sitting] = useState(() => ({
    subscribe: (listener: () => void) => triage.subscribe(listener),
    view: () => triage.view(),
  }));
  const view = useSyncExternalStore(sitting.subscribe, sitting.view);
  const state = useSyncExternalStore(controller.subscribe, controller.state);
  useKeys(controller.press, controller.paste);

  const tooSmall = isTooSmall(size);
  const picture = tooSmall ? null : pictureOf({ view, state, size, keymap, marks });
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
