import { useWindowSize } from 'ink';
import { useLayoutEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { Frame } from '../components/frame.tsx';
import { Overlay } from '../components/overlay.tsx';
import { useTheme } from '../components/theme-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { isTooSmall } from '../layout.ts';
import { ReadController, type ReadPorts } from './read/controller.ts';
import { readPicture } from './read/picture.ts';
import { noExtent } from './read/state.ts';
import { TooSmall } from './too-small.tsx';

/** The reader: its chapters, and one section at a time. */
export function ReadScreen(props: Omit<ReadPorts, 'monotonicMs'>): ReactNode {
  const { keymap, fromCard } = props;
  const size = useWindowSize();
  const { marks } = useTheme();
  const [controller] = useState(
    () => new ReadController({ ...props, monotonicMs: () => performance.now() }),
  );
  const state = useSyncExternalStore(controller.subscribe, controller.state);
  useKeys(controller.press, ignorePaste);

  const tooSmall = isTooSmall(size);
  const picture = tooSmall ? null : readPicture({ state, size, keymap, fromCard, marks });
  useLayoutEffect(() => controller.measure(picture?.extent ?? { ...noExtent, tooSmall: true }));

  if (picture === null) return <TooSmall size={size} keymap={keymap} />;
  return (
    <Frame {...picture.frame}>
      {picture.overlay !== null && (
        <Overlay layout={picture.frame.layout} lines={picture.overlay} />
      )}
    </Frame>
  );
}

/** The reader has no field to paste into. */
function ignorePaste(): void {}
