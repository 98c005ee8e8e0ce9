import path from 'node:path';
import { backUpStore } from '../app/log/backup.ts';
import { userPaths } from '../app/collection/paths.ts';
import type { CommandWork } from './command.ts';
import { say, sayJson } from './output.ts';
import { withCollection } from './opened.ts';

export const command: CommandWork = {
  run(context, [file]) {
    return withCollection(context, ({ store }) => {
      const { backups } = userPaths(context.env);
      const to = file === undefined ? undefined : path.resolve(context.cwd, file);
      const made = backUpStore(store, backups, context.clock.now(), to);
      if (context.flags.json) sayJson(context, { file: made });
      else say(context, `Wrote ${made} and read it back.`);
      return 0;
    });
  },
};
