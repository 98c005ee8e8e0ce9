import type { Due, Memory, Schedule } from '../../model/schedule.ts';
import type { AnkiCard, Preset } from './collection.ts';
import type { DayCount } from './days.ts';
import type { ImportedSide } from './import-note.ts';
import { isWholeHistory } from './log-in.ts';
import { memoryFromSm2 } from './sm2.ts';

/** Where Anki says that a card stands. */
export interface ImportedStanding {
  /** `memory` null: it follows from the log. */
  readonly schedule: ImportedSchedule;
  readonly suspended: boolean;
  readonly buried: boolean;
  readonly flag: number;
}

type ImportedSchedule =
  | { readonly state: 'new' }
  | {
      readonly state: Exclude<Schedule['state'], 'new'>;
      readonly memory: Memory | null;
      readonly due: Due;
      readonly intervalDays: number;
      readonly step: number;
      readonly reps: number;
      readonly lapses: number;
      readonly lastAtMs: number;
    };

/** What the reading depends on. */
export interface CardInContext {
  readonly days: DayCount;
  readonly preset: Preset | null;
  /** FSRS-6 parameters for estimates from SM-2. */
  readonly parameters: readonly number[];
}

const states = { 1: 'learning', 2: 'review', 3: 'relearning' } as const;
const sm2Retention = 0.9;

/** The standing of a card in Anki, whichever scheduler and version it comes from. */
export function standingIn(side: ImportedSide, context: CardInContext): ImportedStanding {
  const { card } = side;
  return {
    schedule: scheduleIn(side, context),
    suspended: card.queue === -1,
    buried: card.queue === -2 || card.queue === -3,
    flag: card.flag,
  };
}

function scheduleIn({ card, log }: ImportedSide, context: CardInContext): ImportedSchedule {
  // The first scheduler kept lapsed cards as review cards in the learning queue.
  const lapsed = card.type === 2 && (card.queue === 1 || card.queue === 3);
  const state = lapsed ? 'relearning' : states[card.type as keyof typeof states];
  if (state === undefined) return { state: 'new' };
  const due = dueIn(card, context.days);
  const lastAtMs = lastReviewMs(card, log, due, context.days);
  const steps =
    state === 'learning'
      ? context.preset?.learningStepsMinutes
      : context.preset?.relearningStepsMinutes;
  return {
    state,
    memory: memoryIn(card, log, context),
    due,
    intervalDays: Math.max(1, card.intervalDays),
    step: Math.max(0, (steps?.length ?? 1) - Math.max(1, card.stepsLeft)),
    reps: card.reps,
    lapses: card.lapses,
    lastAtMs,
  };
}

/** Above this a due is a time in seconds and not a day. */
const firstInstant = 1_000_000_000;

function dueIn(card: AnkiCard, days: DayCount): Due {
  const away = card.originalDeckId !== 0 && card.originalDue !== 0;
  const due = away ? card.originalDue : card.due;
  return due > firstInstant
    ? { kind: 'instant', atMs: due * 1000 }
    : { kind: 'day', day: days.firstDay + due };
}

function lastReviewMs(card: AnkiCard, log: ImportedSide['log'], due: Due, days: DayCount): number {
  const { lastReviewSeconds } = card.data;
  const row = log.findLast(
    ({ ease, type, factor }) => ease >= 1 && ease <= 4 && !(type === 3 && factor === 0),
  );
  if (row !== undefined && Math.floor(row.id / 1000) === lastReviewSeconds) return row.id;
  if (lastReviewSeconds !== undefined) return lastReviewSeconds * 1000;
  if (row !== undefined) return row.id;
  if (due.kind === 'instant') return due.atMs;
  const day = due.day - card.intervalDays - days.firstDay;
  return (days.createdSeconds + day * 86_400) * 1000;
}

function memoryIn(
  { data, type, intervalDays, factor }: AnkiCard,
  log: ImportedSide['log'],
  { parameters }: CardInContext,
): Memory | null {
  const { stability, difficulty } = data;
  if (stability !== undefined && difficulty !== undefined) return { stability, difficulty };
  if (isWholeHistory(log)) return null;
  if (type === 1) return null;
  const ease = factor > 0 ? factor / 1000 : 2.5;
  return memoryFromSm2(ease, Math.max(1, intervalDays), sm2Retention, parameters);
}
