import type { CardId } from '../../model/card.ts';
import type { WaitingDraft } from './queue.ts';
import type { TriageProgress } from './view.ts';

/** The drafts of a sitting at one moment: a value, so that an undo gives the one before back. */
export interface Pile {
  /** What is left, the draft on the screen first. */
  readonly queue: readonly WaitingDraft[];
  readonly counts: Omit<TriageProgress, 'total'>;
}

const nothingDone = { done: 0, kept: 0, rejected: 0, merged: 0, later: 0, written: 0 };

/** A pile of which nothing was taken yet. */
export function pileOf(queue: readonly WaitingDraft[]): Pile {
  return { queue, counts: nothingDone };
}

/** With the first draft off it. */
export function decided(
  { queue, counts }: Pile,
  outcome: 'kept' | 'rejected' | 'merged' | 'later',
): Pile {
  const after = { ...counts, done: counts.done + 1, [outcome]: counts[outcome] + 1 };
  return { queue: queue.slice(1), counts: after };
}

/** With all drafts of a document put off, and how many they were. */
export function withoutDocument({ queue, counts }: Pile, document: string): [Pile, number] {
  const others = queue.filter((each) => each.document !== document);
  const left = queue.length - others.length;
  const { done, later, ...rest } = counts;
  return [{ queue: others, counts: { ...rest, done: done + left, later: later + left } }, left];
}

/** With the first draft under the id that it has now. */
export function renamed({ queue: [first, ...others], counts }: Pile, id: CardId): Pile {
  return { queue: first === undefined ? [] : [{ ...first, id }, ...others], counts };
}

/** With one more card of one's own; the draft still waits. */
export function withOwnCard({ queue, counts }: Pile): Pile {
  return { queue, counts: { ...counts, written: counts.written + 1 } };
}

/** With those drafts alone that still wait. */
export function stillWaiting({ queue, counts }: Pile, waiting: readonly WaitingDraft[]): Pile {
  const there = new Set(waiting.map(({ file, id }) => `${file} ${id}`));
  return { queue: queue.filter(({ file, id }) => there.has(`${file} ${id}`)), counts };
}

/** How far the sitting is. */
export function progressOf({ queue, counts }: Pile): TriageProgress {
  return { ...counts, total: counts.done + queue.length };
}
