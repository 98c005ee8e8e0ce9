import { newestBackup, salvageDatabase } from '../app/log/backup.ts';
import { findCollection } from '../app/collection/collection.ts';
import { userPaths } from '../app/collection/paths.ts';
import { databaseState } from '../app/log/database-state.ts';
import { examine, repair, type Examination } from '../app/log/doctor.ts';
import type { CommandContext, CommandWork, ExitStatus } from './command.ts';
import { count, say, sayJson, tell } from './output.ts';
import { withCollection } from './opened.ts';
import { progressLine } from './progress.ts';

export const command: CommandWork = {
  run(context) {
    const { flags, env, cwd } = context;
    const { database } = findCollection({ decks: flags.decks, db: flags.db, env, cwd });
    const state = databaseState(database);
    if (state === 'damaged') return salvage(context, database);
    const backup = state === 'absent' ? newestBackup(userPaths(env).backups, database) : null;
    if (backup !== null)
      tell(
        context,
        `${database} is gone, so a new one is begun. To bring it back: tenet restore ${backup}`,
      );
    return compareWithLog(context);
  },
};

/** Every event that can still be read goes into a new database; the damaged file is kept. */
function salvage(context: CommandContext, database: string): ExitStatus {
  const progress = progressLine(context);
  const { saved, aside } = salvageDatabase(database, context.clock.now(), (found) =>
    progress.show(found, 'events'),
  );
  progress.clear();
  if (context.flags.json)
    sayJson(context, {
      events: saved,
      sides: 0,
      damage: [`${database} is damaged`],
      differences: [],
      mended: true,
      aside,
    });
  else {
    say(
      context,
      `${database} is damaged. ${count(saved, 'event')} could be read and are in a new one.`,
    );
    if (aside !== null) say(context, `The damaged file is kept as ${aside}.`);
    tell(context, 'A backup may hold more: "tenet restore FILE" adds what is missing.');
  }
  return 1;
}

function compareWithLog(context: CommandContext): Promise<ExitStatus> {
  return withCollection(context, ({ collection, store, study }): ExitStatus => {
    const progress = progressLine(context);
    const show = (done: number): void => progress.show(done, 'events');
    const found = examine(store, collection.settings.schedule, show);
    const mended = found.damage.length === 0 && found.differences.length > 0;
    if (mended) repair(store, study.settings.schedule, show);
    progress.clear();
    if (context.flags.json) sayJson(context, { ...found, mended, aside: null });
    else for (const line of findingLines(found, mended)) say(context, line);
    return found.damage.length > 0 || mended ? 1 : 0;
  });
}

function findingLines(
  { events, sides, damage, differences }: Examination,
  mended: boolean,
): string[] {
  const looked = `Looked at ${count(events, 'event')} of ${count(sides, 'side')}.`;
  if (damage.length > 0)
    return [
      looked,
      'The database is damaged:',
      ...damage,
      'Run "tenet doctor" again to save what can be read.',
    ];
  if (!mended)
    return [looked, 'The file is sound, and what is kept beside the log agrees with it.'];
  return [looked, ...differences, 'Mended: all of it was worked out again from the log.'];
}
