import type { Standing } from '../../model/schedule.ts';
import { progressOf, type Session } from '../../review/session.ts';
import type { GradeChoice, ReviewView, SessionSummary, ShownCard } from './view.ts';

/** The card on the screen, with what stands on the grade keys once its answer is shown. */
export interface Shown {
  readonly card: ShownCard;
  readonly choices: readonly GradeChoice[];
}

/** What a screen draws of a session. */
export function frameOf(
  session: Session,
  shown: Shown | null,
  notice: string | null,
  summary: () => SessionSummary,
): ReviewView {
  const { stage, past } = session;
  const frame = { progress: progressOf(session), canUndo: past !== null, notice };
  if (stage.phase === 'waiting') return { ...frame, phase: 'waiting', untilMs: stage.untilMs };
  if (stage.phase === 'done' || shown === null)
    return { ...frame, phase: 'done', summary: summary() };
  const { card, choices } = shown;
  if (stage.phase === 'question') return { ...frame, phase: 'question', card };
  return { ...frame, phase: 'answer', card, choices };
}

/** What is to be said when an answer made a leech of a side; null where it did not. */
export function leechNotice(before: Standing, after: Standing): string | null {
  if (after.schedule.state === 'new') return null;
  const missed = `Missed ${after.schedule.lapses} times`;
  if (after.suspended && !before.suspended)
    return `${missed}, so it is suspended. u brings it back.`;
  if (after.leech && !before.leech) return `${missed}. Another wording may help: u, then e.`;
  return null;
}
