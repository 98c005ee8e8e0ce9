import { describe, expect, it } from 'vitest';
import { askReason } from '../../../src/generate/asking/reason.ts';
import { shown } from './shown.ts';

describe('askReason', () => {
  it('asks for the reason somebody gives for what he would do, and keeps a place for his name', () => {
    expect(
      shown(askReason, 'The reason why I would recommend old hives is that bees know them.'),
    ).toBe('Why would {I} recommend old hives → Because bees know them');
    expect(
      shown(askReason, 'The reason why I would recommend my hives is that bees know them.'),
    ).toBeUndefined();
  });
});
