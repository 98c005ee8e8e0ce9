import type { StudyDay } from '../../model/schedule.ts';
import type { Candidate } from '../../review/candidate.ts';
import type { Queue } from '../../review/queue.ts';
import { estimateMinutes, usualAnswerMs } from '../../review/stats.ts';
import { answeredByDeck, deckTitles, fileOfSide, sideCounts } from '../../store/deck-figures.ts';
import type { Store } from '../../store/open.ts';
import { recentAnswerMs } from '../../store/queue-sides.ts';
import type { DeckRow } from './home-view.ts';
import { todaysQueue } from './queue.ts';
import type { Study } from '../log/study.ts';

/** What today asks of one deck. */
interface DeckToday {
  readonly title: string;
  /** Reviews, and what is still being learnt. */
  readonly due: number;
  readonly new: number;
}

/** What today asks, within the day's limits: what a review that starts now would show. */
export interface DueToday {
  readonly day: StudyDay;
  readonly due: number;
  readonly new: number;
  /** At this person's pace; whole, at least one where anything is due. */
  readonly minutes: number;
  /** Only decks that are asked today, in the order of their files. */
  readonly decks: readonly DeckToday[];
}

/** How many recent answers tell a person's pace. */
const recentAnswers = 200;

/** Counts today's queue. The index of decks should be up to date. */
export function dueToday(study: Study): DueToday {
  const queue = todaysQueue(study);
  const { learning, reviews, fresh } = queue;
  const counts = { reviews: reviews.length, fresh: fresh.length, learning: learning.length };
  return {
    day: study.now().day,
    due: learning.length + reviews.length,
    new: fresh.length,
    minutes: estimateMinutes(counts, usualAnswerMs(recentAnswerMs(study.store, recentAnswers))),
    decks: decksToday(study.store, queue),
  };
}

/** Every deck with what today asks of it and how much of it is known, in the order of their files. */
export function deckRows(study: Study, today: DueToday): readonly DeckRow[] {
  const asked = new Map(today.decks.map((deck) => [deck.title, deck]));
  const known = knownByDeck(study);
  return deckTitles(study.store).map((title) => ({
    title,
    due: asked.get(title)?.due ?? 0,
    new: asked.get(title)?.new ?? 0,
    known: known.get(title) ?? 0,
  }));
}

/** For each deck the mean chance, 0–1, that a side would be recalled today; unseen sides count as none. */
function knownByDeck(study: Study): ReadonlyMap<string, number> {
  const { store, scheduler } = study;
  const { day } = study.now();
  const sums = new Map<string, number>();
  for (const { deck, standing } of answeredByDeck(store)) {
    const chance = scheduler.retrievability(standing.schedule, day) ?? 0;
    sums.set(deck, (sums.get(deck) ?? 0) + chance);
  }
  return new Map(
    [...sideCounts(store)].map(([deck, sides]) => [deck, (sums.get(deck) ?? 0) / sides]),
  );
}

function decksToday(store: Store, { learning, reviews, fresh }: Queue): readonly DeckToday[] {
  const due = [...learning.map(({ candidate }) => candidate), ...reviews];
  const dueIn = Map.groupBy(due, ({ deck }) => deck);
  const freshIn = Map.groupBy(fresh, ({ deck }) => deck);
  return [...new Set([...dueIn.keys(), ...freshIn.keys()])]
    .map((title) => {
      const [dueHere, newHere] = [dueIn.get(title) ?? [], freshIn.get(title) ?? []];
      const file = firstFile(store, [...dueHere, ...newHere]);
      return { file, deck: { title, due: dueHere.length, new: newHere.length } };
    })
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
    .map(({ deck }) => deck);
}

function firstFile(store: Store, candidates: readonly Candidate[]): string {
  const first = candidates[0];
  return (first && fileOfSide(store, first.key)) ?? '';
}
