import { checkParameters as checkNumbers, clipParameters, default_w, FSRS } from 'ts-fsrs';
import { TenetError } from '../model/problem.ts';
import type { Grade, Memory } from '../model/schedule.ts';

/** FSRS-6's formulas for one set of parameters and one desired retention. */
export interface MemoryModel {
  /** Memory after an answer, `elapsedDays` (whole, 0 = same day) after the one before; null for the first. */
  next(memory: Memory | null, elapsedDays: number, grade: Grade): Memory;
  /** Chance of recall, 0–1, so many days after the last answer; fractions of a day are welcome. */
  recall(stabilityDays: number, elapsedDays: number): number;
  /** Days, unrounded, until the chance of recall has fallen to the desired retention. */
  idealIntervalDays(memory: Memory): number;
}

/** FSRS-6's own 21 parameters, for those who have not trained any. */
export const defaultParameters: readonly number[] = default_w;

/** Stability never falls below this many days, the first one neither. */
const shortestStability = 0.001;
/** Below it ts-fsrs 5.4.2 silently computes with another number than fsrs-rs and Anki do (its #486). */
const smallestW19 = 0.01;

/**
 * Why a parameter set is not accepted, as a clause ("it has 19 numbers …"), or null where it is fine.
 * Nothing is repaired silently: what is stored is what is computed with.
 */
export function parameterFault(w: readonly number[]): string | null {
  if (w.length === 17 || w.length === 19) {
    return `it has ${w.length} numbers, of an older FSRS; FSRS-6 has 21`;
  }
  if (w.length !== 21) return `it has ${w.length} numbers; FSRS-6 has 21`;
  const notFinite = w.findIndex((value) => !Number.isFinite(value));
  if (notFinite >= 0) return `w[${notFinite}] is not a number`;
  if ((w[19] ?? 0) < smallestW19) {
    return `w[19] is ${w[19]}, below ${smallestW19}: it was trained without same-day reviews`;
  }
  const clipped = clipParameters([...w], 0);
  const outside = w.findIndex((value, index) => value !== clipped[index]);
  return outside < 0 ? null : `w[${outside}] is ${w[outside]}, outside what FSRS-6 allows`;
}

/** The same numbers, or a `TenetError` that says what is wrong with them and where to get others. */
export function checkParameters(w: readonly number[]): readonly number[] {
  const fault = parameterFault(w);
  if (fault === null) return checkNumbers([...w]);
  throw new TenetError(`These FSRS parameters cannot be used: ${fault}.`, {
    hint: 'Train them again in Anki and take them over with "tenet import FILE --parameters", or leave them out for the defaults.',
  });
}

/**
 * A model of memory (ts-fsrs 5.4.2's formulas; `w` absent for the defaults). Throws `TenetError` on a
 * parameter set or a retention that cannot be used.
 */
export function createMemoryModel(
  desiredRetention: number,
  w: readonly number[] = defaultParameters,
): MemoryModel {
  if (!(desiredRetention > 0 && desiredRetention < 1)) {
    throw new TenetError(`The desired retention is ${desiredRetention}.`, {
      hint: 'Give a number between 0.70 and 0.99.',
    });
  }
  const formulas = new FSRS({
    w: checkParameters(w),
    request_retention: desiredRetention,
    enable_short_term: true,
    // With two steps or more the library would narrow w[17] and w[18]; memory is not to depend on steps.
    relearning_steps: [],
  });
  const first = ([1, 2, 3, 4] as const).map((grade) => firstMemory(formulas, w, grade));
  const modifier = formulas.interval_modifier;
  return {
    next: (memory, elapsedDays, grade) =>
      memory === null
        ? (first[grade - 1] ?? firstMemory(formulas, w, grade))
        : formulas.next_state(inBounds(memory), elapsedDays, grade),
    recall: (stabilityDays, elapsedDays) =>
      formulas.forgetting_curve(Math.max(0, elapsedDays), stabilityDays),
    idealIntervalDays: (memory) => memory.stability * modifier,
  };
}

/** The library throws on what no answer can lead to, and other programs' numbers may be that. */
function inBounds(memory: Memory): Memory {
  const { stability, difficulty } = memory;
  if (stability >= shortestStability && difficulty >= 1) return memory;
  return {
    stability: Math.max(stability, shortestStability),
    difficulty: Math.max(difficulty, 1),
  };
}

/** The library floors the first stability at 0.1 day; fsrs-rs, Anki and its own successor do not. */
function firstMemory(formulas: FSRS, w: readonly number[], grade: Grade): Memory {
  const { difficulty } = formulas.next_state(null, 0, grade);
  return { stability: Math.max(w[grade - 1] ?? 0, shortestStability), difficulty };
}
