import { describe, expect, it } from 'vitest';
import { askWhatHave } from '../../../src/generate/asking/what-have.ts';
import { shown } from './shown.ts';

describe('askWhatHave', () => {
  it('asks what something is known or held of, and nothing where anything could be had', () => {
    expect(
      shown(askWhatHave, 'Worker bees have exact knowledge of the meadows around their hive.'),
    ).toBe('What do worker bees have exact knowledge of → the meadows around their hive');
    expect(
      shown(askWhatHave, 'Worker bees have small baskets on their legs for pollen.'),
    ).toBeUndefined();
    expect(
      shown(askWhatHave, 'They have exact knowledge of the meadows around their hive.'),
    ).toBeUndefined();
  });
});
