import type { Grade } from '../model/schedule.ts';

/** Where an answer in learning or relearning leads: to a step, or out of the steps. */
export type StepMove =
  | { readonly to: 'step'; readonly step: number; readonly delaySeconds: number }
  | { readonly to: 'review' };

const daySeconds = 86_400;
const toReview: StepMove = { to: 'review' };

/**
 * Anki's step rules (`rslib/src/scheduler/states/steps.rs`): again starts over; hard repeats the step,
 * on the first step after the mean of the first two, or after one and a half times a single step (a day
 * more at the most); good goes on, from the last step to review; easy goes to review at once. A step
 * beyond the list, which a changed setting can leave behind, counts as the last.
 */
export function moveStep(stepsSeconds: readonly number[], step: number, grade: Grade): StepMove {
  const first = stepsSeconds[0];
  if (first === undefined || grade === 4) return toReview;
  if (grade === 1) return { to: 'step', step: 0, delaySeconds: first };
  const current = Math.min(Math.max(step, 0), stepsSeconds.length - 1);
  if (grade === 2) {
    return { to: 'step', step: current, delaySeconds: hardDelay(stepsSeconds, current) };
  }
  const next = stepsSeconds[current + 1];
  return next === undefined ? toReview : { to: 'step', step: current + 1, delaySeconds: next };
}

function hardDelay(stepsSeconds: readonly number[], step: number): number {
  const first = stepsSeconds[0] ?? 0;
  if (step > 0) return stepsSeconds[step] ?? first;
  const second = stepsSeconds[1];
  const delay =
    second === undefined ? Math.min(first * 1.5, first + daySeconds) : (first + second) / 2;
  return delay > daySeconds ? Math.round(delay / daySeconds) * daySeconds : Math.round(delay);
}
