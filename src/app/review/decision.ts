import type { Due, Grade, Standing } from '../../model/schedule.ts';
import type { AnsweredSchedule, Moment } from '../../schedule/answer.ts';
import type { DueLoad } from '../../schedule/load.ts';
import type { FoundSide } from './card.ts';
import type { DueCounts } from './load.ts';
import type { GradeChoice } from './view.ts';
import type { Study } from '../log/study.ts';

/** What a decision is made on, beside the grade and the time. */
export interface Deciding {
  readonly study: Study;
  readonly dues: DueCounts;
  readonly found: FoundSide;
  readonly standing: Standing;
}

const grades: readonly Grade[] = [1, 2, 3, 4];

/** The schedule that a grade leads to; the same for the keys' intervals and for the answer itself. */
export function decide(deciding: Deciding, grade: Grade, moment: Moment): AnsweredSchedule {
  const { study, standing } = deciding;
  return study.scheduler.next(standing, grade, moment, loadOf(deciding));
}

/** What stands on the four grade keys. Cramming changes nothing, so there every grade says the same. */
export function choicesFor(
  deciding: Deciding,
  moment: Moment,
  cram: boolean,
): readonly GradeChoice[] {
  const { schedule } = deciding.standing;
  return grades.map((grade) => {
    const due = cram
      ? (schedule.due ?? { kind: 'day', day: moment.day })
      : decide(deciding, grade, moment).due;
    return { grade, due, inSeconds: secondsUntil(due, moment) };
  });
}

function secondsUntil(due: Due, { atMs, day }: Moment): number {
  const seconds = due.kind === 'day' ? (due.day - day) * 86_400 : (due.atMs - atMs) / 1000;
  return Math.max(0, Math.round(seconds));
}

function loadOf({ study, dues, found }: Deciding): DueLoad {
  const siblingDays = found.siblings.flatMap((key) => {
    const { due } = study.standing(key).schedule;
    return due?.kind === 'day' ? [due.day] : [];
  });
  return { dueOn: (day) => dues.dueOn(day), siblingDays };
}
