import type { StudyEvent } from '../model/event.ts';
import type { StudyDay } from '../model/schedule.ts';
import type { TrainingAnswer } from '../schedule/training.ts';

/** Reviews on a later day than the answer before, and how many of them were recalled. */
export interface Retention {
  readonly reviews: number;
  readonly recalled: number;
}

/** What a day brought. */
export interface DaySummary {
  readonly answers: number;
  /** Sides that were answered. */
  readonly sides: number;
  readonly minutes: number;
}

/** How long an answer takes, in ms, where too few have been given to tell. */
const assumedAnswerMs = 8000;
const fewestAnswers = 10;
/** Longer than this nobody thinks about a card: the phone rang. */
const longestAnswerMs = 60_000;
/** New sides are asked about so often on their first day, learning ones so often until they are through. */
const askedWhenNew = 2.5;
const askedWhenLearning = 1.5;

/** The median time of an answer in ms, from those given lately; a sane figure where there are few. */
export function usualAnswerMs(answerMs: readonly number[]): number {
  if (answerMs.length < fewestAnswers) return assumedAnswerMs;
  const sorted = answerMs.map(thinkingMs).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? assumedAnswerMs;
}

/** The time of an answer in ms without the time in which nobody sat there. */
export function thinkingMs(ms: number): number {
  return Math.min(Math.max(0, ms), longestAnswerMs);
}

/** Whole minutes that so many sides take, at least one where there are any. */
export function estimateMinutes(
  sides: { readonly reviews: number; readonly fresh: number; readonly learning: number },
  answerMs: number,
): number {
  const answers = sides.reviews + sides.fresh * askedWhenNew + sides.learning * askedWhenLearning;
  return answers === 0 ? 0 : Math.max(1, Math.round((answers * answerMs) / 60_000));
}

/** What the answers of some histories say of recall, from a study day on. */
export function retention(
  histories: Iterable<readonly TrainingAnswer[]>,
  from: StudyDay = Number.NEGATIVE_INFINITY,
): Retention {
  let reviews = 0;
  let recalled = 0;
  for (const answers of histories) {
    for (const { day, grade, elapsedDays } of answers) {
      if (day < from || elapsedDays === 0) continue;
      reviews += 1;
      if (grade > 1) recalled += 1;
    }
  }
  return { reviews, recalled };
}

/** Sides due on each of the coming days, from today on; what is late counts for today. */
export function forecast(
  dueCounts: Iterable<readonly [StudyDay, number]>,
  today: StudyDay,
  days: number,
): readonly number[] {
  const counts = Array.from({ length: days }, () => 0);
  for (const [day, count] of dueCounts) {
    const index = Math.max(0, day - today);
    if (index < days) counts[index] = (counts[index] ?? 0) + count;
  }
  return counts;
}

/** What the live events of a day amount to. */
export function summaryOf(events: readonly StudyEvent[]): DaySummary {
  const answers = events.filter((event) => event.kind === 'answer');
  const ms = answers.reduce((sum, event) => sum + thinkingMs(event.ms), 0);
  return {
    answers: answers.length,
    sides: new Set(answers.map(({ card }) => card)).size,
    minutes: ms / 60_000,
  };
}
