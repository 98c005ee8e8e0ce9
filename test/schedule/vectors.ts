import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultSettings } from '../../src/model/settings.ts';
import type { Grade, Memory } from '../../src/model/schedule.ts';
import type { ScheduleSettings } from '../../src/model/settings.ts';
import type { MemoryModel } from '../../src/schedule/memory.ts';

/** One published or computed fact, as in `fixtures/schedule/fsrs-vectors.json`; fields differ by kind. */
export interface Vector {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly parameters?: readonly number[];
  readonly reviews?: readonly (readonly [Grade, number])[];
  readonly input: VectorValues;
  readonly expected: VectorValues;
}

export type VectorValues = Readonly<Record<string, unknown>>;

const file = path.resolve(import.meta.dirname, '../fixtures/schedule/fsrs-vectors.json');

export const vectors = (JSON.parse(readFileSync(file, 'utf8')) as { vectors: readonly Vector[] })
  .vectors;

export function numberIn(values: VectorValues, name: string): number {
  const value = values[name];
  if (typeof value !== 'number') throw new Error(`the vector has no number "${name}"`);
  return value;
}

export function numbersIn(values: VectorValues, name: string): readonly number[] {
  const value = values[name];
  if (!Array.isArray(value)) throw new Error(`the vector has no numbers "${name}"`);
  return value as readonly number[];
}

/** An object of numbers, such as a memory. */
export function valuesIn(values: VectorValues, name: string): VectorValues {
  const value = values[name];
  if (typeof value !== 'object' || value === null) throw new Error(`no "${name}" in the vector`);
  return value as VectorValues;
}

/** Sets that tenet refuses: FSRS-5 sets whose short-term formula differs, and a w[19] of 0. */
export const refusedVectors = [
  'rs-memory-frozen-short-term',
  'ts5-memory-short',
  'ts-sse-19p',
  'ts5-intervals',
];

export function vectorsOf(kind: string): readonly Vector[] {
  return vectors.filter((vector) => vector.kind === kind && !refusedVectors.includes(vector.id));
}

/**
 * 21 numbers from 19: FSRS-5's decay, and the least w[19] that is accepted. It plays no part in the
 * vectors this is used for, which have no second answer on one day.
 */
export function filledParameters({ parameters = [] }: Vector): readonly number[] {
  return parameters.length === 19 ? [...parameters, 0.01, 0.5] : parameters;
}

export function memoriesAfter(model: MemoryModel, { reviews = [] }: Vector): readonly Memory[] {
  const memories: Memory[] = [];
  for (const [grade, elapsedDays] of reviews) {
    memories.push(model.next(memories.at(-1) ?? null, elapsedDays, grade));
  }
  return memories;
}

export const exact: ScheduleSettings = {
  ...defaultSettings.schedule,
  fuzz: false,
  loadBalance: false,
};
