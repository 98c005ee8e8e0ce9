/**
 * Whether a lapse makes a leech of a side, or reminds of it: at the threshold, then every half threshold
 * (rounded up). A threshold of 0 switches it off. Anki's `rslib/src/scheduler/states/review.rs`.
 */
export function isLeechAt(lapses: number, threshold: number): boolean {
  if (threshold <= 0 || lapses < threshold) return false;
  return (lapses - threshold) % Math.max(1, Math.ceil(threshold / 2)) === 0;
}
