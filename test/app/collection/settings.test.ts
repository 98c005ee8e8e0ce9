import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userPaths } from '../../../src/app/collection/paths.ts';
import { settingTable } from '../../../src/app/collection/setting-table.ts';
import {
  readManifest,
  readUserSettings,
  settingsFor,
} from '../../../src/app/collection/settings.ts';
import { TenetError } from '../../../src/model/problem.ts';
import { defaultSettings, type Settings } from '../../../src/model/settings.ts';

let folder: string;
let config: string;
let manifest: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet-settings-'));
  config = path.join(folder, 'config.toml');
  manifest = path.join(folder, 'tenet.toml');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What holds in the collection "abcd" with these two files. */
function settingsWith(user: string, shared = ''): Settings {
  writeFileSync(config, user);
  writeFileSync(manifest, shared);
  const paths = userPaths({ HOME: '/home/mia', TENET_CONFIG: config }, 'linux', folder);
  return settingsFor('abcd', readManifest(manifest, config), readUserSettings(config), paths);
}

function failureOf(work: () => unknown): TenetError {
  try {
    work();
  } catch (failure) {
    if (failure instanceof TenetError) return failure;
    throw failure;
  }
  throw new Error('nothing failed');
}

describe('what holds in a collection', () => {
  it('is the default where no file says otherwise', () => {
    expect(settingsWith('')).toEqual(defaultSettings);
    rmSync(config);
    expect(readUserSettings(config).everywhere).toEqual([]);
  });

  it('is what the nearest file says: everywhere, then tenet.toml, then the section of the collection', () => {
    const user =
      'new_per_day = 1\nreviews_per_day = 1\nfuzz = false\n[collections.abcd]\nnew_per_day = 3';
    const settings = settingsWith(user, 'new_per_day = 2\nreviews_per_day = 2\n');
    expect(settings.limits).toMatchObject({ newPerDay: 3, reviewsPerDay: 2 });
    expect(settings.schedule.fuzz).toBe(false);
  });

  it('takes every setting of the table, in the form that a person writes', () => {
    const settings = settingsWith(`
      learn_ahead_minutes = 0
      bury_siblings = false
      desired_retention = 0.85
      maximum_interval_days = 365
      learning_steps = ["90s", "10m", "12h", "1d"]
      relearning_steps = []
      load_balance = false
      easy_days = { saturday = 0.5, sunday = 0 }
      leech_threshold = 4
      leech_action = "suspend"
      rollover_hour = 3
      time_zone = "Europe/Berlin"
      buttons = 2
      plain = true
      drafts_per_document = 5
      log_dir = "~/sync"
      keys = { undo = ["u", "z"], show = "space" }
    `);
    expect(settings).toEqual({
      schedule: {
        ...defaultSettings.schedule,
        desiredRetention: 0.85,
        maximumIntervalDays: 365,
        learningStepsSeconds: [90, 600, 43_200, 86_400],
        relearningStepsSeconds: [],
        loadBalance: false,
        easyDays: [1, 1, 1, 1, 1, 0.5, 0],
        leechThreshold: 4,
        leechAction: 'suspend',
      },
      limits: { ...defaultSettings.limits, learnAheadMinutes: 0, burySiblings: false },
      rolloverHour: 3,
      timeZone: 'Europe/Berlin',
      buttons: 2,
      plain: true,
      draftsPerDocument: 5,
      logDir: '/home/mia/sync',
      keys: { undo: ['u', 'z'], show: ['space'] },
    });
  });

  it('can be asked for by the name of each setting', () => {
    const settings = settingsWith('new_per_day = 7\nbuttons = 2');
    const values = Object.fromEntries(
      settingTable.map((setting) => [setting.name, setting.valueIn(settings)]),
    );
    expect(values).toMatchObject({ new_per_day: 7, buttons: 2, leech_action: 'tag' });
    expect(values['time_zone']).toBeUndefined();
  });

  it('is told in the form in which a file takes it', () => {
    const settings = settingsWith(`
      learning_steps = ["90s", "10m", "12h", "2d"]
      relearning_steps = []
      easy_days = { saturday = 0.5, sunday = 0 }
      keys = { undo = ["u", "z"] }
    `);
    const told = settingTable.map((setting) => [setting, setting.valueIn(settings)] as const);
    const taken = told
      .filter(([, value]) => value !== undefined)
      .reduce((before, [setting, value]) => setting.apply(before, value), defaultSettings);
    expect(taken).toEqual(settings);
    const steps = settingTable.find(({ name }) => name === 'learning_steps');
    expect(steps?.valueIn(settings)).toEqual(['90s', '10m', '12h', '2d']);
  });
});

