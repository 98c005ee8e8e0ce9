import type { Memory } from '../model/schedule.ts';
import { defaultParameters } from './memory.ts';

/** The numbers of a scheduler of the SM-2 family, such as Anki's older one. */
export interface Sm2Numbers {
  /** As a factor: 2.5. */
  readonly ease: number;
  readonly intervalDays: number;
  /** The share of reviews that were recalled under it, 0–1. */
  readonly retention: number;
}

/**
 * The FSRS memory that would have grown to the same interval at the same ease, for cards that come without
 * a log (fsrs-rs, `src/inference.rs`, `memory_state_from_sm2`).
 */
export function memoryFromSm2(
  { ease, intervalDays, retention }: Sm2Numbers,
  w: readonly number[] = defaultParameters,
): Memory {
  const at = (index: number) => w[index] ?? 0;
  const curve = (recalled: number) => recalled ** (-1 / at(20)) - 1;
  const stability = (Math.max(intervalDays, 0.001) * curve(0.9)) / curve(retention);
  const growth = Math.exp(at(8)) * stability ** -at(9) * Math.expm1((1 - retention) * at(10));
  const difficulty = 11 - (ease - 1) / growth;
  return { stability, difficulty: Math.min(Math.max(difficulty, 1), 10) };
}
