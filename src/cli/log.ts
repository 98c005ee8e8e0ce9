import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import path from 'node:path';
import { exportedLog, exportLog, importLog } from '../app/log/log.ts';
import type { OpenCollection } from '../app/collection/open-collection.ts';
import { TenetError } from '../model/problem.ts';
import type { CommandContext, CommandWork, ExitStatus } from './command.ts';
import { count, say, sayJson, tell } from './output.ts';
import { withCollection } from './opened.ts';
import { progressLine } from './progress.ts';

export const command: CommandWork = {
  run(context, [direction, file]) {
    const target = file === undefined ? undefined : path.resolve(context.cwd, file);
    if (direction === 'export')
      return withCollection(context, (opened) => exportTo(context, opened, target));
    if (direction === 'import' && target !== undefined)
      return withCollection(context, (opened) => importFrom(context, opened, target));
    throw new TenetError(
      direction === 'import' ? 'log import needs a file' : `log cannot "${direction}"`,
      { hint: 'Type "tenet log export [file]" or "tenet log import <file>".', exitCode: 2 },
    );
  },
};

async function exportTo(
  context: CommandContext,
  { store }: OpenCollection,
  file: string | undefined,
): Promise<ExitStatus> {
  if (file === undefined)
    await pipeline(Readable.from(exportedLog(store)), context.stdout, { end: false });
  else {
    await exportLog(store, file, context.interrupted);
    tell(context, `Wrote the log to ${file}.`);
  }
  return 0;
}

function importFrom(context: CommandContext, { study }: OpenCollection, file: string): ExitStatus {
  const progress = progressLine(context);
  const taken = importLog(study, file, (done) => progress.show(done, 'events'));
  progress.clear();
  if (context.flags.json) sayJson(context, taken);
  else
    say(
      context,
      `Read ${count(taken.read, 'event')}, ${taken.added.toLocaleString('en')} of them new; ${count(taken.cards, 'card')} changed.`,
    );
  return 0;
}
