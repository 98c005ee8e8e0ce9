import type { CardKey } from '../../model/card.ts';
import type { EventId } from '../../model/event.ts';
import { type Grade, gradeNames, type Schedule } from '../../model/schedule.ts';
import { estimateMinutes, thinkingMs } from '../../review/stats.ts';
import type { SessionSummary } from './view.ts';

/** Something that was done in a sitting and can be undone. */
export interface Deed {
  readonly event: EventId;
  /** The key under which it is in the log. */
  readonly key: CardKey;
  /** In the words of the line that reports an undo: "good", "bury". */
  readonly name: string;
  /** Null where it was no answer. */
  readonly answer: {
    readonly grade: Grade;
    readonly ms: number;
    readonly before: Schedule['state'];
    /** As plain text. */
    readonly question: string;
  } | null;
}

/** What a day ahead holds. */
export interface Outlook {
  readonly tomorrow: number;
  /** The usual time of an answer. */
  readonly answerMs: number;
}

/** The deed of an answer, named by its grade. */
export function answerDeed(
  deed: Pick<Deed, 'event' | 'key'>,
  answer: NonNullable<Deed['answer']>,
): Deed {
  return { ...deed, name: gradeNames[answer.grade], answer };
}

/** What the deeds of a sitting, undone ones not among them, amount to. */
export function summaryOfDeeds(deeds: readonly Deed[], outlook: Outlook): SessionSummary {
  const answers = deeds.flatMap(({ key, answer }) => (answer === null ? [] : [{ key, ...answer }]));
  const reviews = answers.filter(({ before }) => before === 'review' || before === 'relearning');
  const recalled = reviews.filter(({ grade }) => grade > 1).length;
  const ms = answers.reduce((sum, answer) => sum + thinkingMs(answer.ms), 0);
  return {
    answers: answers.length,
    cards: new Set(answers.map(({ key }) => key)).size,
    minutes: ms / 60_000,
    recalled: reviews.length === 0 ? null : recalled / reviews.length,
    tomorrow: outlook.tomorrow,
    tomorrowMinutes: estimateMinutes(
      { reviews: outlook.tomorrow, fresh: 0, learning: 0 },
      outlook.answerMs,
    ),
    hardest: hardestOf(answers),
  };
}

/** The question that was missed most often; of equals the one that was missed first. */
function hardestOf(
  answers: readonly { readonly key: CardKey; readonly grade: Grade; readonly question: string }[],
): string | null {
  const missed = Map.groupBy(
    answers.filter(({ grade }) => grade === 1),
    ({ key }) => key,
  );
  const most = Math.max(0, ...[...missed.values()].map((times) => times.length));
  return [...missed.values()].find((times) => times.length === most)?.[0]?.question ?? null;
}
