import { dueToday } from '../app/review/due.ts';
import { homeReading } from '../app/review/home-reading.ts';
import { viewHome } from '../app/review/home.ts';
import { draftsInWords, waitingDraftCount } from '../app/decks/draft-count.ts';
import { indexDecks } from '../app/decks/index-decks.ts';
import { viewReader } from '../app/reading/progress.ts';
import { openReviewer } from '../app/review/reviewer.ts';
import type { Dialog } from '../plain/dialog.ts';
import type { TerminalOptions, TerminalResult } from '../tui/index.ts';
import type { CommandContext, CommandWork, ExitStatus } from './command.ts';
import { dueLine } from './due-line.ts';
import { firstRunLines, firstRunScreens, type Seat } from './first-run.ts';
import { indexAnew, withIndex } from './opened.ts';
import { say, sayJson } from './output.ts';
import { runSession } from './session.ts';
import { readerOf, readingNow } from './terminal-options.ts';

/** `tenet` alone: the app in a terminal, today's summary elsewhere. */
export const command: CommandWork = {
  async run(context) {
    const { stdin, stdout, flags } = context;
    if (flags.json || !stdin.isTTY || !stdout.isTTY) return summary(context);
    return runSession(context, {
      lines: (seat, talk) => homeLines(context, seat, talk()),
      screen: (seat, options) => homeScreen(context, seat, options),
    });
  },
};

function summary(context: CommandContext): Promise<ExitStatus> {
  return withIndex(context, ({ collection, study }) => {
    const today = dueToday(study);
    const drafts = waitingDraftCount(collection);
    if (context.flags.json) {
      sayJson(context, { collection: collection.title, ...today, drafts });
      return 0;
    }
    const reading = homeReading(
      viewReader(study.store, collection.title),
      today.due + today.new === 0,
    );
    const command = reading?.starts === true ? 'read' : 'review';
    say(context, `tenet: ${collection.title}. ${dueLine(today)}`);
    if (drafts > 0) say(context, draftsInWords(drafts));
    say(
      context,
      `Type "tenet ${command}" in a terminal, or "tenet ${command} --plain" for lines; "tenet --help" lists the rest.`,
    );
    return 0;
  });
}

async function homeLines(context: CommandContext, seat: Seat, dialog: Dialog): Promise<void> {
  const { homeInLines } = await import('../plain/home.ts');
  await firstRunLines(context, seat, dialog);
  const { opened } = seat;
  const { collection, study, clock } = opened;
  const news = [...seat.news, ...indexAnew(opened).news];
  await homeInLines(dialog, {
    view: () => viewHome(collection, study, news),
    reviewer: () => openReviewer({ collection, study }),
    reader: () => readerOf(opened),
    reading: () => readingNow(opened),
    buttons: collection.settings.buttons,
    clock,
  });
}

async function homeScreen(
  context: CommandContext,
  seat: Seat,
  options: TerminalOptions,
): Promise<TerminalResult> {
  const { startTui } = await import('../tui/index.ts');
  return startTui({
    ...options,
    firstRun: await firstRunScreens(context, seat),
    home: async () => {
      const { collection, study } = seat.opened;
      const shown = [...seat.news, ...indexAnew(seat.opened).news];
      seat.news = [];
      return viewHome(collection, study, shown);
    },
    review: async (deck) => {
      const { collection, study } = seat.opened;
      indexDecks(collection, study);
      return openReviewer({
        collection,
        study,
        ...(deck === undefined ? {} : { filter: { decks: [deck] } }),
      });
    },
    reader: () => readerOf(seat.opened),
    reading: () => readingNow(seat.opened),
  });
}
