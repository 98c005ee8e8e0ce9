import { count } from '../app/count.ts';
import { isCoreRead } from '../app/reading/core-path.ts';
import type {
  Footnote,
  ReadChapter,
  Reader,
  ReaderView,
  SectionKey,
  SectionPage,
} from '../app/reading/view.ts';
import type { ShownCard } from '../app/review/view.ts';
import type { Clock } from '../model/clock.ts';
import type { Dialog } from './dialog.ts';
import { spokenLines } from './markdown.ts';
import { reviewInLines } from './review.ts';
import { sayFailure } from './say-failure.ts';

/** How the reader is held line by line. */
export interface ReadingOptions {
  readonly buttons: 2 | 4;
  readonly clock: Clock;
  /** The section to begin with; absent for the list of chapters. */
  readonly from?: SectionKey | undefined;
}

/** Where reading goes on. */
type Place = SectionKey | 'list' | 'leave';

/** The reader line by line, until the person leaves. */
export async function readInLines(
  reader: Reader,
  dialog: Dialog,
  options: ReadingOptions,
): Promise<void> {
  let place: Place = options.from ?? 'list';
  while (place !== 'leave') {
    try {
      place =
        place === 'list'
          ? await chooseChapter(reader, dialog)
          : await readSection(reader, dialog, place, options);
    } catch (failure) {
      sayFailure(failure, dialog);
      if (place === 'list') return;
      place = 'list';
    }
  }
}

async function chooseChapter(reader: Reader, dialog: Dialog): Promise<Place> {
  const view = reader.view();
  sayChapters(view, dialog);
  for (;;) {
    const prompt =
      view.next === null
        ? 'A number opens a chapter, g reads the glossary, q leaves:'
        : `Enter goes on with "${titleOf(view, view.next)}". A number opens a chapter, g reads the glossary, q leaves:`;
    const line = (await dialog.ask(prompt))?.trim() ?? 'q';
    if (line === 'q' || line === 'b') return 'leave';
    if (line === '' && view.next !== null) return view.next;
    if (line === 'g') sayGlossary(reader, dialog);
    else {
      const chapter = view.chapters.find(({ number }) => String(number) === line);
      if (chapter !== undefined) return startOf(chapter);
      dialog.say(`"${line}" is no chapter.`);
    }
  }
}

/** Where a chapter that was chosen is begun, or gone on with. */
function startOf({ sections }: ReadChapter): Place {
  return (sections.find(({ read }) => !read) ?? sections[0])?.key ?? 'list';
}

function sayChapters({ chapters, sections, sectionsRead }: ReaderView, dialog: Dialog): void {
  dialog.say(`${sectionsRead} of ${count(sections, 'section')} read.`);
  const core = chapters.filter((chapter) => chapter.core);
  for (const chapter of chapters) {
    if (core.length > 0 && chapter === chapters[0]) dialog.say('Core path:');
    if (core.length > 0 && chapter === chapters[core.length]) dialog.say('Further chapters:');
    dialog.say(`${chapter.number}. ${chapter.title}: ${chapterInWords(chapter)}.`);
  }
}

function chapterInWords({ sections, sectionsRead, minutes, cards }: ReadChapter): string {
  const progress =
    sectionsRead === sections.length
      ? 'read'
      : sectionsRead === 0
        ? count(sections.length, 'section')
        : `${sectionsRead} of ${count(sections.length, 'section')} read`;
  return `${progress}, ${count(minutes, 'minute')}, ${count(cards, 'card')}`;
}

function titleOf({ chapters }: ReaderView, key: SectionKey): string {
  const sections = chapters.flatMap((chapter) => chapter.sections);
  return sections.find((section) => section.key === key)?.title ?? '';
}

const help: readonly string[] = [
  'Enter asks the cards of the section, and goes on to the next one after them.',
  'n goes on without the cards: the section counts as read, and its cards come with your reviews.',
  'f reads the footnotes, g the glossary, r repeats the section.',
  'b goes back to the section before, l to the list of chapters, q leaves. You go on here next time.',
];

