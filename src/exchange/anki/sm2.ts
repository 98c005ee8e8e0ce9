import type { Memory } from '../../model/schedule.ts';

const clampTo = (low: number, high: number, value: number) => Math.min(high, Math.max(low, value));

/**
 * The memory that an SM-2 schedule stands for, when its answers are not known
 * (open-spaced-repetition/fsrs-rs:src/inference.rs). `ease` is 2.5 for Anki's 2500, `retention` the
 * chance of recall that SM-2 reached, `w` FSRS-6's 21 parameters.
 */
export function memoryFromSm2(
  ease: number,
  intervalDays: number,
  retention: number,
  w: readonly number[],
): Memory {
  const [w8 = 0, w9 = 0, w10 = 0, w20 = 0.1542] = [w[8], w[9], w[10], w[20]];
  const decay = -w20;
  const factor = 0.9 ** (1 / decay) - 1;
  const interval = Math.max(intervalDays, 0.001);
  const stability = (interval * factor) / (retention ** (1 / decay) - 1);
  const growth = Math.exp(w8) * stability ** -w9 * Math.expm1((1 - retention) * w10);
  const difficulty = 11 - (ease - 1) / growth;
  return {
    stability: clampTo(0.001, 36_500, stability),
    difficulty: clampTo(1, 10, Number.isFinite(difficulty) ? difficulty : 10),
  };
}
