import { indexDecks, type IndexReport } from '../app/decks/index-decks.ts';
import { openCollection, type OpenCollection } from '../app/collection/open-collection.ts';
import { unreadDecks } from '../app/decks/unread-decks.ts';
import type { Settings } from '../model/settings.ts';
import type { CommandContext } from './command.ts';
import { count, tell } from './output.ts';

/** The collection that the flags and the environment name. */
export async function open({ flags, env, cwd, clock }: CommandContext): Promise<OpenCollection> {
  const opened = await openCollection({ decks: flags.decks, db: flags.db, env, cwd, clock });
  const { news, collection } = opened;
  return { ...opened, news: [...news, ...(await keyNews(collection.settings))] };
}

/** Key bindings that cannot be: what needs no keys goes on, but does not leave them unsaid. */
async function keyNews({ keys }: Settings): Promise<readonly string[]> {
  if (Object.keys(keys).length === 0) return [];
  const { keyFaults } = await import('../tui/keymap.ts');
  return keyFaults(keys).map(({ message, hint }) => `${message}. ${hint}`);
}

/** Opens the collection for one command and closes it whatever happens; says its news on stderr. */
export async function withCollection<Result>(
  context: CommandContext,
  work: (opened: OpenCollection) => Result | Promise<Result>,
): Promise<Result> {
  const opened = await open(context);
  try {
    for (const line of opened.news) tell(context, line);
    return await work(opened);
  } finally {
    opened.close();
  }
}

/** The same, with the index brought up to date first, and what was linked or is unsure said. */
export function withIndex<Result>(
  context: CommandContext,
  work: (opened: OpenCollection, index: IndexReport) => Result | Promise<Result>,
): Promise<Result> {
  return withCollection(context, (opened) => {
    const { index, news } = indexAnew(opened);
    for (const line of news) tell(context, line);
    return work(opened, index);
  });
}

/** Brings the index up to date; `news` is what a person should know of it, a sentence each. */
export function indexAnew({ collection, study, store }: OpenCollection): {
  readonly index: IndexReport;
  readonly news: readonly string[];
} {
  const index = indexDecks(collection, study);
  return { index, news: [...indexNews(index), ...unreadNews(unreadDecks(store, index))] };
}

/** A deck that cannot be read is missing from all that follows: that must not go unsaid. */
function unreadNews(unread: readonly string[]): string[] {
  const [first] = unread;
  if (first === undefined) return [];
  const others = unread.length === 1 ? '' : ` and ${unread.length - 1} more`;
  return [`Not read: ${first}${others}; the cards in it wait. "tenet check" says why.`];
}

function indexNews({ linked, unsure, massLoss }: IndexReport): string[] {
  const news: string[] = [];
  if (linked.length > 0)
    news.push(
      `${count(linked.length, 'edited card')} kept ${linked.length === 1 ? 'its' : 'their'} history.`,
    );
  if (unsure.length > 0)
    news.push(
      `${count(unsure.length, 'card')} may be ${unsure.length === 1 ? 'an older one' : 'older ones'} reworded: "tenet check" lists them.`,
    );
  if (massLoss !== null)
    news.push(
      'Most cards are gone from the deck folder. Nothing was matched; their history waits for them.',
    );
  return news;
}
