import path from 'node:path';
import { writeIds } from '../app/decks/write-ids.ts';
import type { CommandWork } from './command.ts';
import { count, say, sayJson } from './output.ts';
import { withCollection } from './opened.ts';

export const command: CommandWork = {
  run(context, files) {
    return withCollection(context, ({ collection, study }) => {
      const written = writeIds(
        collection,
        study,
        files.map((file) => path.resolve(context.cwd, file)),
      );
      if (context.flags.json) {
        sayJson(context, written);
        return 0;
      }
      for (const { file, written: ids, had, doubles } of written) {
        const already = had > 0 ? `, ${had} had one` : '';
        const twice = doubles > 0 ? `, ${doubles} say what another card says and got none` : '';
        say(context, `${file}: wrote ${count(ids, 'id')}${already}${twice}.`);
      }
      return 0;
    });
  },
};
