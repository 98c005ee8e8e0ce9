import { namedDecks } from '../app/decks/named-decks.ts';
import { namedTag } from '../app/decks/named-tag.ts';
import type { OpenCollection } from '../app/collection/open-collection.ts';
import { openReviewer } from '../app/review/reviewer.ts';
import type { ReviewFilter } from '../app/review/queue.ts';
import type { Reviewer } from '../app/review/view.ts';
import { TenetError } from '../model/problem.ts';
import type { CommandContext, CommandWork, ExitStatus, OptionValues } from './command.ts';
import { indexAnew } from './opened.ts';
import { say, tell } from './output.ts';
import { openForSession } from './screen-or-lines.ts';
import { readerOf, terminalOptions } from './terminal-options.ts';

export const command: CommandWork = {
  async run(context, decks, options) {
    const filter = filterOf(options);
    const { opened, as } = await openForSession(context);
    const session = { context, opened, decks, filter };
    try {
      return as === 'lines' ? await reviewLines(session) : await reviewScreen(session);
    } finally {
      opened.close();
    }
  },
};

function filterOf(options: OptionValues): ReviewFilter {
  return {
    tag: typeof options['tag'] === 'string' ? options['tag'] : undefined,
    limit: wholeNumber(options, 'limit'),
    aheadDays: wholeNumber(options, 'ahead'),
    cram: options['cram'] === true,
    unread: options['unread'] === true,
  };
}

function wholeNumber(options: OptionValues, name: string): number | undefined {
  const text = options[name];
  if (typeof text !== 'string') return undefined;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new TenetError(`--${name} wants a whole number from 1 on, not "${text}"`, { exitCode: 2 });
}

interface Session {
  readonly context: CommandContext;
  readonly opened: OpenCollection;
  /** As they were named on the command line. */
  readonly decks: readonly string[];
  readonly filter: ReviewFilter;
}

/** The sitting, on an index that is up to date; `deck` narrows it to one. */
function sitting({ opened, decks, filter }: Session, deck?: string): Reviewer {
  const { collection, study, store } = opened;
  const named = deck === undefined ? decks : [deck];
  const narrowed = {
    ...filter,
    ...(named.length === 0 ? {} : { decks: namedDecks(store, named) }),
    ...(filter.tag === undefined ? {} : { tag: namedTag(store, filter.tag) }),
  };
  return openReviewer({ collection, study, filter: narrowed });
}

async function reviewLines(session: Session): Promise<ExitStatus> {
  const { context, opened } = session;
  const { openDialog } = await import('../plain/dialog.ts');
  const { reviewInLines } = await import('../plain/review.ts');
  for (const line of [...opened.news, ...indexAnew(opened).news]) tell(context, line);
  const dialog = openDialog(context.stdin, context.stdout, context.interrupted);
  try {
    const reviewer = sitting(session);
    const { buttons } = opened.collection.settings;
    await reviewInLines(reviewer, dialog, {
      buttons,
      clock: context.clock,
      section: async (card) => {
        const { sectionOfCardInLines } = await import('../plain/read.ts');
        return sectionOfCardInLines(await readerOf(opened), card);
      },
    });
    return context.interrupted.aborted ? 130 : 0;
  } finally {
    dialog.close();
  }
}

async function reviewScreen(session: Session): Promise<ExitStatus> {
  const { context, opened } = session;
  const { startReview } = await import('../tui/index.ts');
  let news = opened.news;
  const result = await startReview({
    ...terminalOptions(context, opened),
    reader: () => readerOf(opened),
    reviewer: async (deck) => {
      news = [...opened.news, ...indexAnew(opened).news];
      return sitting(session, deck);
    },
  });
  for (const line of result.farewell.split('\n')) if (line !== '') say(context, line);
  // On the screen there is no place for it: the session has it to itself.
  for (const line of news) tell(context, line);
  return result.exitCode;
}
