import { isCoreRead } from '../../../app/reading/core-path.ts';
import type { ReadChapter, Reader, ReaderView, SectionKey } from '../../../app/reading/view.ts';
import { TenetError } from '../../../model/problem.ts';
import {
  leavingActions,
  say,
  scrollActions,
  scrollOn,
  type Scrolling,
} from '../../control/common-actions.ts';
import type { Actions } from '../../control/desk.ts';
import { sentence } from '../../control/notice.ts';
import { hasMore } from '../../picture.ts';
import type { ReadDesk } from './desk.ts';
import { at, type Place, type ReadState } from './state.ts';

/** The actions of the read screen, at work on one desk. */
export function readActions(desk: ReadDesk): Actions {
  return {
    ...listActions(desk),
    ...sectionActions(desk),
    ...layerActions(desk),
    ...scrollActions(scrolling(desk)),
    ...leavingActions(desk),
  };
}

/** The section is scrolled by rows of the width in which it is seen. */
function scrolling(desk: ReadDesk): Scrolling {
  const width = (): number => desk.extent().textWidth;
  return {
    extent: () => desk.extent(),
    state: () => {
      const { top, layer, layerScroll } = desk.state();
      return { layer, layerScroll, scroll: top?.width === width() ? top.row : null };
    },
    change: (patch) =>
      desk.change('scroll' in patch ? { top: { row: patch.scroll, width: width() } } : patch),
  };
}

function listActions(desk: ReadDesk): Actions {
  return {
    nextChapter: () => choose(desk, 1),
    previousChapter: () => choose(desk, -1),
    readNext: () => {
      const next = listOf(desk)?.view.next ?? null;
      if (next === null) openChosen(desk);
      else open(desk, next);
    },
    openChapter: () => openChosen(desk),
  };
}

function choose(desk: ReadDesk, by: 1 | -1): void {
  const list = listOf(desk);
  if (list === null) return;
  const chosen = Math.max(0, Math.min(list.view.chapters.length - 1, list.chosen + by));
  desk.change({ place: { ...list, chosen } });
}

/** The chosen chapter where it was left, or at its beginning. */
function openChosen(desk: ReadDesk): void {
  const list = listOf(desk);
  const sections = list?.view.chapters[list.chosen]?.sections ?? [];
  const section = sections.find(({ read }) => !read) ?? sections[0];
  if (section !== undefined) open(desk, section.key);
}

function sectionActions(desk: ReadDesk): Actions {
  return {
    goOn: () => goOn(desk),
    skipCards: () => onward(desk),
    backToCard: () => desk.onLeave('back'),
    toChapters: () => desk.change(at(listOfChapters(desk.reader))),
    previousSection: () => {
      const previous = pageOf(desk)?.previous ?? null;
      if (previous !== null) open(desk, previous);
    },
  };
}

/** First what was not seen yet, then the cards, then the next section. */
function goOn(desk: ReadDesk): void {
  const page = pageOf(desk);
  if (page === null) return;
  if (hasMore(desk.extent())) scrollOn(scrolling(desk));
  else if (page.cards.now > 0) {
    desk.reader.markRead(page.section.key);
    desk.onCards(page.section.key);
  } else onward(desk);
}

function onward(desk: ReadDesk): void {
  const page = pageOf(desk);
  if (page === null) return;
  const { section, chapter, next, cards } = page;
  desk.reader.markRead(section.key);
  if (next !== null) open(desk, next, laterNotice(cards.now + cards.later, section.title));
  else desk.change(at(listOfChapters(desk.reader), chapterEnd(chapter, desk.reader.view())));
}

function chapterEnd({ number, title, core }: ReadChapter, view: ReaderView): string {
  const end = `That was chapter ${number}, ${title}`;
  return core && isCoreRead(view) ? `${end}, and the core path is read.` : `${end}.`;
}

function laterNotice(cards: number, section: string): string | null {
  if (cards === 0) return null;
  const [what, come] = cards === 1 ? ['card', 'comes'] : [`${cards} cards`, 'come'];
  return `The ${what} of “${section}” ${come} with your reviews.`;
}

function layerActions(desk: ReadDesk): Actions {
  const close = (): void => desk.change({ layer: { kind: 'none' } });
  return {
    help: () => desk.change({ layer: { kind: 'help' }, layerScroll: null }),
    glossary: () => {
      const markdown = desk.reader.glossary();
      if (markdown === null) say(desk, 'This reader has no glossary.');
      else desk.change({ layer: { kind: 'glossary', markdown }, layerScroll: null });
    },
    footnotes: () => {
      if (pageOf(desk)?.footnotes.length === 0) say(desk, 'This section has no footnotes.');
      else desk.change({ layer: { kind: 'footnotes' }, layerScroll: null });
    },
    close,
    closeNote: close,
  };
}

function open(desk: ReadDesk, key: SectionKey, notice: string | null = null): void {
  desk.change(placeAt(desk.reader, key, notice));
}

/** The state at a section, or with null at the list of chapters: there too where the section is gone. */
export function placeAt(
  reader: Reader,
  key: SectionKey | null,
  notice: string | null = null,
): ReadState {
  if (key === null) return at(listOfChapters(reader));
  try {
    return at({ kind: 'section', page: reader.page(key) }, notice);
  } catch (failure) {
    if (!(failure instanceof TenetError)) throw failure;
    return at(listOfChapters(reader), sentence(`${failure.message}.`));
  }
}

function listOfChapters(reader: Reader): Place {
  const view = reader.view();
  const next = view.chapters.findIndex(({ sections }) =>
    sections.some(({ key }) => key === view.next),
  );
  return { kind: 'chapters', view, chosen: Math.max(0, next) };
}

function listOf(desk: ReadDesk): Extract<Place, { kind: 'chapters' }> | null {
  const { place } = desk.state();
  return place.kind === 'chapters' ? place : null;
}

function pageOf(desk: ReadDesk): Extract<Place, { kind: 'section' }>['page'] | null {
  const { place } = desk.state();
  return place.kind === 'section' ? place.page : null;
}
