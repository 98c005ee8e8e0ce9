import { describe, expect, it } from 'vitest';
import { askWhenLate } from '../../../src/generate/asking/when-late.ts';
import { shown } from './shown.ts';

describe('askWhenLate', () => {
  it('asks when something can happen where the condition comes last', () => {
    expect(shown(askWhenLate, 'The harvest can be spoilt when the keepers fight.')).toBe(
      'When can the harvest be spoilt → When the keepers fight',
    );
    expect(shown(askWhenLate, 'The keeper is happy when the harvest is good.')).toBeUndefined();
    expect(shown(askWhenLate, 'It can be spoilt when the keepers fight.')).toBeUndefined();
  });
});
