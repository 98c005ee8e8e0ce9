import { describe, expect, it } from 'vitest';
import { seededUnit } from '../../src/schedule/seeded-unit.ts';

describe('seededUnit', () => {
  it('draws by text and number, and nothing else', () => {
    expect(seededUnit('x3kd9/def', 4)).toBe(seededUnit('x3kd9/def', 4));
    expect(seededUnit('x3kd9/def', 4)).not.toBe(seededUnit('x3kd9/def', 5));
    expect(seededUnit('x3kd9/term', 4)).not.toBe(seededUnit('x3kd9/def', 4));
  });

  it('gives the same on every machine', () => {
    expect(seededUnit('x3kd9/def', 4)).toBe(0.8980090254917741);
  });

  it('is spread evenly, also over neighbouring ids with falling numbers of answers', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < 2000; index += 1) {
      const tenth = Math.floor(seededUnit(`card${1000 + index}`, 2000 - index) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(Math.min(...tenths)).toBeGreaterThan(150);
    expect(Math.max(...tenths)).toBeLessThan(250);
  });
});
