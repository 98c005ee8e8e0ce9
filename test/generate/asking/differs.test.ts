import { describe, expect, it } from 'vitest';
import { askDiffers } from '../../../src/generate/asking/differs.ts';
import { shown } from './shown.ts';

describe('askDiffers', () => {
  it('asks how one thing differs from another', () => {
    expect(
      shown(askDiffers, 'A swarm differs from a colony in that it has no comb of its own.'),
    ).toBe('How does a swarm differ from a colony → it has no comb of its own');
    expect(shown(askDiffers, 'Old hives differed from new ones by their round roofs.')).toBe(
      'How did old hives differ from new ones → their round roofs',
    );
  });

  it('leaves alone what points back', () => {
    expect(shown(askDiffers, 'This differs from a colony in that it has no comb.')).toBeUndefined();
  });
});
