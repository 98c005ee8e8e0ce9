import type { Due, Schedule, Standing, StudyDay } from '../../model/schedule.ts';
import type { ScheduleSettings } from '../../model/settings.ts';
import type { AnkiCard } from './collection.ts';
import type { DayCount } from './days.ts';
import { isTagFlag } from './tags.ts';

/** What a card's row depends on beside its standing. */
export interface CardPlace {
  readonly id: number;
  readonly noteId: number;
  readonly deckId: number;
  readonly ord: number;
  /** Among the new cards, from 1. */
  readonly position: number;
  readonly noteModifiedSeconds: number;
}

/** The rules that the numbers were made by. */
export interface SchedulingContext {
  readonly days: DayCount;
  readonly today: StudyDay;
  readonly schedule: ScheduleSettings & { readonly parameters: readonly number[] };
}

type Numbers = Pick<
  AnkiCard,
  | 'type'
  | 'queue'
  | 'due'
  | 'intervalDays'
  | 'factor'
  | 'reps'
  | 'lapses'
  | 'stepsLeft'
  | 'data'
  | 'modifiedSeconds'
>;

const cardType = { learning: 1, review: 2, relearning: 3 } as const;
const plainFactor = 2500;
const learningQueue = 1;
const dayQueue = 3;
const reviewQueue = 2;

/** The row of a card that was never studied, or whose history stays at home. */
export function newCard(place: CardPlace): AnkiCard {
  return {
    id: place.id,
    noteId: place.noteId,
    deckId: place.deckId,
    ord: place.ord,
    modifiedSeconds: place.noteModifiedSeconds,
    type: 0,
    queue: 0,
    due: place.position,
    intervalDays: 0,
    factor: 0,
    reps: 0,
    lapses: 0,
    stepsLeft: 0,
    originalDue: 0,
    originalDeckId: 0,
    flag: 0,
    data: {},
  };
}

/** The row of a card with its standing: memory, due, suspension, burial, flag. */
export function cardRow(
  place: CardPlace,
  standing: Standing,
  context: SchedulingContext,
): AnkiCard {
  const fresh = newCard(place);
  const { schedule } = standing;
  const numbers = schedule.state === 'new' ? {} : studied(schedule, fresh, context);
  const flag = isTagFlag(standing.flagNote) ? 0 : standing.flag;
  const row = { ...fresh, ...numbers, flag };
  if (standing.suspended) return aside(row, -1, schedule);
  const buried = standing.buriedDay !== null && standing.buriedDay >= context.today;
  return buried ? aside(row, -3, schedule) : row;
}

/**
 * Anki moves day numbers to the user's own calendar at the import, except those of learning cards that
 * stand aside: these have an instant instead.
 */
function aside(row: AnkiCard, queue: number, schedule: Schedule): AnkiCard {
  if (schedule.state !== 'learning' && schedule.state !== 'relearning') return { ...row, queue };
  return { ...row, queue, due: instantSeconds(schedule.due, schedule.lastAtMs, schedule.lastDay) };
}

function instantSeconds(due: Due, lastAtMs: number, lastDay: StudyDay): number {
  if (due.kind === 'instant') return Math.round(due.atMs / 1000);
  return Math.round(lastAtMs / 1000) + (due.day - lastDay) * 86_400;
}

type Answered = Exclude<Schedule, { readonly state: 'new' }>;

function studied(schedule: Answered, fresh: AnkiCard, context: SchedulingContext): Numbers {
  const { memory, reps, lapses, lastAtMs } = schedule;
  const lastSeconds = Math.floor(lastAtMs / 1000);
  return {
    ...placement(schedule, context),
    type: cardType[schedule.state],
    factor: plainFactor,
    reps,
    lapses,
    stepsLeft: stepsLeft(schedule, context),
    modifiedSeconds: Math.max(lastSeconds, fresh.modifiedSeconds),
    data: {
      position: fresh.due,
      stability: memory.stability,
      difficulty: memory.difficulty,
      desiredRetention: context.schedule.desiredRetention,
      decay: context.schedule.parameters[20] ?? 0.1542,
      lastReviewSeconds: lastSeconds,
    },
  };
}

function placement(
  schedule: Answered,
  { days }: SchedulingContext,
): Pick<Numbers, 'queue' | 'due' | 'intervalDays'> {
  const { due, lastDay } = schedule;
  if (schedule.state === 'review') {
    const dueDay = due.kind === 'day' ? due.day : lastDay + schedule.intervalDays;
    // `due - ivl` is the day of the last review for readers that know no better.
    const intervalDays = Math.max(1, dueDay - lastDay);
    return { queue: reviewQueue, due: dueDay - days.firstDay, intervalDays };
  }
  const intervalDays = schedule.state === 'relearning' ? Math.max(1, schedule.intervalDays) : 0;
  return due.kind === 'instant'
    ? { queue: learningQueue, due: Math.round(due.atMs / 1000), intervalDays }
    : { queue: dayQueue, due: due.day - days.firstDay, intervalDays };
}

function stepsLeft(schedule: Answered, { schedule: settings }: SchedulingContext): number {
  if (schedule.state === 'review') return 0;
  const steps =
    schedule.state === 'learning' ? settings.learningStepsSeconds : settings.relearningStepsSeconds;
  return Math.max(1, steps.length - schedule.step);
}
