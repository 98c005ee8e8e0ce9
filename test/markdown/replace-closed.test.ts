import { describe, expect, it } from 'vitest';
import { replaceClosed } from '../../src/markdown/replace-closed.ts';

const comment = /<!--[\s\S]*?-->/g;

const by = (found?: string): string => `(${found?.length ?? 0})`;

describe('replaceClosed', () => {
  it('replaces what is closed, and leaves what opens after the last end', () => {
    expect(replaceClosed('a<!--b-->c<!--d', '-->', comment, by)).toBe('a(8)c<!--d');
    expect(replaceClosed('a<!--d', '-->', comment, by)).toBe('a<!--d');
    expect(replaceClosed('<B>x</B>', '</b>', /<b>(.*?)<\/b>/gi, (_all, inner = '') => inner)).toBe(
      'x',
    );
  });

  it('takes no longer for what never closes', () => {
    const text = '<!--'.repeat(100_000);
    expect(replaceClosed(`${text}-->${text}`, '-->', comment, () => '')).toBe(text);
  });
});
