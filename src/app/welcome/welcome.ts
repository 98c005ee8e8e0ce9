import { realpathSync } from 'node:fs';
import { countEvents } from '../../store/events.ts';
import { metaValue, setMetaValue } from '../../store/meta.ts';
import type { OpenCollection } from '../collection/open-collection.ts';
import { packageRoot } from '../package-info.ts';
import { type Environment, userPaths } from '../collection/paths.ts';
import { writeCollectionSettings } from './write-settings.ts';

/** What a newcomer may give to tenet on a day. */
export type DailyMinutes = 5 | 10 | 20;

/**
 * A choice with what it means. A new card takes half a minute in its first week, and the reading before it a
 * quarter: bench/first-week plays it through.
 */
export interface DailyChoice {
  readonly minutes: DailyMinutes;
  readonly newPerDay: number;
}

export const dailyChoices: readonly DailyChoice[] = [
  { minutes: 5, newPerDay: 6 },
  { minutes: 10, newPerDay: 12 },
  { minutes: 20, newPerDay: 24 },
];

/** The choice of so many minutes. */
export function choiceOf(minutes: DailyMinutes): DailyChoice {
  const choice = dailyChoices.find((each) => each.minutes === minutes);
  if (choice === undefined) throw new Error(`${minutes} minutes are not offered`);
  return choice;
}

/** The choice that is offered first. */
export const usualMinutes: DailyMinutes = 10;

/** What spaced repetition asks of a person, in five sentences. */
export const whatItAsks: readonly string[] = [
  'Every day tenet asks you the cards that you are about to forget, and a few new ones from what you have read.',
  'Come most days: a few minutes each day do more than an hour at the end of the week, and a day left out is no harm.',
  'Answer before you look, and grade honestly: only you see it, and it decides when the card comes back.',
  'You will miss about one card in ten, and that is intended: a card that is never missed is asked too often.',
  'What you recall comes back after days, then weeks, then months, so the daily minutes stay few while what you know grows.',
];

const shownBefore = 'welcomed';

/**
 * Whether nobody has been welcomed yet to this collection, which is their own, or the one that the program
 * lies in where it is run from a checkout. It stays so until `endFirstRun`.
 */
export function isFirstRun({ collection, store }: OpenCollection): boolean {
  const { own, root } = collection;
  if (!own && root !== realpathSync(packageRoot())) return false;
  return metaValue(store, shownBefore) === undefined && countEvents(store) === 0;
}

/**
 * Remembers that somebody was welcomed, and writes what they chose (null for nothing) into their own
 * settings for this collection: so many new cards a day, and two buttons. It holds when the collection is
 * opened again. Throws `TenetError` where it cannot be written.
 */
export function endFirstRun(
  { collection, store }: OpenCollection,
  env: Environment,
  minutes: DailyMinutes | null,
): void {
  setMetaValue(store, shownBefore, 'yes');
  if (minutes === null) return;
  const { newPerDay } = choiceOf(minutes);
  writeCollectionSettings(userPaths(env).configFile, collection.id, {
    new_per_day: newPerDay,
    buttons: 2,
  });
}
