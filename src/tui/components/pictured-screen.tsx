import { useApp, useWindowSize } from 'ink';
import { useEffect, useLayoutEffect, useSyncExternalStore, type ReactNode } from 'react';
import type { Controller } from '../control/controller.ts';
import type { Notice } from '../control/notice.ts';
import { useKeys } from '../hooks/use-keys.ts';
import type { Keymap } from '../keymap.ts';
import { isTooSmall, type Size } from '../layout.ts';
import { noExtent, type Picture } from '../picture.ts';
import { Frame } from './frame.tsx';
import { Overlay } from './overlay.tsx';
import { useTheme } from './theme-context.ts';
import { TooSmall } from './too-small.tsx';

/** What every picture depends on, whatever the screen. */
export interface PictureScene<View, State> {
  readonly view: View;
  readonly state: State;
  readonly size: Size;
  /** Code and maths keep their marks: the theme has no colour for them. */
  readonly marks: boolean;
}

/**
 * A screen that is a picture of its controller. Keys go to the controller, and it is told the measures of
 * each picture, and once a picture is painted which view the person sees.
 */
export function PicturedScreen<View, State extends { readonly notice: Notice | null }>(props: {
  readonly controller: Controller<View, State>;
  readonly keymap: Keymap;
  readonly pictureOf: (scene: PictureScene<View, State>) => Picture;
}): ReactNode {
  const { controller, keymap, pictureOf } = props;
  const { waitUntilRenderFlush } = useApp();
  const size = useWindowSize();
  const { marks } = useTheme();
  const view = useSyncExternalStore(controller.subscribe, controller.view);
  const state = useSyncExternalStore(controller.subscribe, controller.state);
  useKeys(controller.press, controller.paste);

  const picture = isTooSmall(size) ? null : pictureOf({ view, state, size, marks });
  useLayoutEffect(() => controller.measure(picture?.extent ?? { ...noExtent, tooSmall: true }));
  useEffect(() => {
    const seen = picture === null ? null : view;
    void waitUntilRenderFlush().then(() => controller.paint(seen));
  });

  if (picture === null) return <TooSmall size={size} keymap={keymap} />;
  const { frame, overlay } = picture;
  return (
    <Frame {...frame}>
      {overlay !== null && <Overlay layout={frame.layout} lines={overlay} />}
    </Frame>
  );
}