async function readSection(
  reader: Reader,
  dialog: Dialog,
  key: SectionKey,
  options: ReadingOptions,
): Promise<Place> {
  const page = reader.page(key);
  saySection(page, dialog);
  for (;;) {
    const line = (await dialog.ask(promptOf(page)))?.trim() ?? 'q';
    if (line === 'q') return 'leave';
    if (line === 'l') return 'list';
    if (line === 'b') return page.previous ?? 'list';
    if (line === 'r') return key;
    if (line === '' || line === 'n') return goOn(reader, dialog, page, line === 'n', options);
    if (line === 'f') sayFootnotes(page, dialog);
    else if (line === 'g') sayGlossary(reader, dialog);
    else if (line === '?') for (const text of help) dialog.say(text);
    else dialog.say(`"${line}" is no key here. ? lists the keys.`);
  }
}

async function goOn(
  reader: Reader,
  dialog: Dialog,
  page: SectionPage,
  skips: boolean,
  options: ReadingOptions,
): Promise<Place> {
  reader.markRead(page.section.key);
  const { now, later, newPerDay } = page.cards;
  if (!skips && later > 0) dialog.say(laterInWords(later, newPerDay));
  if (skips && now + later > 0) dialog.say('Its cards come with your reviews.');
  if (!skips && now > 0) {
    const reviewer = reader.cards(page.section.key);
    await reviewInLines(reviewer, dialog, { ...options, of: 'section' });
    if (reviewer.view().phase !== 'done') return 'leave';
  }
  if (page.next !== null) return page.next;
  dialog.say(`That was the end of chapter ${page.chapter.number}, ${page.chapter.title}.`);
  if (page.chapter.core && isCoreRead(reader.view()))
    dialog.say('With it you have read the core path.');
  return 'list';
}

function laterInWords(later: number, newPerDay: number): string {
  const wait = later === 1 ? 'card waits' : 'cards wait';
  return `${later} ${wait} for the coming days: ${newPerDay} new a day.`;
}

function promptOf({ cards: { now }, next, footnotes }: SectionPage): string {
  const onward = next === null ? 'ends the chapter' : 'goes on to the next section';
  const skips = now === 1 ? 'n skips it' : 'n skips them';
  const enter = now === 0 ? `Enter ${onward}` : `Enter asks ${count(now, 'card')}, ${skips}`;
  return `${enter},${footnotes.length === 0 ? '' : ' f footnotes,'} ? help:`;
}

/** The section that a card is from, as lines; null where it is from none. */
export function sectionOfCardInLines(reader: Reader, card: ShownCard): readonly string[] | null {
  const key = reader.sectionOfCard(card.key);
  return key === null ? null : sectionLines(reader.page(key));
}

function saySection(page: SectionPage, dialog: Dialog): void {
  dialog.say('');
  for (const line of sectionLines(page)) dialog.say(line);
}

function sectionLines(page: SectionPage): readonly string[] {
  const { chapter, section, place, markdown } = page;
  const size = `${count(section.minutes, 'minute')}, ${count(section.cards, 'card')}`;
  return [
    `Chapter ${chapter.number}, ${chapter.title}.`,
    `Section ${place} of ${chapter.sections.length}: ${section.title}. ${size}.`,
    ...spokenLines(markdown.replaceAll(/\[\^\d+\]/g, ''), 'tell'),
  ];
}

function sayFootnotes({ footnotes }: SectionPage, dialog: Dialog): void {
  if (footnotes.length === 0) dialog.say('This section has no footnotes.');
  for (const note of footnotes) for (const line of footnoteLines(note)) dialog.say(line);
}

function footnoteLines({ number, text, sources }: Footnote): string[] {
  const lines = sources.map(({ label, anchor, title, details }) => {
    const words = anchor === '' ? '' : `, at the words "${anchor}"`;
    return `${label}${words}. ${[title, details].filter((part) => part !== '').join(', ')}`;
  });
  return [...(text === '' ? [] : [text]), ...lines].map((line) => `Note ${number}: ${line}`);
}

function sayGlossary(reader: Reader, dialog: Dialog): void {
  const glossary = reader.glossary();
  if (glossary === null) dialog.say('This reader has no glossary.');
  else for (const line of spokenLines(glossary, 'tell')) dialog.say(line);
}
