import { describe, expect, it } from 'vitest';
import { askWhatHave } from '../../../src/generate/asking/what-have.ts';
import { shown } from './shown.ts';

describe('askWhatHave', () => {
  it('asks what many things have, where it is said at length', () => {
    expect(shown(askWhatHave, 'Worker bees have small baskets on their legs for pollen.')).toBe(
      'What do worker bees have → small baskets on their legs for pollen',
    );
    expect(shown(askWhatHave, 'Worker bees have stings.')).toBeUndefined();
    expect(shown(askWhatHave, 'They have small baskets on their legs for pollen.')).toBeUndefined();
  });
});
