import type { OpenCollection } from '../app/collection/open-collection.ts';
import { chapterNamed } from '../app/reading/chapter-named.ts';
import { viewReader } from '../app/reading/progress.ts';
import type { Reader, SectionKey } from '../app/reading/view.ts';
import { TenetError } from '../model/problem.ts';
import type { Dialog } from '../plain/dialog.ts';
import type { TerminalOptions, TerminalResult } from '../tui/index.ts';
import type { CommandContext, CommandWork, ExitStatus } from './command.ts';
import { firstRunLines, firstRunScreens, type Seat } from './first-run.ts';
import { indexAnew, withIndex } from './opened.ts';
import { count, sayJson, tell } from './output.ts';
import { runSession } from './session.ts';
import { readerOf } from './terminal-options.ts';

export const command: CommandWork = {
  async run(context, [chapter]) {
    if (context.flags.json) return withIndex(context, (opened) => printView(context, opened));
    return runSession(context, {
      lines: (seat, talk) => readLines(context, { seat, chapter }, talk()),
      screen: (seat, options) => readScreen(context, { seat, chapter }, options),
    });
  },
};

/** What is read: in an open collection, from this chapter on, or where it was left. */
interface Reading {
  readonly seat: Seat;
  readonly chapter: string | undefined;
}

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
  { seat, chapter }: Reading,
  dialog: Dialog,
): Promise<void> {
  const { readInLines } = await import('../plain/read.ts');
  await firstRunLines(context, seat, dialog);
  const { collection } = seat.opened;
  for (const line of [...seat.news, ...indexAnew(seat.opened).news]) tell(context, line);
  const reader = await readerOf(seat.opened);
  const from = placeIn(reader, chapter);
  const { buttons } = collection.settings;
  await readInLines(reader, dialog, { buttons, clock: context.clock, from });
  const due = reader.due();
  if (due > 0) dialog.say(`${count(due, 'card')} for today: "tenet review --plain" asks.`);
}

async function readScreen(
  context: CommandContext,
  { seat, chapter }: Reading,
  options: TerminalOptions,
): Promise<TerminalResult> {
  const { startReading } = await import('../tui/index.ts');
  return startReading({
    ...options,
    firstRun: await firstRunScreens(context, seat),
    reader: () => readerOf(seat.opened),
    from: (reader) => placeIn(reader, chapter),
  });
}
