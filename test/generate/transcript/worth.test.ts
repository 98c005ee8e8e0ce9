import { describe, expect, it } from 'vitest';
import { stem, worthIn } from '../../../src/generate/transcript/worth.ts';
import { passageOf } from '../document.ts';

describe('worthIn', () => {
  const talk = Array.from({ length: 8 }, () => passageOf('the waggle dance of bees')).concat(
    passageOf('the weather was good', { region: 'furniture' }),
  );
  const worth = worthIn(talk);

  it('weighs words that a talk returns to, and none that any talk has', () => {
    expect(worth('bees waggle')).toBeGreaterThan(worth('bees'));
    expect(worth('people think about things')).toBe(0);
    expect(worth('weather')).toBe(0);
  });
});

describe('stem', () => {
  it('drops the commonest endings', () => {
    expect(['dancing', 'dances', 'danced'].map(stem)).toEqual(['danc', 'danc', 'danc']);
  });
});
