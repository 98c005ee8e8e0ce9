/** One figure of a benchmark beside the least that the machine needs for such work, in milliseconds. */
export interface Figure {
  readonly name: string;
  readonly medianMs: number;
  /** The same work reduced to what cannot be saved, measured in the same run. */
  readonly floor: string;
  readonly floorMs: number;
  /** What is promised, where something is: at most so many ms, in all or above the floor. */
  readonly limitMs?: number;
  readonly limitIsAboveFloor?: boolean;
}

/** The middle of some times. */
export function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
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

/** True where a figure keeps its promise, or has none. */
export function holds({ medianMs, floorMs, limitMs, limitIsAboveFloor }: Figure): boolean {
  if (limitMs === undefined) return true;
  return (limitIsAboveFloor === true ? medianMs - floorMs : medianMs) <= limitMs;
}

/** Prints figures as a table, or as JSON where the command line has `--json`. */
export function printFigures(figures: readonly Figure[], args: readonly string[]): void {
  if (args.includes('--json')) {
    const rows = figures.map((figure) => Object.assign({ holds: holds(figure) }, figure));
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
    return;
  }
  const head = ['', 'median ms', 'floor ms', 'ratio', 'promised', '', 'floor'];
  const rows = figures.map((figure) => [
    figure.name,
    figure.medianMs.toFixed(1),
    figure.floorMs.toFixed(1),
    (figure.medianMs / figure.floorMs).toFixed(1),
    promised(figure),
    figure.limitMs === undefined ? '' : holds(figure) ? 'holds' : 'MISSED',
    figure.floor,
  ]);
  process.stdout.write(table([head, ...rows]));
}

function promised({ limitMs, limitIsAboveFloor }: Figure): string {
  if (limitMs === undefined) return '';
  return limitIsAboveFloor === true ? `floor + ${limitMs}` : `${limitMs}`;
}

/** The first and last columns to the left, figures to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 || column === columns - 1 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}
