import { describe, expect, it } from 'vitest';
import { keyLines } from '../../../src/tui/components/key-line.ts';
import { createKeymap } from '../../../src/tui/keymap.ts';
import { textsOf } from '../support/text-of.ts';

const reasonsWith = (keys?: readonly string[]): string =>
  textsOf(
    keyLines('rejecting', createKeymap(keys === undefined ? {} : { usualReason: keys }), 80),
  ).join('\n');

describe('keyLines', () => {
  it('names every key of an action whose keys differ in what they do', () => {
    expect(reasonsWith()).toBe('1-5 a reason    w in your words    Esc back');
    expect(reasonsWith(['a', 's', 'd'])).toMatch(/^a s d a reason /);
    expect(reasonsWith(['1', '2'])).toMatch(/^1 2 a reason /);
    expect(reasonsWith(['x'])).toMatch(/^x a reason /);
  });
});
