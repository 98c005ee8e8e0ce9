import { namedDecks } from '../app/decks/named-decks.ts';
import { namedTag } from '../app/decks/named-tag.ts';
import type { OpenCollection } from '../app/collection/open-collection.ts';
import { openReviewer } from '../app/review/reviewer.ts';
import type { ReviewFilter } from '../app/review/queue.ts';
import type { Reviewer } from '../app/review/view.ts';
import { TenetError } from '../model/problem.ts';
import type { Dialog } from '../plain/dialog.ts';
import type { TerminalOptions, TerminalResult } from '../tui/index.ts';
import type { CommandContext, CommandWork, OptionValues } from './command.ts';
import { indexAnew } from './opened.ts';
import { tell } from './output.ts';
import { runSession } from './session.ts';
import { readerOf, readingNow } from './terminal-options.ts';

export const command: CommandWork = {
  async run(context, decks, options) {
    const filter = filterOf(options);
    const wanted = { decks, filter };
    let news: readonly string[] = [];
    return runSession(context, {
      lines: ({ opened }, talk) => reviewLines(context, { opened, ...wanted }, talk),
      screen: ({ opened }, options) =>
        reviewScreen({ opened, ...wanted }, options, (found) => {
          news = found;
        }),
      afterScreen: () => {
        for (const line of news) tell(context, line);
      },
    });
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

/** Which cards are asked. */
interface Wanted {
  readonly opened: OpenCollection;
  /** As they were named on the command line. */
  readonly decks: readonly string[];
  readonly filter: ReviewFilter;
}

/** The sitting, on an index that is up to date; `deck` narrows it to one. */
function sitting({ opened, decks, filter }: Wanted, deck?: string): Reviewer {
  const { collection, study, store } = opened;
  const named = deck === undefined ? decks : [deck];
  const narrowed = {
    ...filter,
    ...(named.length === 0 ? {} : { decks: namedDecks(store, named) }),
    ...(filter.tag === undefined ? {} : { tag: namedTag(store, filter.tag) }),
  };
  return openReviewer({ collection, study, filter: narrowed });
}

async function reviewLines(
  context: CommandContext,
  wanted: Wanted,
  talk: () => Dialog,
): Promise<void> {
  const { opened } = wanted;
  const { reviewInLines } = await import('../plain/review.ts');
  for (const line of [...opened.news, ...indexAnew(opened).news]) tell(context, line);
  const dialog = talk();
  await reviewInLines(sitting(wanted), dialog, {
    buttons: opened.collection.settings.buttons,
    clock: context.clock,
    reading: () => readingNow(opened),
    section: async (card) => {
      const { sectionOfCardInLines } = await import('../plain/read.ts');
      return sectionOfCardInLines(await readerOf(opened), card);
    },
  });
}

async function reviewScreen(
  wanted: Wanted,
  options: TerminalOptions,
  onNews: (news: readonly string[]) => void,
): Promise<TerminalResult> {
  const { opened } = wanted;
  const { startReview } = await import('../tui/index.ts');
  onNews(opened.news);
  return startReview({
    ...options,
    reader: () => readerOf(opened),
    reading: () => readingNow(opened),
    reviewer: async (deck) => {
      onNews([...opened.news, ...indexAnew(opened).news]);
      return sitting(wanted, deck);
    },
  });
}
