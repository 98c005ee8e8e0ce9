import { useApp, useWindowSize } from 'ink';
import { useEffect, useState, type ReactNode } from 'react';
import { bodyRows, Frame } from '../components/frame.tsx';
import { TooSmall } from '../components/too-small.tsx';
import type { Keymap } from '../keymap.ts';
import { isTooSmall, layoutOf } from '../layout.ts';
import { piece } from '../text/piece.ts';
import { wrap } from '../text/wrap.ts';

/** What the opening screen is given. */
export interface OpeningScreenProps {
  readonly keymap: Keymap;
  /** In its first row: what is being opened. */
  readonly title: string;
  /** What takes its time. */
  readonly words: string;
  /** The person sees it: the slow work may begin. */
  readonly onPainted: () => void;
}

/** What stands on the terminal while the first screen is opened; keys wait for that one. */
export function OpeningScreen({ keymap, title, words, onPainted }: OpeningScreenProps): ReactNode {
  const { waitUntilRenderFlush } = useApp();
  const size = useWindowSize();
  const [begin] = useState(() => onPainted);
  useEffect(() => void waitUntilRenderFlush().then(begin), [waitUntilRenderFlush, begin]);
  if (isTooSmall(size)) return <TooSmall size={size} keymap={keymap} />;
  const layout = layoutOf(size);
  const header = [[piece(title, 'dim')]];
  const body = wrap([piece(words, 'dim')], layout.textWidth).slice(0, bodyRows(layout, 1, 0));
  return <Frame layout={layout} header={header} body={body} notice={[]} footer={[]} />;
}
