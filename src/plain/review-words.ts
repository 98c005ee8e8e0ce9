import { count } from '../app/count.ts';
import { cueOf } from '../app/review/cue.ts';
import { gradeNames } from '../model/schedule.ts';
import type { HomeReading } from '../app/review/home-view.ts';
import { readingAhead } from '../app/review/reading-ahead.ts';
import type { Reviewer, ReviewView, ShownCard, SourceView } from '../app/review/view.ts';
import type { Clock } from '../model/clock.ts';
import type { Dialog } from './dialog.ts';
import { spokenLines } from './markdown.ts';
import { inWords } from './times.ts';

/** A card on its way: its question, or its answer too. */
export type Shown = Extract<ReviewView, { phase: 'question' | 'answer' }>;

/** The cards of one section of the reader, or those that teach the keys. */
export type CardsOf = 'section' | 'practice';

/** Says what the session is at now. */
export function present(view: ReviewView, dialog: Dialog, clock: Clock): void {
  // What is said of an answer, such as how a practice card is graded, makes no sense before it.
  if (view.phase === 'answer') sayAnswer(view.card, dialog);
  if (view.notice !== null) dialog.say(view.notice);
  if (view.phase === 'waiting') {
    const seconds = Math.max(0, (view.untilMs - clock.now()) / 1000);
    dialog.say(`Nothing is due now. The next card comes back in ${inWords(seconds)}.`);
  } else if (view.phase === 'question') sayQuestion(view, dialog);
}

/** Says where the card stands, and asks it. */
export function sayQuestion(view: Shown, dialog: Dialog): void {
  const { progress, card } = view;
  const place = [card.deck, ...card.topics.filter((topic) => topic !== card.deck)].join(', ');
  dialog.say('');
  dialog.say(`Card ${progress.met} of ${progress.done + progress.left}. ${place}.`);
  for (const line of spokenLines(card.face.question, 'ask')) dialog.say(line);
  const cue = cueOf(view);
  if (cue !== null) dialog.say(cue);
}

/** Says the answer and the note of a card. */
export function sayAnswer(card: ShownCard, dialog: Dialog): void {
  dialog.say('Answer:');
  for (const line of spokenLines(card.face.answer, 'tell')) dialog.say(line);
  if (card.note !== '')
    for (const line of spokenLines(card.note, 'tell')) dialog.say(`Note: ${line}`);
}

/** Says when each grade would bring the card back. */
export function sayIntervals(
  view: Extract<ReviewView, { phase: 'answer' }>,
  dialog: Dialog,
  buttons: 2 | 4,
): void {
  for (const { grade, inSeconds } of view.choices) {
    if (buttons === 2 && (grade === 2 || grade === 4)) continue;
    dialog.say(`${grade} ${gradeNames[grade]}: back in ${inWords(inSeconds)}.`);
  }
}

/** Says what a source is, and reads its passage. */
export function saySource(source: SourceView, dialog: Dialog): void {
  dialog.say(`Source: ${[source.title, source.details].filter((text) => text !== '').join('. ')}`);
  if (source.problem !== null) dialog.say(source.problem);
  for (const line of spokenLines(source.passage, 'tell')) dialog.say(line);
}

/** What is said when a session is over. */
export function farewell(
  reviewer: Reviewer,
  { of, reading }: { readonly of?: CardsOf; readonly reading?: () => HomeReading | null },
): string[] {
  if (of === 'practice') return [];
  if (of === 'section') return sectionFarewell(reviewer);
  const isDone = reviewer.view().phase === 'done';
  return dayFarewell(reviewer, isDone ? (reading?.() ?? null) : null);
}

function sectionFarewell(reviewer: Reviewer): string[] {
  const { answers, cards } = reviewer.summary();
  const left =
    reviewer.view().phase === 'done' ? 'The section is done' : 'Left; every answer is saved';
  return [answers === 0 ? `${left}.` : `${left}: ${count(cards, 'card')}.`];
}

function stillToGo({ phase, progress: { left } }: ReviewView): string[] {
  return phase === 'done' || left === 0 ? [] : [`${count(left, 'card')} still to go today.`];
}

function dayFarewell(reviewer: Reviewer, reading: HomeReading | null): string[] {
  const summary = reviewer.summary();
  const recalled =
    summary.recalled === null ? '' : `, ${Math.round(summary.recalled * 100)} percent recalled`;
  const minutes = inWords(Math.max(1, Math.round(summary.minutes)) * 60);
  const done = reading === null ? 'Done for today' : 'Reviews done for today';
  const first = reviewer.view().phase === 'done' ? done : 'Left; every answer is saved';
  return [
    summary.answers === 0
      ? `${first}.`
      : `${first}: ${count(summary.cards, 'card')} in ${minutes}${recalled}.`,
    ...stillToGo(reviewer.view()),
    `Tomorrow: ${count(summary.tomorrow, 'card')}.`,
    ...(reading === null ? [] : [readingAhead(reading)]),
  ];
}
