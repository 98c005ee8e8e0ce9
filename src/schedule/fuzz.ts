/** The whole days that an interval may be moved to, both included. */
export interface FuzzRange {
  readonly lower: number;
  readonly upper: number;
}

/** Days of an interval between `from` and `to` that widen the range by `share` each; Anki's table. */
const bands = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Number.POSITIVE_INFINITY, share: 0.05 },
] as const;

/**
 * Where fuzz may put an unrounded interval (Anki's `rslib/src/scheduler/states/fuzz.rs`): nowhere else
 * below 2.5 days, then a day and a share of the interval to both sides, never outside the bounds.
 */
export function fuzzRange(intervalDays: number, minimum: number, maximum: number): FuzzRange {
  const least = Math.min(minimum, maximum);
  const bounded = Math.min(Math.max(intervalDays, least), maximum);
  const spread = spreadOf(bounded);
  if (spread === 0) {
    const only = clamp(Math.round(bounded), least, maximum);
    return { lower: only, upper: only };
  }
  const lower = clamp(Math.round(bounded - spread), least, maximum);
  const upper = clamp(Math.round(bounded + spread), least, maximum);
  return { lower, upper };
}

/** The day of the range that a factor in [0, 1) points at. */
export function pickDay({ lower, upper }: FuzzRange, factor: number): number {
  return lower + Math.floor(factor * (upper - lower + 1));
}

function spreadOf(intervalDays: number): number {
  if (intervalDays < 2.5) return 0;
  return bands.reduce(
    (spread, { from, to, share }) =>
      spread + share * Math.max(0, Math.min(intervalDays, to) - from),
    1,
  );
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
