import { describe, expect, it } from 'vitest';
import { askWhy } from '../../../src/generate/asking/why.ts';
import { shown } from './shown.ts';

describe('askWhy', () => {
  it('asks a claim for its reason', () => {
    expect(shown(askWhy, 'The hive is warm because the bees shiver together.')).toBe(
      'Why is the hive warm → Because the bees shiver together',
    );
    expect(shown(askWhy, 'But the dance is slow, because food is far away.')).toBe(
      'Why is the dance slow → Because food is far away',
    );
  });

  it('asks why something is needed where the sentence speaks to anybody', () => {
    expect(
      shown(askWhy, 'We need many drones because most of them get lost.', { anybody: true }),
    ).toBe('Why does it take many drones → Because most of them get lost');
    expect(shown(askWhy, 'We need many drones because most of them get lost.')).toBeUndefined();
  });

  it('leaves alone what is only a cause, and half a reason', () => {
    expect(shown(askWhy, 'The hive is warm because of the sun on it.')).toBeUndefined();
    expect(shown(askWhy, 'The hive is warm because bees.')).toBeUndefined();
  });
});
