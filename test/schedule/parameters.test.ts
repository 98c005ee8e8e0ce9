import { describe, expect, it } from 'vitest';
import type { EventId, StudyEvent } from '../../src/model/event.ts';
import { defaultParameters } from '../../src/schedule/memory.ts';
import { parametersInForce } from '../../src/schedule/parameters.ts';

function params(id: string, atMs: number, w: readonly number[], preset = 'default'): StudyEvent {
  return {
    id: id as EventId,
    card: null,
    atMs,
    day: 0,
    offsetEast: 0,
    after: null,
    kind: 'params',
    preset,
    algorithm: 'FSRS-6',
    w,
  };
}

const first = defaultParameters.with(0, 0.3);
const second = defaultParameters.with(0, 0.4);

describe('the parameters in force', () => {
  it('are the newest of the preset, in whatever order the log is', () => {
    const log = [params('b', 2, second), params('a', 1, first), params('c', 3, first, 'other')];
    expect(parametersInForce(log, 'default')).toEqual(second);
    expect(parametersInForce([], 'default')).toBeUndefined();
  });

  it('are the ones before when the newest were undone or cannot be used', () => {
    const undo: StudyEvent = {
      ...params('u', 3, []),
      kind: 'undo',
      undoes: ['b' as EventId],
    };
    expect(
      parametersInForce([params('a', 1, first), params('b', 2, second), undo], 'default'),
    ).toEqual(first);
    const unusable = params('b', 2, defaultParameters.slice(0, 19));
    expect(parametersInForce([params('a', 1, first), unusable], 'default')).toEqual(first);
  });
});
