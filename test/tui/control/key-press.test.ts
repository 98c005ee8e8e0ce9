import type { Key } from 'ink';
import { describe, expect, it } from 'vitest';
import { keyPresses } from '../../../src/tui/control/key-press.ts';

const noKey = { ctrl: false, meta: false, shift: false } as Key;
const names = (input: string, key: Partial<Key> = {}): string[] =>
  keyPresses(input, { ...noKey, ...key }).map(({ name }) => name);

describe('keyPresses', () => {
  it('finds every key of a chunk', () => {
    expect(names(' 3\r')).toEqual(['space', '3', 'enter']);
    expect(names('añ👍')).toEqual(['a', 'ñ', '👍']);
  });

  it('names special keys and keys with a modifier', () => {
    expect(names('', { upArrow: true })).toEqual(['up']);
    expect(names('c', { ctrl: true })).toEqual(['ctrl+c']);
    expect(names('', { leftArrow: true, meta: true })).toEqual(['alt+left']);
    expect(names('', { escape: true, meta: true })).toEqual(['escape']);
  });

  it('gives a field the text of printable keys only', () => {
    expect(keyPresses('a \t\u0001', noKey).map(({ text }) => text)).toEqual(['a', ' ', '', '']);
  });

  it('ignores the release of a key', () => {
    expect(names('a', { eventType: 'release' })).toEqual([]);
  });
});
