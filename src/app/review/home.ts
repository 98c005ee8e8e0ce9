import type { Collection } from '../collection/collection.ts';
import { deckRows, dueToday } from './due.ts';
import { homeGroups, homeReading } from './home-reading.ts';
import type { HomeView } from './home-view.ts';
import { waitingDraftCount } from '../decks/draft-count.ts';
import { viewReader } from '../reading/progress.ts';
import { runOfDays } from './run-of-days.ts';
import type { Study } from '../log/study.ts';

/** What home shows now; the index of decks should be up to date. `news` is passed through. */
export function viewHome(collection: Collection, study: Study, news: readonly string[]): HomeView {
  const today = dueToday(study);
  const decks = deckRows(study, today);
  const reader = viewReader(study.store, collection.title);
  return {
    date: dateInWords(today.day),
    run: runOfDays(study),
    due: today.due,
    new: today.new,
    minutes: today.minutes,
    groups: homeGroups(study.store, headingOf(collection), reader, decks),
    news,
    drafts: waitingDraftCount(collection),
    reading: homeReading(reader, today.due + today.new === 0),
  };
}

/** A person's own collection needs no name: it is where they are. */
function headingOf({ own, title }: Collection): string {
  return own ? '' : title;
}

/** A study day as people write it: "Friday 20 November". */
function dateInWords(day: number): string {
  const date = new Date(day * 86_400_000);
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(date);
  return `${part({ weekday: 'long' })} ${part({ day: 'numeric' })} ${part({ month: 'long' })}`;
}
