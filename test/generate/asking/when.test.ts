import { describe, expect, it } from 'vitest';
import { askWhen } from '../../../src/generate/asking/when.ts';
import { shown } from './shown.ts';

describe('askWhen', () => {
  it('asks what happens on a condition, and what must be done to an end', () => {
    expect(shown(askWhen, 'If a hive grows too full, its bees will leave it.')).toBe(
      'What happens if a hive grows too full → its bees will leave it',
    );
    expect(shown(askWhen, 'To calm the bees, a keeper must move slowly.')).toBe(
      'What must a keeper do to calm the bees → move slowly',
    );
  });

  it('lets "you" and "we" stand for anybody only where it may', () => {
    expect(
      shown(askWhen, 'If you open a hive in the rain, you must close it soon.', { anybody: true }),
    ).toBe('What must be done if one opens a hive in the rain → close it soon');
    expect(
      shown(askWhen, 'If you open a hive in the rain, you must close it soon.'),
    ).toBeUndefined();
  });

  it('asks what happened where the condition is of the past', () => {
    expect(shown(askWhen, 'Once sugar was made of beets, honey lost its price in the towns.')).toBe(
      'What happened once sugar was made of beets → honey lost its price in the towns',
    );
  });

  it('leaves a condition alone that points back', () => {
    expect(shown(askWhen, 'If it grows too full, the bees will leave the hive.')).toBeUndefined();
  });
});
