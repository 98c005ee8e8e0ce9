import path from 'node:path';
import { replaceDatabase, restoreInto } from '../app/log/backup.ts';
import { findCollection } from '../app/collection/collection.ts';
import { TenetError } from '../model/problem.ts';
import { databaseState } from '../app/log/database-state.ts';
import type { CommandContext, CommandWork, ExitStatus } from './command.ts';
import { count, say, sayJson } from './output.ts';
import { withCollection } from './opened.ts';

export const command: CommandWork = {
  async run(context, [given]) {
    if (given === undefined)
      throw new TenetError('restore needs the file of a backup', { exitCode: 2 });
    const backup = path.resolve(context.cwd, given);
    const { flags, env, cwd } = context;
    const { database } = findCollection({ decks: flags.decks, db: flags.db, env, cwd });
    return databaseState(database) === 'sound'
      ? takeBack(context, backup)
      : putInPlace(context, database, backup);
  },
};

/** A sound database loses nothing: what the backup holds and it lacks comes back. */
function takeBack(context: CommandContext, backup: string): Promise<ExitStatus> {
  return withCollection(context, ({ study }) => {
    const added = restoreInto(study, backup, context.clock.now());
    if (context.flags.json) sayJson(context, { added, replaced: null });
    else say(context, `Brought back ${count(added, 'event')}; nothing that was here is gone.`);
    return 0;
  });
}

function putInPlace(context: CommandContext, database: string, backup: string): ExitStatus {
  const aside = replaceDatabase(database, backup, context.clock.now());
  if (context.flags.json) sayJson(context, { added: null, replaced: aside });
  else {
    say(context, `Put ${backup} in place of ${database}.`);
    if (aside !== null) say(context, `The damaged database is kept as ${aside}.`);
  }
  return 0;
}
