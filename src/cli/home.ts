import { dueToday } from '../app/due.ts';
import { viewHome } from '../app/home.ts';
import { indexDecks } from '../app/index-decks.ts';
import type { OpenCollection } from '../app/open-collection.ts';
import { openReviewer } from '../app/reviewer.ts';
import type { CommandContext, CommandWork, ExitStatus } from './command.ts';
import { dueLine } from './due-line.ts';
import { indexNews, withIndex } from './opened.ts';
import { say, sayJson } from './output.ts';
import { openForSession } from './screen-or-lines.ts';
import { readerOf, terminalOptions } from './terminal-options.ts';

/** `tenet` alone: the app in a terminal, today's summary elsewhere. */
export const command: CommandWork = {
  async run(context) {
    const { stdin, stdout, flags } = context;
    if (flags.json || !stdin.isTTY || !stdout.isTTY) return summary(context);
    const { opened, as } = await openForSession(context);
    try {
      return as === 'lines' ? await linesOf(context, opened) : await homeScreen(context, opened);
    } finally {
      opened.close();
    }
  },
};

function summary(context: CommandContext): Promise<ExitStatus> {
  return withIndex(context, ({ collection, study }) => {
    const today = dueToday(study);
    if (context.flags.json) sayJson(context, { collection: collection.title, ...today });
    else {
      say(context, `tenet: ${collection.title}. ${dueLine(today)}`);
      say(
        context,
        'Type "tenet review" in a terminal, or "tenet review --plain" for lines; "tenet --help" lists the rest.',
      );
    }
    return 0;
  });
}

async function linesOf(context: CommandContext, opened: OpenCollection): Promise<ExitStatus> {
  const { homeInLines } = await import('../plain/home.ts');
  const { openDialog } = await import('../plain/dialog.ts');
  const { collection, study, clock } = opened;
  const news = [...opened.news, ...indexNews(indexDecks(collection, study))];
  const dialog = openDialog(context.stdin, context.stdout, context.interrupted);
  try {
    await homeInLines(dialog, {
      view: () => viewHome(collection, study, news),
      reviewer: () => openReviewer({ collection, study }),
      reader: () => readerOf(opened),
      buttons: collection.settings.buttons,
      clock,
    });
    return context.interrupted.aborted ? 130 : 0;
  } finally {
    dialog.close();
  }
}

async function homeScreen(context: CommandContext, opened: OpenCollection): Promise<ExitStatus> {
  const { startTui } = await import('../tui/index.ts');
  const { collection, study } = opened;
  let { news } = opened;
  const result = await startTui({
    ...terminalOptions(context, opened),
    home: async () => {
      const shown = [...news, ...indexNews(indexDecks(collection, study))];
      news = [];
      return viewHome(collection, study, shown);
    },
    review: async (deck) => {
      indexDecks(collection, study);
      return openReviewer({
        collection,
        study,
        ...(deck === undefined ? {} : { filter: { decks: [deck] } }),
      });
    },
    reader: () => readerOf(opened),
  });
  for (const line of result.farewell.split('\n')) if (line !== '') say(context, line);
  return result.exitCode;
}
