import { count } from '../../../app/count.ts';
import type { Reader, ReadSection, SectionKey } from '../../../app/reading/view.ts';

/** The section behind this one in its chapter; undefined at the chapter's end. */
export function sectionAfter(reader: Reader, key: SectionKey): ReadSection | undefined {
  for (const { sections } of reader.view().chapters) {
    const at = sections.findIndex((section) => section.key === key);
    if (at !== -1) return sections[at + 1];
  }
  return undefined;
}

/** What stays in the scrollback when the reader is left: where it goes on, and which cards wait. */
export function readingFarewell(reader: Reader): readonly string[] {
  const { chapters, next, sectionsRead } = reader.view();
  const section = chapters.flatMap(({ sections }) => sections).find(({ key }) => key === next);
  const lines: string[] = [];
  if (sectionsRead > 0 && section !== undefined)
    lines.push(`“tenet read” goes on with “${section.title}”.`);
  const due = reader.due();
  if (due > 0) lines.push(`${count(due, 'card')} for today: “tenet review” asks.`);
  return lines;
}
