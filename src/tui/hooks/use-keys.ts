import { useInput, usePaste } from 'ink';
import { useContext, useLayoutEffect } from 'react';
import { KeyBusContext } from '../control/key-bus.ts';
import { keyPresses, type KeyPress } from '../control/key-press.ts';

/**
 * The one listener of a screen. `onKey` gets every key of a chunk in turn; `onPaste` gets pasted text
 * whole, so that no pasted character is ever taken for a key. Below a `Keyboard` no key is lost between
 * two screens; a screen that stands alone listens itself.
 */
export function useKeys(onKey: (press: KeyPress) => void, onPaste: (text: string) => void): void {
  const bus = useContext(KeyBusContext);
  const isActive = bus === null;
  useLayoutEffect(() => bus?.listen({ onKey, onPaste }));
  useInput(
    (input, key) => {
      for (const press of keyPresses(input, key)) onKey(press);
    },
    { isActive },
  );
  usePaste(onPaste, { isActive });
}
