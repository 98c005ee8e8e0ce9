import { describe, expect, it } from 'vitest';
import { TenetError } from '../../src/model/problem.ts';
import type { Grade, Memory } from '../../src/model/schedule.ts';
import {
  checkParameters,
  createMemoryModel,
  defaultParameters,
  parameterFault,
} from '../../src/schedule/memory.ts';
import { roundedDays } from '../../src/schedule/interval.ts';
import { memoryFromSm2 } from '../../src/schedule/sm2.ts';
import {
  filledParameters,
  memoriesAfter,
  numberIn,
  numbersIn,
  refusedVectors,
  valuesIn,
  vectors,
  vectorsOf,
} from './vectors.ts';

const allGrades: readonly Grade[] = [1, 2, 3, 4];
/** Within the tolerance that the vectors were checked with: fsrs-rs counts in 32 bits. */
const near = (expected: number) => (actual: unknown) =>
  typeof actual === 'number' &&
  Math.abs(actual - expected) <= Math.max(1e-4, Math.abs(expected) * 1e-4);

const with19 = (value: number) => defaultParameters.with(19, value);

function hintOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof TenetError) return error.hint;
  }
  return undefined;
}

describe('memory', () => {
  it.each(vectorsOf('memory_sequence'))('follows $id', (vector) => {
    const model = createMemoryModel(0.9, filledParameters(vector));
    const last = memoriesAfter(model, vector).at(-1);
    for (const [name, expected] of Object.entries(valuesIn(vector.expected, 'final'))) {
      expect(last?.[name as keyof Memory]).toSatisfy(near(expected as number));
    }
  });

  it.each(vectorsOf('next_states'))('follows $id for all four grades', (vector) => {
    const model = createMemoryModel(0.9, filledParameters(vector));
    const before = memoriesAfter(model, vector).at(-1) ?? null;
    for (const [index, name] of ['again', 'hard', 'good', 'easy'].entries()) {
      const expected = valuesIn(vector.expected, name);
      const elapsedDays = numberIn(vector.input, 'elapsed_days');
      const next = model.next(before, elapsedDays, (index + 1) as Grade);
      expect(next.stability).toSatisfy(near(numberIn(expected, 'stability')));
      expect(next.difficulty).toSatisfy(near(numberIn(expected, 'difficulty')));
    }
  });

  it.each(vectorsOf('memory_invariant'))('keeps to the floor of $id', (vector) => {
    const model = createMemoryModel(0.9, filledParameters(vector));
    const stabilities = memoriesAfter(model, vector).map(({ stability }) => stability);
    expect(Math.min(...stabilities)).toBeGreaterThanOrEqual(
      numberIn(vector.expected, 'min_stability_at_least'),
    );
  });

  it.each(vectorsOf('first_rating'))('begins as in $id', (vector) => {
    const model = createMemoryModel(0.9, filledParameters(vector));
    const first = allGrades.map((grade) => model.next(null, 0, grade));
    for (const [index, { stability, difficulty }] of first.entries()) {
      expect(stability).toSatisfy(
        near(numbersIn(vector.expected, 'stability')[index] ?? Number.NaN),
      );
      expect(difficulty).toSatisfy(
        near(numbersIn(vector.expected, 'difficulty')[index] ?? Number.NaN),
      );
    }
  });

  it('begins below a tenth of a day where the parameters say so', () => {
    const model = createMemoryModel(0.9, [0.02, ...defaultParameters.slice(1)]);
    expect(model.next(null, 0, 1).stability).toBe(0.02);
  });

  it('never loses stability to a pass on the same day', () => {
    const model = createMemoryModel(0.9);
    const memory = { stability: 50, difficulty: 9 };
    for (const grade of [2, 3, 4] as const) {
      expect(model.next(memory, 0, grade).stability).toBeGreaterThanOrEqual(50);
    }
  });

  it('takes numbers from elsewhere that no answer leads to for the nearest that one does', () => {
    const model = createMemoryModel(0.9);
    const least = model.next({ stability: 0.001, difficulty: 1 }, 3, 3);
    expect(model.next({ stability: 0, difficulty: 0 }, 3, 3)).toEqual(least);
  });

  it.each(vectorsOf('next_difficulty'))('changes difficulty as in $id', (vector) => {
    const model = createMemoryModel(0.9, filledParameters(vector));
    const difficulty = numberIn(vector.input, 'difficulty');
    const next = allGrades.map((grade) => model.next({ stability: 9, difficulty }, 9, grade));
    for (const [index, expected] of numbersIn(vector.expected, 'by_rating').entries()) {
      expect(next[index]?.difficulty).toSatisfy(near(expected));
    }
  });

  it.each(vectorsOf('forget_stability'))('forgets as in $id', (vector) => {
    const model = createMemoryModel(0.9, filledParameters(vector));
    const decay = -(vector.parameters?.[20] ?? 0);
    for (const [index, expected] of numbersIn(vector.expected, 'stability').entries()) {
      const stability = numbersIn(vector.input, 'stability')[index] ?? 0;
      const difficulty = numbersIn(vector.input, 'difficulty')[index] ?? 0;
      const recall = numbersIn(vector.input, 'retrievability')[index] ?? 0;
      const elapsed = (stability * (recall ** (1 / decay) - 1)) / (0.9 ** (1 / decay) - 1);
      expect(model.next({ stability, difficulty }, elapsed, 1).stability).toSatisfy(near(expected));
    }
  });

  it.each(vectorsOf('retrievability'))('fades as in $id', (vector) => {
    const model = createMemoryModel(0.9, [
      ...defaultParameters.slice(0, 20),
      numberIn(vector.input, 'decay'),
    ]);
    for (const [index, expected] of numbersIn(vector.expected, 'retrievability').entries()) {
      const stability = numbersIn(vector.input, 'stability')[index] ?? 0;
      expect(
        model.recall(stability, numbersIn(vector.input, 'elapsed_days')[index] ?? 0),
      ).toSatisfy(near(expected));
    }
  });

  it('takes a negative time since the last answer for none', () => {
    const model = createMemoryModel(0.9);
    expect(model.recall(3, -2)).toBe(1);
  });

  it.each(vectorsOf('next_interval'))('gives the interval of $id', (vector) => {
    const model = createMemoryModel(0.9, filledParameters(vector));
    const ideal = model.idealIntervalDays({
      stability: numberIn(vector.input, 'stability'),
      difficulty: 5,
    });
    expect([roundedDays(ideal, 1, 365)]).toEqual(vector.expected['interval_days']);
  });

  it('makes intervals shorter for a higher retention', () => {
    const memory = { stability: 10, difficulty: 5 };
    expect(createMemoryModel(0.9).idealIntervalDays(memory)).toBeCloseTo(10, 6);
    expect(createMemoryModel(0.95).idealIntervalDays(memory)).toBeLessThan(6);
  });

  it.each(vectorsOf('memory_from_sm2'))('takes SM-2 numbers over as in $id', (vector) => {
    const expected = valuesIn(vector.expected, 'final');
    const memory = memoryFromSm2(
      {
        ease: numberIn(vector.input, 'ease_factor'),
        intervalDays: numberIn(vector.input, 'interval'),
        retention: numberIn(vector.input, 'sm2_retention'),
      },
      vector.parameters,
    );
    expect(memory.stability).toSatisfy(near(numberIn(expected, 'stability')));
    expect(memory.difficulty).toSatisfy(near(numberIn(expected, 'difficulty')));
  });
});

