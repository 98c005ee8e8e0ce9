import type { LimitSettings, ScheduleSettings, Settings } from '../../model/settings.ts';
import { parameterFault } from '../../schedule/memory.ts';
import {
  anyText,
  easyDays,
  keyTable,
  numberWithin,
  oneOf,
  type ReadValue,
  refuse,
  steps,
  timeZone,
  wholeWithin,
  writtenEasyDays,
  writtenSteps,
  yesOrNo,
} from './setting-values.ts';

/** One setting: its name in the files, and how its value changes what holds. */
export interface Setting {
  readonly name: string;
  /** Only in the user's own file: a folder on this machine, or how this person works. */
  readonly personal: boolean;
  readonly help: string;
  /** The settings with this value, which is as the file has it; throws `WrongValue`. */
  apply(settings: Settings, value: unknown): Settings;
  /** The value that holds, as a file would have it; undefined where none is set. */
  valueIn(settings: Settings): unknown;
}

function scheduling<Name extends keyof ScheduleSettings>(
  name: string,
  field: Name,
  read: ReadValue<NonNullable<ScheduleSettings[Name]>>,
  help: string,
  written: (value: ScheduleSettings[Name]) => unknown = (value) => value,
): Setting {
  return {
    name,
    personal: false,
    help,
    apply: (settings, value) => ({
      ...settings,
      schedule: { ...settings.schedule, [field]: read(value) },
    }),
    valueIn: ({ schedule }) => written(schedule[field]),
  };
}

function limit<Name extends keyof LimitSettings>(
  name: string,
  field: Name,
  read: ReadValue<LimitSettings[Name]>,
  help: string,
): Setting {
  return {
    name,
    personal: false,
    help,
    apply: (settings, value) => ({
      ...settings,
      limits: { ...settings.limits, [field]: read(value) },
    }),
    valueIn: ({ limits }) => limits[field],
  };
}

function personal<Name extends Exclude<keyof Settings, 'schedule' | 'limits'>>(
  name: string,
  field: Name,
  read: ReadValue<NonNullable<Settings[Name]>>,
  help: string,
): Setting {
  return {
    name,
    personal: true,
    help,
    apply: (settings, value) => ({ ...settings, [field]: read(value) }),
    valueIn: (settings) => settings[field],
  };
}

const parameters: ReadValue<readonly number[]> = (value) => {
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'number'))
    return refuse('a list of 21 numbers');
  const fault = parameterFault(value);
  return fault === null ? value : refuse(`a list of 21 numbers, and here ${fault}`);
};

/** Every setting, in the order in which `tenet config` shows them. */
export const settingTable: readonly Setting[] = [
  limit('new_per_day', 'newPerDay', wholeWithin(0, 9999), 'new cards a day'),
  limit('reviews_per_day', 'reviewsPerDay', wholeWithin(0, 99_999), 'reviews a day'),
  limit('bury_siblings', 'burySiblings', yesOrNo, 'ask one side of a card a day'),
  limit(
    'learn_ahead_minutes',
    'learnAheadMinutes',
    wholeWithin(0, 1440),
    'how early a learning card may come when nothing else is left',
  ),
  scheduling(
    'desired_retention',
    'desiredRetention',
    numberWithin(0.7, 0.99),
    'chance of recall aimed at',
  ),
  scheduling(
    'maximum_interval_days',
    'maximumIntervalDays',
    wholeWithin(1, 36_500),
    'longest interval',
  ),
  scheduling(
    'learning_steps',
    'learningStepsSeconds',
    steps,
    'times between the first answers',
    writtenSteps,
  ),
  scheduling(
    'relearning_steps',
    'relearningStepsSeconds',
    steps,
    'times after a card was forgotten',
    writtenSteps,
  ),
  scheduling('fuzz', 'fuzz', yesOrNo, 'spread due days a little'),
  scheduling('load_balance', 'loadBalance', yesOrNo, 'prefer days with less work'),
  scheduling(
    'easy_days',
    'easyDays',
    easyDays,
    'weekdays that take less work, 0 to 1',
    writtenEasyDays,
  ),
  scheduling(
    'leech_threshold',
    'leechThreshold',
    wholeWithin(0, 999),
    'lapses that make a leech; 0 for never',
  ),
  scheduling('leech_action', 'leechAction', oneOf('suspend', 'tag'), 'what happens to a leech'),
  scheduling('parameters', 'parameters', parameters, 'FSRS-6 parameters'),
  personal(
    'rollover_hour',
    'rolloverHour',
    wholeWithin(0, 23),
    'hour at which a study day changes',
  ),
  personal('time_zone', 'timeZone', timeZone, "study days of this zone, not of the machine's"),
  personal('buttons', 'buttons', oneOf(2, 4), 'grades to choose from'),
  personal('plain', 'plain', yesOrNo, 'line by line, without screens'),
  {
    ...personal(
      'drafts_per_document',
      'draftsPerDocument',
      wholeWithin(0, 9999),
      'drafts a document may add',
    ),
    personal: false,
  },
  personal(
    'log_dir',
    'logDir',
    anyText,
    'folder of a second copy of the log, shared by your machines',
  ),
  personal('keys', 'keys', keyTable, 'key bindings'),
];
