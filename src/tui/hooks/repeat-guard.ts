/** A finger does not strike one key twice faster than this on purpose; a held key does. */
const repeatWindowMs = 150;

/**
 * Tells a key that bounced, or is held down, from one that was meant: false for the same key as the
 * one before within `repeatWindowMs` of it. Different keys in quick succession all count.
 */
export function createRepeatGuard(): (key: string, atMs: number) => boolean {
  let last = { key: '', atMs: Number.NEGATIVE_INFINITY };
  return (key, atMs) => {
    const repeated = key === last.key && atMs - last.atMs < repeatWindowMs;
    last = { key, atMs };
    return !repeated;
  };
}
