import type { OpenCollection } from '../app/collection/open-collection.ts';
import { chapterNamed } from '../app/reading/chapter-named.ts';
import { viewReader } from '../app/reading/progress.ts';
import type { Reader, SectionKey } from '../app/reading/view.ts';
import { TenetError } from '../model/problem.ts';
import type { CommandContext, CommandWork, ExitStatus } from './command.ts';
import { firstRunLines, firstRunScreens, type Seat } from './first-run.ts';
import { indexAnew, withIndex } from './opened.ts';
import { count, say, sayJson, tell } from './output.ts';
import { openForSession } from './screen-or-lines.ts';
import { readerOf, terminalOptions } from './terminal-options.ts';

export const command: CommandWork = {
  async run(context, [chapter]) {
    if (context.flags.json) return withIndex(context, (opened) => printView(context, opened));
    const { opened, as } = await openForSession(context);
    const seat: Seat = { opened, news: opened.news };
    try {
      return as === 'lines'
        ? await readLines(context, seat, chapter)
        : await readScreen(context, seat, chapter);
    } finally {
      seat.opened.close();
    }
  },
};

function printView(context: CommandContext, { collection, store }: OpenCollection): ExitStatus {
  sayJson(context, viewReader(store, collection.title));
  return 0;
}

/** Where a named chapter is begun, or gone on with. Throws where the collection has no reader. */
function placeIn(reader: Reader, named: string | undefined): SectionKey | undefined {
  const view = reader.view();
  if (view.chapters.length === 0)
    throw new TenetError('this collection has no reader', {
      hint: 'Put Markdown chapters with "## sections" into its source-docs folder.',
    });
  if (named === undefined) return undefined;
  const { sections } = chapterNamed(view, named);
  return (sections.find(({ read }) => !read) ?? sections[0])?.key;
}

async function readLines(
  context: CommandContext,
  seat: Seat,
  chapter: string | undefined,
): Promise<ExitStatus> {
  const { openDialog } = await import('../plain/dialog.ts');
  const { readInLines } = await import('../plain/read.ts');
  const dialog = openDialog(context.stdin, context.stdout, context.interrupted);
  try {
    await firstRunLines(context, seat, dialog);
    const { collection } = seat.opened;
    for (const line of [...seat.news, ...indexAnew(seat.opened).news]) tell(context, line);
    const reader = await readerOf(seat.opened);
    const from = placeIn(reader, chapter);
    const { buttons } = collection.settings;
    await readInLines(reader, dialog, { buttons, clock: context.clock, from });
    const due = reader.due();
    if (due > 0) dialog.say(`${count(due, 'card')} for today: "tenet review --plain" asks.`);
    return context.interrupted.aborted ? 130 : 0;
  } finally {
    dialog.close();
  }
}

async function readScreen(
  context: CommandContext,
  seat: Seat,
  chapter: string | undefined,
): Promise<ExitStatus> {
  const { startReading } = await import('../tui/index.ts');
  const result = await startReading({
    ...terminalOptions(context, seat.opened),
    firstRun: await firstRunScreens(context, seat),
    reader: () => readerOf(seat.opened),
    from: (reader) => placeIn(reader, chapter),
  });
  for (const line of result.farewell.split('\n')) if (line !== '') say(context, line);
  return result.exitCode;
}
