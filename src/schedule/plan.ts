import type { Grade, Memory, Schedule, StudyDay } from '../model/schedule.ts';
import type { ScheduleSettings } from '../model/settings.ts';
import type { MemoryModel } from './memory.ts';
import { moveStep } from './steps.ts';

/** Where an answer leads, before a day is chosen. */
export interface Plan {
  readonly memory: Memory;
  readonly lapses: number;
  readonly to:
    | {
        readonly state: 'learning' | 'relearning';
        readonly step: number;
        readonly delaySeconds: number;
      }
    | { readonly state: 'review' };
}

const daySeconds = 86_400;
/** Without steps, what is forgotten within half a day is asked again on the same day. */
const sameDayBelowDays = 0.5;
const shortestDelaySeconds = 60;

/** Memory, lapses and state after an answer; which day it is due is not decided yet. */
export function planAnswer(
  settings: ScheduleSettings,
  model: MemoryModel,
  schedule: Schedule,
  grade: Grade,
  day: StudyDay,
): Plan {
  const memory = nextMemory(model, schedule, grade, day);
  const lapsed = schedule.state === 'review' && grade === 1;
  const lapses = (schedule.state === 'new' ? 0 : schedule.lapses) + (lapsed ? 1 : 0);
  if (schedule.state === 'review' && !lapsed) return { memory, lapses, to: { state: 'review' } };
  const inFirstSteps = schedule.state === 'new' || schedule.state === 'learning';
  const steps = inFirstSteps ? settings.learningStepsSeconds : settings.relearningStepsSeconds;
  const step = 'step' in schedule ? schedule.step : 0;
  const state = inFirstSteps ? 'learning' : 'relearning';
  const move = moveStep(steps, step, grade);
  if (move.to === 'step') {
    return { memory, lapses, to: { state, step: move.step, delaySeconds: move.delaySeconds } };
  }
  const ideal = model.idealIntervalDays(memory);
  if (steps.length > 0 || grade === 4 || ideal >= sameDayBelowDays) {
    return { memory, lapses, to: { state: 'review' } };
  }
  const delaySeconds = Math.max(shortestDelaySeconds, Math.round(ideal * daySeconds));
  return { memory, lapses, to: { state, step: 0, delaySeconds } };
}

/** The memory after a grade on a day; a clock that was set back counts as the same day. */
function nextMemory(model: MemoryModel, schedule: Schedule, grade: Grade, day: StudyDay): Memory {
  if (schedule.state === 'new') return model.next(null, 0, grade);
  return model.next(schedule.memory, Math.max(0, day - schedule.lastDay), grade);
}
