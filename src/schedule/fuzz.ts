import type { CardKey } from '../model/card.ts';

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

/**
 * A number in [0, 1) that depends on the card's key and its number of answers alone, so that a preview,
 * the answer and all four buttons draw the same (FNV-1a over the key, then MurmurHash3's finalizer).
 */
export function fuzzFactor(key: CardKey, reps: number): number {
  return seededUnit(key, reps);
}

/** A number in [0, 1) made from a text and a whole number; the same on every machine. */
export function seededUnit(text: string, salt: number): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  }
  hash = Math.imul(hash ^ (salt | 0), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
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
