import { useContext, useLayoutEffect } from 'react';
import { KeyBusContext } from '../control/key-bus.ts';
import type { KeyPress } from '../control/key-press.ts';

/**
 * The one listener of a screen, below a `Keyboard`. `onKey` gets every key of a chunk in turn; `onPaste`
 * gets pasted text whole, so that no pasted character is ever taken for a key.
 */
export function useKeys(onKey: (press: KeyPress) => void, onPaste: (text: string) => void): void {
  const bus = useContext(KeyBusContext);
  if (bus === null) throw new Error('a screen without a keyboard');
  useLayoutEffect(() => bus.listen({ onKey, onPaste }));
}
