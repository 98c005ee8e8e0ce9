import type { Key } from 'ink';
import { describe, expect, it } from 'vitest';
import { keyPresses } from '../../../src/tui/hooks/key-press.ts';
import { createRepeatGuard } from '../../../src/tui/hooks/repeat-guard.ts';

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

describe('createRepeatGuard', () => {
  it('drops the same key within 150 ms, and a held key as long as it is held', () => {
    const meant = createRepeatGuard();
    expect([0, 30, 100, 220, 340, 460, 620].map((at) => meant('space', at))).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it('lets different keys through at any speed', () => {
    const meant = createRepeatGuard();
    expect([' ', '3', ' ', '3'].map((key) => meant(key, 0))).toEqual([true, true, true, true]);
  });
});