describe('parameters', () => {
  const refused = vectors.filter(
    ({ id, kind }) => refusedVectors.includes(id) || kind === 'migrate_parameters',
  );

  it.each(refused)(
    'of $id are refused, with the advice where to get others',
    ({ parameters = [] }) => {
      expect(() => createMemoryModel(0.9, parameters)).toThrow(TenetError);
      expect(hintOf(() => checkParameters(parameters))).toContain('tenet import FILE --parameters');
    },
  );

  it('are refused with the reason', () => {
    expect(parameterFault(with19(0))).toContain('w[19] is 0');
    expect(parameterFault(with19(0.0099))).toContain('below 0.01');
    expect(parameterFault(defaultParameters.slice(0, 17))).toContain('17 numbers, of an older');
    expect(parameterFault(defaultParameters.slice(0, 20))).toContain('20 numbers');
    expect(parameterFault(defaultParameters.with(3, Number.NaN))).toBe('w[3] is not a number');
    expect(parameterFault(defaultParameters.with(4, 11))).toContain('w[4] is 11, outside');
  });

  it('of FSRS-6 itself and at the least w[19] are accepted unchanged', () => {
    expect(checkParameters(defaultParameters)).toEqual(defaultParameters);
    expect(parameterFault(defaultParameters.with(19, 0.01))).toBeNull();
  });

  it('go with a retention between 0 and 1', () => {
    expect(() => createMemoryModel(0)).toThrow(/desired retention is 0/);
    expect(() => createMemoryModel(90)).toThrow(/desired retention is 90/);
  });
});

describe('the vectors', () => {
  it('are all of a kind that a test of this room reads', () => {
    expect([...new Set(vectors.map(({ kind }) => kind))].sort()).toEqual([
      'day_rollover',
      'first_rating',
      'forget_stability',
      'fuzz_bounds',
      'leech',
      'memory_from_sm2',
      'memory_invariant',
      'memory_sequence',
      'migrate_parameters',
      'next_difficulty',
      'next_interval',
      'next_states',
      'no_steps',
      'retrievability',
      'revlog_filter',
      'scheduler_sequence_at_due',
      'step_delay_seconds',
    ]);
  });
});
