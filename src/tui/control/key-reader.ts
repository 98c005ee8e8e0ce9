import type { Keymap } from '../keymap.ts';
import { actions, type Action } from '../keys.ts';
import type { Mode } from '../modes.ts';

/** A finger does not strike one key twice faster than this on purpose; a held key does. */
const repeatWindowMs = 150;

/** What a key means: an action, or none; and whether it was meant, or only bounced or is held down. */
export interface KeyMeaning {
  readonly action: Action | undefined;
  readonly meant: boolean;
}

/**
 * Reads keys one after the other. The same key as the one before within `repeatWindowMs` of it was not
 * meant, unless its action repeats; different keys in quick succession all count.
 */
export function createKeyReader(
  keymap: Keymap,
  monotonicMs: () => number,
): (mode: Mode, key: string) => KeyMeaning {
  let last = { key: '', atMs: Number.NEGATIVE_INFINITY };
  return (mode, key) => {
    const atMs = monotonicMs();
    const again = key === last.key && atMs - last.atMs < repeatWindowMs;
    last = { key, atMs };
    const action = keymap.actionFor(mode, key);
    const repeats = action !== undefined && actions[action].repeats === true;
    return { action, meant: !again || repeats };
  };
}
