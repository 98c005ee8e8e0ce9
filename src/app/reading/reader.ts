import { existsSync } from 'node:fs';
import path from 'node:path';
import { frontMatterSpan } from '../../markdown/front-matter.ts';
import { TenetError } from '../../model/problem.ts';
import { chapters, citedBySide, type SectionOutline, unseenCards } from '../../store/chapters.ts';
import type { Collection } from '../collection/collection.ts';
import { readTextFile } from '../files.ts';
import { glossaryFile } from './index-chapters.ts';
import { viewReader } from './progress.ts';
import { readSectionText } from './section.ts';
import type { Reader, ReaderView, SectionCards, SectionKey, SectionPage } from './view.ts';
import { sizeOf } from '../../review/queue.ts';
import { todaysQueue } from '../review/queue.ts';
import { openReviewer } from '../review/reviewer.ts';
import type { Study } from '../log/study.ts';

/** The reader of a collection; the index of decks should be up to date. */
export function openReader(collection: Collection, study: Study): Reader {
  const { store } = study;
  const view = (): ReaderView => viewReader(store, collection.title);
  return {
    view,
    page: (key) => pageOf(collection, study, key),
    markRead: (key) => {
      const section = view()
        .chapters.flatMap(({ sections }) => sections)
        .find((each) => each.key === key);
      if (section?.read === false)
        study.record([{ card: null, body: { kind: 'read', section: key } }]);
    },
    cards: (key) => {
      const { cited } = outlineOfSection(study, key);
      return openReviewer({ collection, study, filter: { sections: cited } });
    },
    due: () => sizeOf(todaysQueue(study)),
    glossary: () => glossaryOf(collection),
    sectionOfCard: (key) => sectionCiting(study, citedBySide(store, key)),
  };
}

function pageOf(collection: Collection, study: Study, key: SectionKey): SectionPage {
  const { chapters: all } = viewReader(study.store, collection.title);
  const chapter = all.find(({ sections }) => sections.some((each) => each.key === key));
  const at = chapter?.sections.findIndex((each) => each.key === key) ?? -1;
  const section = chapter?.sections[at];
  if (chapter === undefined || section === undefined) throw sectionGone(key);
  return {
    chapter,
    section,
    place: at + 1,
    ...readSectionText(collection, chapter.document, key),
    cards: cardsOf(study, outlineOfSection(study, key)),
    previous: chapter.sections[at - 1]?.key ?? null,
    next: chapter.sections[at + 1]?.key ?? null,
  };
}

/** What a sitting over the section would ask, as if it had been read. */
function cardsOf(study: Study, { cited }: SectionOutline): SectionCards {
  const queue = todaysQueue(study, { sections: cited, unread: true });
  return {
    now: sizeOf(queue),
    later: Math.max(0, unseenCards(study.store, cited) - queue.fresh.length),
    newPerDay: study.settings.limits.newPerDay,
  };
}

function outlineOfSection({ store }: Study, key: SectionKey): SectionOutline {
  const section = chapters(store)
    .flatMap(({ outline }) => outline.sections)
    .find((each) => each.key === key);
  if (section === undefined) throw sectionGone(key);
  return section;
}

function sectionCiting({ store }: Study, cited: string | null): SectionKey | null {
  if (cited === null) return null;
  const sections = chapters(store).flatMap(({ outline }) => outline.sections);
  return sections.find((section) => section.cited.includes(cited))?.key ?? null;
}

function sectionGone(key: SectionKey): TenetError {
  return new TenetError(`the reader has no section ${key} any more`, {
    hint: 'Type "tenet read" for the list of chapters.',
  });
}

/** Without its front matter and its title. */
function glossaryOf({ sourceDocs }: Collection): string | null {
  const file = path.join(sourceDocs, glossaryFile);
  if (!existsSync(file)) return null;
  const text = readTextFile(file);
  return text
    .slice(frontMatterSpan(text)?.end ?? 0)
    .replace(/^\s*# .*$/m, '')
    .trim();
}
