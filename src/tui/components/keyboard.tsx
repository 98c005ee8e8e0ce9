import { useInput, usePaste } from 'ink';
import { useState, type ReactNode } from 'react';
import { KeyBus, KeyBusContext } from '../control/key-bus.ts';
import { keyPresses } from '../control/key-press.ts';

/** Listens as long as the app runs, for whichever screen is on. */
export function Keyboard({ children }: { readonly children?: ReactNode }): ReactNode {
  const [bus] = useState(() => new KeyBus());
  useInput((input, key) => {
    for (const press of keyPresses(input, key)) bus.press(press);
  });
  usePaste((text) => bus.paste(text));
  return <KeyBusContext value={bus}>{children}</KeyBusContext>;
}