describe('a file of settings with faults', () => {
  it('names the line of a wrong name, and the name that was probably meant', () => {
    const failure = failureOf(() => settingsWith('fuzz = true\n\n  new_per_dya = 4\n'));
    expect(failure.message).toBe(`${config}:3:3 "new_per_dya" is not a setting`);
    expect(failure).toMatchObject({ hint: 'Did you mean "new_per_day"?', exitCode: 2 });
  });

  it.each([
    ['new_per_day = -1', '"new_per_day" cannot be -1', 'It is a whole number from 0 to 9999.'],
    [
      'new_per_day = "ten"',
      '"new_per_day" cannot be "ten"',
      'It is a whole number from 0 to 9999.',
    ],
    [
      'desired_retention = 90',
      '"desired_retention" cannot be 90',
      'It is a number from 0.7 to 0.99.',
    ],
    [
      'learning_steps = ["1 week"]',
      '"learning_steps" cannot be ["1 week"]',
      'It is a list of times',
    ],
    ['learning_steps = "1m"', '"learning_steps" cannot be "1m"', 'It is a list of times'],
    ['easy_days = { caturday = 1 }', '"easy_days" cannot be', 'It is a table of weekdays'],
    ['time_zone = "Mars/Base"', '"time_zone" cannot be "Mars/Base"', 'It is a time zone'],
    ['buttons = 3', '"buttons" cannot be 3', 'It is 2 or 4.'],
    ['plain = "yes"', '"plain" cannot be "yes"', 'It is true or false.'],
    ['keys = { undo = 4 }', '"keys" cannot be', 'It is a table of actions and keys'],
    ['parameters = [1, 2]', '"parameters" cannot be [1,2]', 'here it has 2 numbers; FSRS-6 has 21'],
    ['collection = 4', '"collection" is no folder', 'Write it as in collection = "~/tenet".'],
    ['colour = "red"', '"colour" is not a setting', 'See "tenet config" for all.'],
  ])('says of %s what it may be', (text, message, hint) => {
    const failure = failureOf(() => settingsWith(text));
    expect(failure.message).toContain(`${config}:1:1 ${message}`);
    expect(failure.hint).toContain(hint);
  });

  it('names all faults of the file at once, each at its line', () => {
    const failure = failureOf(() =>
      settingsWith('buttons = 5\n[collections.abcd]\nfuzz = 1\n[collections.efgh]\nfuzzz = true'),
    );
    expect(failure.message).toBe(`${config}: 3 settings cannot be used`);
    expect(failure.problems.map(({ line, message }) => [line, message])).toEqual([
      [1, '"buttons" cannot be 5'],
      [3, '"fuzz" cannot be 1'],
      [5, '"fuzzz" is not a setting'],
    ]);
  });

  it('points to what is no TOML', () => {
    const failure = failureOf(() => settingsWith('fuzz = true\nnew_per_day = = 4'));
    expect(failure.message).toMatch(/config\.toml:2:\d+ this is not TOML: /);
    expect(failure.exitCode).toBe(2);
  });

  it('may not set what is personal where others get it with the decks', () => {
    const failure = failureOf(() => settingsWith('', 'log_dir = "/tmp"'));
    expect(failure.message).toContain('"log_dir" is personal, and this file is shared');
    expect(failure.hint).toBe(`Put it into ${config}.`);
  });

  it.each([
    ['id = "../../etc"', 'this "id" cannot name a collection'],
    ['decks = "../elsewhere"', '"decks" is no folder of this collection'],
    ['decks = "/abs"', '"decks" is no folder of this collection'],
    ['notation = "anki"', 'this is no notation'],
    ['[notation]\n"a/../.." = "shared"', 'this is no notation'],
  ])('may not say %s of a collection', (text, message) => {
    expect(failureOf(() => settingsWith('', text)).message).toContain(message);
  });
});
