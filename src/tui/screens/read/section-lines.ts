import { count } from '../../../app/count.ts';
import type { Footnote, SectionPage } from '../../../app/reading/view.ts';
import { inMinutes } from '../../phrases.ts';
import { superscript } from '../../text/inline.ts';
import { markdownLines } from '../../text/markdown.ts';
import { prefixed } from '../../text/lines.ts';
import { emptyLine, piece, type Line } from '../../text/piece.ts';
import { wrap } from '../../text/wrap.ts';

/** A section as it is read: its title, then its text. */
export function sectionLines(page: SectionPage, width: number, marks: boolean): readonly Line[] {
  const text = page.markdown.replaceAll(/\[\^(\d+)\]/g, (_, number: string) =>
    superscript(Number(number)),
  );
  return [
    ...wrap([piece(page.section.title, 'accent', { bold: true })], width),
    emptyLine,
    ...markdownLines(text, { width, marks, gaps: 'tell' }),
  ];
}

/** Where the section stands and what it takes: "section 2 of 6 · 3 cards · 4 minutes". */
export function placeLine({ place, chapter, section }: SectionPage): Line {
  const parts = [
    `section ${place} of ${chapter.sections.length}`,
    ...(section.cards === 0 ? [] : [count(section.cards, 'card')]),
    inMinutes(section.minutes),
  ];
  return [piece(parts.join(' · '), 'dim')];
}

/** What the limit of the day leaves for later; empty where it leaves nothing. */
export function laterLine({ cards: { now, later, newPerDay } }: SectionPage): Line {
  if (later === 0) return emptyLine;
  if (now > 0)
    return [piece(`${now} now, ${later} in the coming days (${newPerDay} new a day).`, 'dim')];
  const wait = later === 1 ? 'card waits' : 'cards wait';
  return [piece(`${later} ${wait}: today has had its ${newPerDay} new ones.`, 'dim')];
}

/**
 * The footnotes of a section: the original, the words to look for in it, and where it is named first, who
 * wrote it and where to find it.
 */
export function footnoteLines(footnotes: readonly Footnote[], width: number): readonly Line[] {
  const lines: Line[] = [[piece('Footnotes', 'plain', { bold: true })]];
  const named = new Set<string>();
  for (const note of footnotes) {
    const mark = `${superscript(note.number)} `.padEnd(3);
    lines.push(
      emptyLine,
      ...prefixed(noteLines(note, width - 3, named), [piece(mark, 'accent')], [piece('   ')]),
    );
  }
  return lines;
}

function noteLines({ text, sources }: Footnote, width: number, named: Set<string>): Line[] {
  const lines = text === '' ? [] : wrap([piece(text)], width);
  for (const { label, anchor, title, details } of sources) {
    const quoted = anchor === '' ? [] : [piece(` · “${anchor}”`)];
    lines.push(...wrap([piece(label, 'plain', { bold: true }), ...quoted], width));
    const original = [title, details].filter((part) => part !== '').join(', ');
    if (!named.has(original)) lines.push(...wrap([piece(original, 'dim')], width));
    named.add(original);
  }
  return lines;
}
