import { describe, expect, it } from 'vitest';
import { eventIds } from '../../src/store/event-id.ts';
import { nowMs } from './sample-events.ts';

const fixed = (byte: number) => (count: number) => new Uint8Array(count).fill(byte);
const isSorted = (ids: readonly string[]) =>
  ids.every((id, at) => at === 0 || id > (ids[at - 1] ?? ''));

describe('event ids', () => {
  it('are 19 base-32 digits that sort by time', () => {
    const next = eventIds(fixed(9));
    const ids = [0, 1, 1000, nowMs, nowMs + 86_400_000, 2 ** 45 - 1].map(next);
    expect(ids.every((id) => /^[0-9a-hj-km-np-tv-z]{19}$/.test(id))).toBe(true);
    expect(isSorted(ids)).toBe(true);
  });

  it('go on rising within one millisecond, over any carry', () => {
    const next = eventIds(fixed(255));
    const ids = Array.from({ length: 5000 }, () => next(nowMs));
    expect(isSorted(ids)).toBe(true);
  });

  it('go on rising when the clock was set back', () => {
    const next = eventIds(fixed(0));
    expect(isSorted([next(nowMs), next(nowMs - 3_600_000), next(nowMs - 1), next(nowMs + 1)])).toBe(
      true,
    );
  });

  it('differ between machines that answer in the same millisecond', () => {
    expect(eventIds(fixed(1))(nowMs)).not.toBe(eventIds(fixed(2))(nowMs));
  });
});
