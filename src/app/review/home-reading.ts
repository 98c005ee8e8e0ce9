import { documentsOfDecks } from '../../store/chapters.ts';
import type { Store } from '../../store/open.ts';
import type { DeckGroup, DeckRow, HomeReading } from './home-view.ts';
import type { ReadChapter, ReaderView } from '../reading/view.ts';

/** What home says of the reader. `isFree`: nothing is to be reviewed today. */
export function homeReading(
  { chapters, next, sectionsRead }: ReaderView,
  isFree: boolean,
): HomeReading | null {
  const chapter = chapters.find(({ sections }) => sections.some(({ key }) => key === next));
  if (chapter === undefined) return null;
  return {
    starts: sectionsRead === 0 && isFree,
    chapter: chapter.title,
    minutes: chapter.minutesLeft,
  };
}

/**
 * Decks as home groups them: those of the core path, those of the further chapters, the person's own.
 * A deck of the reader appears once something of its chapter was read, or answered. `title` stands over the
 * first group, and over the only one; it may be empty.
 */
export function homeGroups(
  store: Store,
  title: string,
  { chapters }: ReaderView,
  decks: readonly DeckRow[],
): readonly DeckGroup[] {
  if (chapters.length === 0) return [{ title, decks }];
  const byDocument = new Map(chapters.map((chapter) => [chapter.document, chapter]));
  const documents = documentsOfDecks(store);
  const chapterOf = (deck: DeckRow): ReadChapter | undefined =>
    byDocument.get(documents.get(deck.title) ?? '');
  const begun = decks.filter((deck) => isBegun(deck, chapterOf(deck)));
  const groups = [
    { title: title || 'Core path', decks: begun.filter((deck) => chapterOf(deck)?.core === true) },
    { title: 'Further', decks: begun.filter((deck) => chapterOf(deck)?.core === false) },
    { title: 'Other decks', decks: begun.filter((deck) => chapterOf(deck) === undefined) },
  ].filter((group) => group.decks.length > 0);
  const only = groups[0];
  return groups.length === 1 && only !== undefined ? [{ ...only, title }] : groups;
}

function isBegun({ known, due, new: fresh }: DeckRow, chapter: ReadChapter | undefined): boolean {
  return chapter === undefined || chapter.sectionsRead > 0 || known > 0 || due + fresh > 0;
}
