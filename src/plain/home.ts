import type { HomeView } from '../app/home-view.ts';
import type { Reviewer } from '../app/review-view.ts';
import type { Clock } from '../model/clock.ts';
import type { Dialog } from './dialog.ts';
import { reviewInLines } from './review.ts';

export interface HomeDoors {
  readonly view: () => HomeView;
  readonly reviewer: () => Reviewer;
  readonly buttons: 2 | 4;
  readonly clock: Clock;
}

const help = 'Enter reviews. d lists the decks. q leaves.';

/** The home screen line by line, until the person leaves. */
export async function homeInLines(dialog: Dialog, doors: HomeDoors): Promise<void> {
  const first = doors.view();
  dialog.say(`tenet. ${first.date}.`);
  for (const line of first.news) dialog.say(line);
  for (let shown: HomeView | null = null; ;) {
    const view = doors.view();
    if (shown === null) dialog.say(todayInWords(view));
    shown = view;
    const line = await dialog.ask(help);
    if (line === null || line.trim() === 'q') return;
    if (line.trim() === 'd') sayDecks(view, dialog);
    else if (line.trim() !== '') dialog.say(`"${line.trim()}" is no key here. ${help}`);
    else if (view.due + view.new === 0) dialog.say('Nothing is due.');
    else {
      await reviewInLines(doors.reviewer(), dialog, doors);
      shown = null;
    }
  }
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
