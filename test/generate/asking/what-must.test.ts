import { describe, expect, it } from 'vitest';
import { askWhatMust } from '../../../src/generate/asking/what-must.ts';
import { shown } from './shown.ts';

describe('askWhatMust', () => {
  it('asks what somebody should do', () => {
    expect(shown(askWhatMust, 'New keepers should begin with two old hives.')).toBe(
      'What should new keepers do → begin with two old hives',
    );
    expect(shown(askWhatMust, 'New keepers should not begin with two old hives.')).toBeUndefined();
    expect(shown(askWhatMust, 'They should begin with two old hives.')).toBeUndefined();
  });
});
