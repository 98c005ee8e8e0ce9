import path from 'node:path';
import { initCollection } from '../app/collection/init.ts';
import { userPaths } from '../app/collection/paths.ts';
import type { CommandWork } from './command.ts';
import { say, sayJson } from './output.ts';

export const command: CommandWork = {
  run(context, [dir = '.']) {
    const { env, cwd, flags } = context;
    const collection = initCollection(path.resolve(cwd, dir), userPaths(env).data);
    if (flags.json) sayJson(context, collection);
    else {
      const { root, made, changed } = collection;
      say(context, `Made a collection in ${root}: ${made.join(', ')}.`);
      for (const file of changed)
        say(context, `Added lines to ${file}: git merges what two branches generated.`);
      const there = path.resolve(cwd, dir) === cwd ? '' : ` --decks ${dir}`;
      say(context, `Put decks into it, or type: tenet${there} add, tenet${there} generate FILE`);
    }
    return 0;
  },
};
