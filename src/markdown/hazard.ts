import type { Place } from '../model/problem.ts';

/** Why a text is not given to remark: where it becomes hostile, and what is too much there. */
export interface Hazard extends Omit<Place, 'file'> {
  /** A sentence without its full stop. */
  readonly message: string;
}

/** Undefined for everything that people write. */
export function hazardOf(_text: string): Hazard | undefined {
  return undefined;
}
