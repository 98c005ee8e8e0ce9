import { count } from '../../../app/count.ts';
import type { ReadChapter, ReaderView } from '../../../app/reading/view.ts';
import { padLine, spread, truncate } from '../../text/lines.ts';
import { emptyLine, lineWidth, piece, type Line } from '../../text/piece.ts';

/** The list of chapters as rows, and the row of the chosen one. */
export interface ChapterLines {
  readonly lines: readonly Line[];
  readonly chosenRow: number;
}

/** The chapters with how far each was read, the core path first. */
export function chapterLines(
  { chapters }: ReaderView,
  chosen: number,
  width: number,
): ChapterLines {
  const core = chapters.filter((chapter) => chapter.core).length;
  const lines: Line[] = [];
  let chosenRow = 0;
  for (const [index, chapter] of chapters.entries()) {
    const heading = index === core ? 'Further' : 'Core path';
    if (core > 0 && (index === 0 || index === core)) {
      if (index > 0) lines.push(emptyLine);
      lines.push([piece(heading, 'plain', { bold: true })]);
    }
    if (index === chosen) chosenRow = lines.length;
    lines.push(chapterLine(chapter, index === chosen, width));
  }
  return { lines, chosenRow };
}

const cardsColumn = 8;
const minutesColumn = 6;

function chapterLine(chapter: ReadChapter, chosen: boolean, width: number): Line {
  const done = chapter.sectionsRead === chapter.sections.length;
  const figures = [...progressOf(chapter), ...sizeOf(chapter, width)];
  const name = [
    piece(chosen ? '› ' : '  ', 'accent', { bold: true }),
    piece(`${chapter.number}`.padStart(2), 'dim'),
    piece(` ${chapter.title}`, done && !chosen ? 'dim' : 'plain', { bold: chosen }),
  ];
  const room = width - lineWidth(figures) - 1;
  return spread(padLine(truncate(name, room), room), figures, width);
}

function progressOf({ sections, sectionsRead }: ReadChapter): Line {
  if (sectionsRead === 0) return [piece(''.padEnd(7))];
  if (sectionsRead === sections.length) return [piece('✓ read '.padStart(7), 'good')];
  return [piece(`${sectionsRead} of ${sections.length} `.padStart(7), 'known')];
}

/** Minutes and cards, as far as there is room beside the titles. */
function sizeOf({ minutes, cards }: ReadChapter, width: number): Line {
  if (width < 50) return [];
  const words = cards === 0 ? '' : cards === 1 ? '1 card ' : `${cards} cards`;
  const time = piece(`${minutes} m`.padStart(minutesColumn), 'dim');
  return width < 64 ? [time] : [time, piece(words.padStart(cardsColumn + 1), 'dim')];
}

/** The right end of the first row: how much of everything was read, and in `room` what is left. */
export function progressLine(
  { sections, sectionsRead, minutesLeft }: ReaderView,
  room: number,
): Line {
  const done = `${sectionsRead} of ${count(sections, 'section')} read`;
  const whole = minutesLeft === 0 ? done : `${done} · ${minutesLeft} m to go`;
  return [piece(whole.length <= room ? whole : done, 'dim')];
}
