import { describe, expect, it } from 'vitest';
import type { Grade } from '../../src/model/schedule.ts';
import { moveStep } from '../../src/schedule/steps.ts';
import { numberIn, numbersIn, vectorsOf } from './vectors.ts';

function delaySeconds(steps: readonly number[], step: number, grade: Grade): number | null {
  const move = moveStep(steps, step, grade);
  return move.to === 'step' ? move.delaySeconds : null;
}

describe('steps', () => {
  it.each(vectorsOf('step_delay_seconds'))('wait as long as in $id', ({ input, expected }) => {
    const steps = numbersIn(input, 'steps_minutes').map((minutes) => minutes * 60);
    const step = numberIn(input, 'step_index');
    const delays = {
      again: delaySeconds(steps, step, 1),
      hard: delaySeconds(steps, step, 2),
      good: delaySeconds(steps, step, 3),
    };
    expect(delays).toEqual(expected);
  });

  it('take the mean of the first two for hard on the first', () => {
    expect(moveStep([60, 600], 0, 2)).toEqual({ to: 'step', step: 0, delaySeconds: 330 });
  });

  it('are left by good from the last, and by easy from any', () => {
    expect(moveStep([60, 600], 0, 3)).toEqual({ to: 'step', step: 1, delaySeconds: 600 });
    expect(moveStep([60, 600], 1, 3)).toEqual({ to: 'review' });
    expect(moveStep([60, 600], 0, 4)).toEqual({ to: 'review' });
  });

  it('do not exist where none are set', () => {
    for (const grade of [1, 2, 3, 4] as const) {
      expect(moveStep([], 0, grade)).toEqual({ to: 'review' });
    }
  });

  it('that a changed setting took away count as the last', () => {
    expect(moveStep([60, 600], 7, 2)).toEqual({ to: 'step', step: 1, delaySeconds: 600 });
    expect(moveStep([60, 600], 7, 3)).toEqual({ to: 'review' });
  });

  it('of more than a day are whole days', () => {
    expect(delaySeconds([86_400, 129_600 + 86_400], 0, 2)).toBe(172_800);
  });
});
