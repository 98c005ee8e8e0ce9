import type { CardKey } from '../model/card.ts';
import type { EventId } from '../model/event.ts';
import type { Due, Schedule, Standing } from '../model/schedule.ts';

/** The columns of a standing in the order of `StandingRow`. */
export const standingColumns = `key, state, step, due_day, due_at, stability, difficulty, last_day, last_at,
  interval_days, reps, lapses, suspended, buried_day, flag, flag_note, leech, head`;

export type StandingRow = readonly [
  key: string,
  state: string,
  step: number | null,
  dueDay: number | null,
  dueAt: number | null,
  stability: number | null,
  difficulty: number | null,
  lastDay: number | null,
  lastAt: number | null,
  intervalDays: number | null,
  reps: number,
  lapses: number,
  suspended: number,
  buriedDay: number | null,
  flag: number,
  flagNote: string,
  leech: number,
  head: string | null,
];

/** The row that holds a standing. */
export function rowOfStanding(standing: Standing): StandingRow {
  const { schedule } = standing;
  const answered = schedule.state === 'new' ? undefined : schedule;
  return [
    standing.key,
    schedule.state,
    'step' in schedule ? schedule.step : null,
    schedule.due?.kind === 'day' ? schedule.due.day : null,
    schedule.due?.kind === 'instant' ? schedule.due.atMs : null,
    answered?.memory.stability ?? null,
    answered?.memory.difficulty ?? null,
    answered?.lastDay ?? null,
    answered?.lastAtMs ?? null,
    'intervalDays' in schedule ? schedule.intervalDays : null,
    answered?.reps ?? 0,
    answered?.lapses ?? 0,
    standing.suspended ? 1 : 0,
    standing.buriedDay,
    standing.flag,
    standing.flagNote,
    standing.leech ? 1 : 0,
    standing.head,
  ];
}

/** The standing that a row holds. */
export function standingOfRow(row: StandingRow): Standing {
  return {
    key: row[0] as CardKey,
    schedule: scheduleOfRow(row),
    suspended: row[12] === 1,
    buriedDay: row[13],
    flag: row[14],
    flagNote: row[15],
    leech: row[16] === 1,
    head: row[17] as EventId | null,
  };
}

function scheduleOfRow(row: StandingRow): Schedule {
  const [, state, step, dueDay, dueAt, stability, difficulty, lastDay, lastAt, interval] = row;
  const due = dueOf(dueDay, dueAt);
  if (state === 'new') return due === undefined ? { state } : { state, due };
  const answered = {
    memory: { stability: stability ?? 0, difficulty: difficulty ?? 0 },
    due: due ?? { kind: 'day', day: 0 },
    lastDay: lastDay ?? 0,
    lastAtMs: lastAt ?? 0,
    reps: row[10],
    lapses: row[11],
  } as const;
  const intervalDays = interval ?? 0;
  if (state === 'review') return { state, ...answered, intervalDays };
  if (state === 'learning') return { state, ...answered, step: step ?? 0 };
  return { state: 'relearning', ...answered, step: step ?? 0, intervalDays };
}

function dueOf(day: number | null, atMs: number | null): Due | undefined {
  if (day !== null) return { kind: 'day', day };
  return atMs === null ? undefined : { kind: 'instant', atMs };
}
