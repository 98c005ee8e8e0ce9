import { describe, expect, it } from 'vitest';
import { askWhich } from '../../../src/generate/asking/which.ts';
import { shown } from './shown.ts';

describe('askWhich', () => {
  it('asks which things something is true of', () => {
    expect(
      shown(askWhich, 'Old hives, above all wooden ones, are unfit for the winter months.'),
    ).toBe('Which hives are unfit for the winter months → Old hives, above all wooden ones');
    expect(shown(askWhich, 'These old hives are unfit for the winter months.')).toBeUndefined();
  });
});
