import { createContext } from 'react';
import type { KeyPress } from './key-press.ts';

/** What a screen does with keys. */
export interface KeyListener {
  readonly onKey: (press: KeyPress) => void;
  readonly onPaste: (text: string) => void;
}

/**
 * Leads keys to the screen that is on. Between two screens they wait for the next one, so that keys typed
 * ahead count; but not the key that led there, which may be held down.
 */
export class KeyBus {
  #listener: KeyListener | null = null;
  #waiting: KeyPress[] = [];
  #last = '';

  press(press: KeyPress): void {
    const isSame = press.name === this.#last;
    this.#last = press.name;
    if (this.#listener !== null) this.#listener.onKey(press);
    else if (!isSame) this.#waiting.push(press);
  }

  paste(text: string): void {
    this.#listener?.onPaste(text);
  }

  /** The result ends it. */
  listen(listener: KeyListener): () => void {
    this.#listener = listener;
    for (const press of this.#waiting.splice(0)) listener.onKey(press);
    return () => {
      if (this.#listener === listener) this.#listener = null;
    };
  }
}

/** Where keys come from; null where there is no keyboard. */
export const KeyBusContext = createContext<KeyBus | null>(null);
