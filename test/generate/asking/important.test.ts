import { describe, expect, it } from 'vitest';
import { askImportant } from '../../../src/generate/asking/important.ts';
import { shown } from './shown.ts';

describe('askImportant', () => {
  it('asks why something is important where a colon gives the reason', () => {
    expect(shown(askImportant, 'It is crucial to part the hives: they rob each other.')).toBe(
      'Why is it crucial to part the hives → they rob each other',
    );
    expect(
      shown(askImportant, 'It is crucial to part our hives: they rob each other.'),
    ).toBeUndefined();
    expect(shown(askImportant, 'It is crucial to part the hives.')).toBeUndefined();
  });
});
