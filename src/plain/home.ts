import { count } from '../app/count.ts';
import { draftsInWords } from '../app/decks/draft-count.ts';
import type { HomeReading, HomeView } from '../app/review/home-view.ts';
import type { Reader } from '../app/reading/view.ts';
import type { Reviewer, ShownCard } from '../app/review/view.ts';
import type { Clock } from '../model/clock.ts';
import type { Dialog } from './dialog.ts';
import { readInLines, sectionOfCardInLines } from './read.ts';
import { reviewInLines } from './review.ts';

/** Where home leads. */
export interface HomeDoors {
  readonly view: () => HomeView;
  readonly reviewer: () => Reviewer;
  readonly reader: () => Promise<Reader>;
  readonly reading: () => HomeReading | null;
  readonly buttons: 2 | 4;
  readonly clock: Clock;
}

/** The home screen line by line, until the person leaves. */
export async function homeInLines(dialog: Dialog, doors: HomeDoors): Promise<void> {
  const first = doors.view();
  dialog.say(`tenet. ${first.date}.`);
  for (const line of first.news) dialog.say(line);
  for (let shown: HomeView | null = null; ;) {
    const view = doors.view();
    if (shown === null) for (const line of todayInWords(view)) dialog.say(line);
    shown = view;
    const help = helpOf(view);
    const line = (await dialog.ask(help))?.trim() ?? 'q';
    if (line === 'q') return;
    if (line === 'd') sayDecks(view, dialog);
    else if (line === 'r' || (line === '' && onlyReading(view))) {
      await read(dialog, doors);
      shown = null;
    } else if (line !== '') dialog.say(`"${line}" is no key here. ${help}`);
    else if (view.due + view.new === 0) dialog.say('Nothing is due.');
    else {
      const section = async (card: ShownCard) => sectionOfCardInLines(await doors.reader(), card);
      await reviewInLines(doors.reviewer(), dialog, { ...doors, section });
      shown = null;
    }
  }
}

/** Goes on reading where it was left. */
async function read(dialog: Dialog, doors: HomeDoors): Promise<void> {
  const reader = await doors.reader();
  const { next } = reader.view();
  await readInLines(reader, dialog, { ...doors, ...(next === null ? {} : { from: next }) });
}

/** Nothing is to be reviewed, and there is something to read. */
function onlyReading({ due, new: fresh, reading }: HomeView): boolean {
  return reading !== null && due + fresh === 0;
}

function helpOf(view: HomeView): string {
  const { reading } = view;
  if (reading === null) return 'Enter reviews. d lists the decks. q leaves.';
  const minutes = count(reading.minutes, 'minute');
  if (onlyReading(view)) {
    const reads = reading.starts ? 'starts reading' : `reads "${reading.chapter}"`;
    return `Enter ${reads} (${minutes}). d lists the decks. q leaves.`;
  }
  return `Enter reviews. r reads "${reading.chapter}" (${minutes}). d lists the decks. q leaves.`;
}

function todayInWords({ due, new: fresh, minutes, drafts }: HomeView): string[] {
  const today =
    due + fresh === 0
      ? 'Nothing is due today.'
      : `${due} due, ${fresh} new, about ${count(minutes, 'minute')}.`;
  return [today, draftsInWords(drafts)].filter((line) => line !== '');
}

function sayDecks({ groups }: HomeView, dialog: Dialog): void {
  for (const group of groups)
    for (const deck of group.decks) {
      const known = `${Math.round(deck.known * 100)} percent known`;
      dialog.say(`${deck.title}: ${deck.due} due, ${deck.new} new, ${known}.`);
    }
}
