import { count } from '../../../app/count.ts';
import { draftsInWords } from '../../../app/decks/draft-count.ts';
import type { DeckRow, HomeView } from '../../../app/review/home-view.ts';
import type { Action } from '../../keys.ts';
import { progressBar } from '../../components/progress-bar.ts';
import { inMinutes, percent } from '../../phrases.ts';
import { padLine, prefixed, truncate } from '../../text/lines.ts';
import { emptyLine, piece, type Line } from '../../text/piece.ts';
import { wrap } from '../../text/wrap.ts';

/** What the keys lead to from here. */
export function labelsOf({ reading }: HomeView): Partial<Record<Action, string>> {
  const nextDeck = 'a deck';
  if (reading === null) return { nextDeck };
  const time = count(reading.minutes, 'minute');
  return { nextDeck, startReading: `${reading.starts ? 'start reading' : 'read on'} (${time})` };
}

/** Home as rows, and the row of the chosen deck. */
export interface HomeLines {
  readonly lines: readonly Line[];
  readonly mustSee: number;
}

/** The day in a line, what is new, and the decks under their headings. */
export function homeLines(view: HomeView, chosen: number | null, width: number): HomeLines {
  const today = [todayLine(view), readingLine(view), draftsLine(view)];
  const lines: Line[] = today.flatMap((line) => (line.length === 0 ? [] : wrap(line, width)));
  lines.push(emptyLine);
  for (const text of view.news) lines.push(...wrap([piece(text, 'dim')], width));
  if (view.news.length > 0) lines.push(emptyLine);
  if (view.reading?.starts === true) return { lines, mustSee: 0 };
  const columns = columnsOf(view, width);
  let index = 0;
  let mustSee = 0;
  for (const [number, group] of view.groups.entries()) {
    if (number > 0) lines.push(emptyLine);
    if (group.title !== '') lines.push([piece(group.title, 'plain', { bold: true })]);
    for (const deck of group.decks) {
      if (index === chosen) mustSee = lines.length;
      lines.push(deckLine(deck, index === chosen, columns));
      index += 1;
    }
  }
  return { lines, mustSee };
}

function todayLine({ due, new: fresh, minutes, reading }: HomeView): Line {
  if (reading?.starts === true)
    return [
      piece('Nothing to review yet. It begins with reading: '),
      piece(reading.chapter, 'accent'),
    ];
  if (due + fresh === 0) return [piece('Nothing is due today.')];
  const dot = piece(' · ', 'dim');
  return [
    ...(due > 0 ? [piece(String(due), 'due', { bold: true }), piece(' due'), dot] : []),
    ...(fresh > 0 ? [piece(String(fresh), 'new', { bold: true }), piece(' new'), dot] : []),
    piece(`about ${inMinutes(minutes)}`, 'dim'),
  ];
}

/** What is to be read next; no row where there is nothing. */
function readingLine({ reading }: HomeView): Line {
  if (reading === null || reading.starts) return emptyLine;
  const dot = piece(' · ', 'dim');
  const time = piece(inMinutes(reading.minutes), 'dim');
  return [piece('Reading: ', 'dim'), piece(reading.chapter), dot, time];
}

/** Drafts are decided on outside the app: it says what to type. */
function draftsLine({ drafts }: HomeView): Line {
  return drafts === 0 ? emptyLine : [piece(draftsInWords(drafts), 'dim')];
}

/** How wide what stands in the rows of decks is; a number that no deck has takes no room from the titles. */
interface Columns {
  readonly width: number;
  readonly due: number;
  readonly fresh: number;
}

function columnsOf({ groups }: HomeView, width: number): Columns {
  const decks = groups.flatMap((group) => group.decks);
  const due = columnOf(Math.max(0, ...decks.map((deck) => deck.due)), 'due');
  const fresh = columnOf(Math.max(0, ...decks.map((deck) => deck.new)), 'new');
  return { width, due, fresh };
}

function columnOf(most: number, word: string): number {
  return most === 0 ? 0 : `${most} ${word}`.length + 2;
}

function deckLine(deck: DeckRow, chosen: boolean, { width, due, fresh }: Columns): Line {
  const level = levelOf(deck, width);
  const nameWidth = width - 2 - due - fresh - level.reduce((sum, { text }) => sum + text.length, 0);
  const name = truncate([piece(deck.title, 'plain', { bold: chosen })], nameWidth - 1);
  const row = [
    ...padLine(name, nameWidth),
    ...numberOf(deck.due, 'due', due),
    ...numberOf(deck.new, 'new', fresh),
    ...level,
  ];
  return prefixed([row], [piece(chosen ? '› ' : '  ', 'accent', { bold: true })])[0] ?? row;
}

function numberOf(amount: number, kind: 'due' | 'new', width: number): Line {
  const words = `${amount} ${kind}`.padStart(width - 2);
  return amount === 0
    ? [piece(' '.repeat(width))]
    : [piece(words.slice(0, -kind.length), kind), piece(`${kind}  `, 'dim')];
}

/** How much is known: a bar and a number, as far as there is room. */
function levelOf({ known }: DeckRow, width: number): Line {
  if (width < 50) return [];
  const share = percent(known).padStart(5);
  const words = width < 70 ? [piece(share, 'dim')] : [piece(share), piece(' known', 'dim')];
  return [...progressBar(known, width < 70 ? 8 : 10, 'known'), piece(' '), ...words];
}

/** The right end of home's first row: the day, and the days in a row. */
export function dateLine({ date, run }: HomeView): Line {
  return [piece(run >= 2 ? `${date} · ${count(run, 'day')} in a row` : date, 'dim')];
}
