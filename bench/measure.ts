/** One figure of a benchmark, beside the least that the machine needs for such work and what is promised. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 'MB' | 'lost' | 'files';
  readonly value: number;
  /** The same work reduced to what cannot be saved, measured in the same run. */
  readonly floor?: { readonly what: string; readonly value: number };
  /** At most so many, in all or above the floor. */
  readonly promise?: { readonly most: number; readonly aboveFloor?: true };
}

/** A group of figures that are measured together: `npm run bench -- --only NAME`. */
export interface Benchmark {
  readonly name: string;
  /** `wanted` is a number of runs that the command line asks for. */
  readonly measure: (wanted: number | undefined) => Promise<readonly Figure[]>;
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The number below which a share, 0–1, of the numbers lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** How long `work` takes, in milliseconds. */
export function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The median time of `work` over some runs; `prepare` comes before each and is not counted. */
export function medianTime(
  runs: number,
  work: () => void,
  prepare: () => void = () => undefined,
): number {
  const times = Array.from({ length: runs }, () => {
    prepare();
    return timeOf(work);
  });
  return median(times);
}

/** The median times of works done in turns, so that a busy minute of the machine slows all of them alike. */
export function medianTimesInTurns(runs: number, works: readonly (() => void)[]): number[] {
  const times = works.map((): number[] => []);
  for (let run = 0; run < runs; run++)
    for (const [at, work] of works.entries()) times[at]?.push(timeOf(work));
  return times.map(median);
}

/** True where a figure keeps its promise, or has none. */
export function holds({ value, floor, promise }: Figure): boolean {
  if (promise === undefined) return true;
  return (promise.aboveFloor === true ? value - (floor?.value ?? 0) : value) <= promise.most;
}
