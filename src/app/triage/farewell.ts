import { count } from '../count.ts';
import type { TriageView } from './view.ts';

/** What was decided in a sitting and what is left, a sentence each. */
export function farewellLines({ progress }: TriageView): string[] {
  const { kept, rejected, merged, written, total, done, later } = progress;
  if (total === 0) return ['No drafts are waiting.'];
  const outcomes = [
    [kept, 'kept'],
    [rejected, 'rejected'],
    [merged, 'merged'],
  ] as const;
  const words = outcomes.flatMap(([n, what]) => (n === 0 ? [] : [`${n} ${what}`]));
  const decided = kept + rejected + merged;
  const left = total - done + later;
  return [
    decided === 0 ? 'No draft was decided on.' : `${count(decided, 'draft')}: ${words.join(', ')}.`,
    ...(written === 0 ? [] : [`${count(written, 'card')} of your own.`]),
    left === 0 ? 'No draft is left.' : `${count(left, 'draft')} left for another time.`,
  ];
}
