import { useInput, usePaste } from 'ink';
import { keyPresses, type KeyPress } from './key-press.ts';

/**
 * The one listener of a screen. `onKey` gets every key of a chunk in turn; `onPaste` gets pasted text
 * whole, so that no pasted character is ever taken for a key.
 */
export function useKeys(onKey: (press: KeyPress) => void, onPaste: (text: string) => void): void {
  useInput((input, key) => {
    for (const press of keyPresses(input, key)) onKey(press);
  });
  usePaste(onPaste);
}
