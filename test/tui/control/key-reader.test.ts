import { describe, expect, it } from 'vitest';
import { createKeyReader } from '../../../src/tui/control/key-reader.ts';
import { createKeymap } from '../../../src/tui/keymap.ts';

let nowMs = 0;
const reader = () => createKeyReader(createKeymap({}), () => nowMs);

describe('createKeyReader', () => {
  it('names the action of a key in its mode', () => {
    const read = reader();
    expect(read('question', 'space')).toEqual({ action: 'show', meant: true });
    expect(read('answer', '3')).toEqual({ action: 'good', meant: true });
    expect(read('typing', 'x')).toEqual({ action: undefined, meant: true });
  });

  it('drops the same key within 150 ms, and a held key as long as it is held', () => {
    const read = reader();
    const meant = [0, 30, 100, 220, 340, 460, 620].map((at) => {
      nowMs = at;
      return read('question', 'space').meant;
    });
    expect(meant).toEqual([true, false, false, false, false, false, true]);
  });

  it('lets different keys through at any speed, and a held key where its action repeats', () => {
    const read = reader();
    expect(['space', '3', 'space', '3'].map((key) => read('answer', key).meant)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['down', 'down', 'down'].map((key) => read('answer', key).meant)).toEqual([
      true,
      true,
      true,
    ]);
  });
});
