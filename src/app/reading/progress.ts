import {
  type ChapterRecord,
  chapters,
  citedCards,
  readSections,
  type SectionOutline,
} from '../../store/chapters.ts';
import type { Store } from '../../store/open.ts';
import type { ReadChapter, ReaderView, ReadSection, SectionKey } from './view.ts';

/** Words that people read in a minute when they mean to remember them. */
export const wordsPerMinute = 200;
/** The tag in a chapter's front matter that puts it on the path for everyone. */
const coreTag = 'core';

/** The reader of a collection with all progress; without chapters where it has none. */
export function viewReader(store: Store, title: string): ReaderView {
  const read = readSections(store);
  const cited = citedCards(store);
  const records = chapters(store);
  const all = records.map((record, index) =>
    viewChapter({ record, number: index + 1, read, cited }),
  );
  const outlines = records.flatMap(({ outline }) => outline.sections);
  return {
    title,
    chapters: [...all.filter(({ core }) => core), ...all.filter(({ core }) => !core)],
    sections: sum(all, ({ sections }) => sections.length),
    sectionsRead: sum(all, ({ sectionsRead }) => sectionsRead),
    minutesLeft: minutesOf(outlines.filter(({ key }) => !read.has(key))),
    next: nextSection(all, read),
  };
}

interface ChapterParts {
  readonly record: ChapterRecord;
  readonly number: number;
  readonly read: ReadonlySet<string>;
  readonly cited: ReadonlyMap<string, number>;
}

function viewChapter({ record, number, read, cited }: ChapterParts): ReadChapter {
  const { title, tags, sections: outlines } = record.outline;
  const sections = outlines.map((outline) => viewSection(outline, read, cited));
  return {
    document: record.path,
    number,
    title,
    core: tags.includes(coreTag),
    sections,
    sectionsRead: sections.filter((section) => section.read).length,
    minutes: minutesOf(outlines),
    minutesLeft: minutesOf(outlines.filter(({ key }) => !read.has(key))),
    cards: sum(sections, ({ cards }) => cards),
  };
}

function viewSection(
  outline: SectionOutline,
  read: ReadonlySet<string>,
  cited: ReadonlyMap<string, number>,
): ReadSection {
  const { key, title, cited: targets } = outline;
  return {
    key,
    title,
    read: read.has(key),
    minutes: minutesOf([outline]),
    cards: sum(targets, (target) => cited.get(target) ?? 0),
  };
}

/** Whole minutes, at least one where there is anything. */
function minutesOf(outlines: readonly SectionOutline[]): number {
  if (outlines.length === 0) return 0;
  const words = sum(outlines, (outline) => outline.words);
  return Math.max(1, Math.round(words / wordsPerMinute));
}

/** Behind what was read last, in its chapter; else the first section of all, core path first, not read yet. */
function nextSection(
  all: readonly ReadChapter[],
  read: ReadonlySet<SectionKey>,
): SectionKey | null {
  const last = [...read].at(-1);
  const here = all.find(({ sections }) => sections.some(({ key }) => key === last));
  const behind = here?.sections.slice(here.sections.findIndex(({ key }) => key === last) + 1) ?? [];
  const inOrder = [...all.filter(({ core }) => core), ...all.filter(({ core }) => !core)];
  const next = firstUnread(behind) ?? firstUnread(inOrder.flatMap(({ sections }) => sections));
  return next?.key ?? null;
}

function firstUnread(sections: readonly ReadSection[]): ReadSection | undefined {
  return sections.find((section) => !section.read);
}

function sum<Item>(items: readonly Item[], numberOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + numberOf(item), 0);
}
