import { unreadFiles } from '../../store/deck-index.ts';
import type { Store } from '../../store/open.ts';
import type { IndexReport } from './index-decks.ts';

/** Folders and files that could not be read when the decks were last looked at: their cards wait. */
export function unreadDecks(store: Store, { problems }: IndexReport): readonly string[] {
  const unlisted = problems.filter(({ severity }) => severity === 'error').map(({ file }) => file);
  return [...new Set([...unlisted, ...unreadFiles(store)])];
}
