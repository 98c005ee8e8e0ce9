import type { StudyEvent } from '../model/event.ts';
import type { Grade, StudyDay } from '../model/schedule.ts';

/** An answer that parameters can be trained on. */
export interface TrainingAnswer {
  readonly grade: Grade;
  readonly day: StudyDay;
  /** Study days since the answer before; 0 for the first, and on the same day. */
  readonly elapsedDays: number;
}

/**
 * The answers of one live, ordered history that say something about memory: those since the last reset,
 * without cramming and without what follows numbers taken over from elsewhere, whose past is unknown.
 */
export function trainingAnswers(history: readonly StudyEvent[]): readonly TrainingAnswer[] {
  let answers: TrainingAnswer[] = [];
  let pastKnown = true;
  for (const event of history) {
    if (event.kind === 'reset' || event.kind === 'memory') {
      answers = [];
      pastKnown = event.kind === 'reset' || event.schedule.state === 'new';
    }
    if (event.kind !== 'answer' || !pastKnown) continue;
    const { grade, day } = event;
    const elapsedDays = Math.max(0, day - (answers.at(-1)?.day ?? day));
    answers.push({ grade, day, elapsedDays });
  }
  return answers;
}

/** One item for each review on a later day: that answer with all before it, oldest first. */
export function trainingItems(
  answers: readonly TrainingAnswer[],
): readonly (readonly TrainingAnswer[])[] {
  return answers.flatMap((answer, index) =>
    answer.elapsedDays > 0 ? [answers.slice(0, index + 1)] : [],
  );
}
