import type { HomeView } from '../app/review/home-view.ts';
import type { Reader } from '../app/reading/view.ts';
import type { Reviewer, ShownCard } from '../app/review/view.ts';
import type { Clock } from '../model/clock.ts';
import type { Dialog } from './dialog.ts';
import { readInLines, sectionOfCardInLines } from './read.ts';
import { reviewInLines } from './review.ts';
import { amount } from './times.ts';

export interface HomeDoors {
  readonly view: () => HomeView;
  readonly reviewer: () => Reviewer;
  readonly reader: () => Promise<Reader>;
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
    if (shown === null) dialog.say(todayInWords(view));
    shown = view;
    const help = helpOf(view);
    const line = (await dialog.ask(help))?.trim() ?? 'q';
    if (line === 'q') return;
    if (line === 'd') sayDecks(view, dialog);
    else if (line === 'r' || (line === '' && view.reading?.starts === true)) {
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

function helpOf({ reading }: HomeView): string {
  if (reading === null) return 'Enter reviews. d lists the decks. q leaves.';
  const minutes = amount(reading.minutes, 'minute');
  if (reading.starts) return `Enter starts reading (${minutes}). d lists the decks. q leaves.`;
  return `Enter reviews. r reads "${reading.chapter}" (${minutes}). d lists the decks. q leaves.`;
}

function todayInWords({ due, new: fresh, minutes }: HomeView): string {
  if (due + fresh === 0) return 'Nothing is due today.';
  return `${due} due, ${fresh} new, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
}

function sayDecks({ groups }: HomeView, dialog: Dialog): void {
  for (const group of groups)
    for (const deck of group.decks) {
      const known = `${Math.round(deck.known * 100)} percent known`;
      dialog.say(`${deck.title}: ${deck.due} due, ${deck.new} new, ${known}.`);
    }
}
