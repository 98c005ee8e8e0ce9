import type { Grade } from '../model/schedule.ts';
import type { HomeReading } from '../app/review/home-view.ts';
import type { Reviewer, ReviewView, ShownCard } from '../app/review/view.ts';
import type { Clock } from '../model/clock.ts';
import type { Dialog } from './dialog.ts';
import {
  type CardsOf,
  farewell,
  present,
  sayAnswer,
  sayIntervals,
  sayQuestion,
  saySource,
  type Shown,
} from './review-words.ts';
import { sayFailure } from './say-failure.ts';

/** What one line that was typed leads to. */
type Step = 'again' | 'leave' | 'next';

/** How a session is held line by line. */
export interface ReviewOptions {
  readonly buttons: 2 | 4;
  readonly clock: Clock;
  /** Absent for the cards of the day. */
  readonly of?: CardsOf;
  /** What there is to read when the cards of the day are done. */
  readonly reading?: () => HomeReading | null;
  /** What the section says that a card is from; null where it is from none. Absent where nothing tells. */
  readonly section?: (card: ShownCard) => Promise<readonly string[] | null>;
}

/**
 * The review session line by line. Resolves when the day is done or the person leaves; everything
 * that was answered is saved by then.
 */
export async function reviewInLines(
  reviewer: Reviewer,
  dialog: Dialog,
  options: ReviewOptions,
): Promise<void> {
  let shown: ReviewView | null = null;
  for (;;) {
    reviewer.tick();
    const view = reviewer.view();
    if (view.phase === 'done') break;
    if (view !== shown) present(view, dialog, options.clock);
    shown = reviewer.view();
    const line = await dialog.ask(promptOf(view, options.buttons));
    if (line === null) break;
    const step = await act(reviewer, view, line.trim(), dialog, options).catch(
      // Such as a full disk: nothing was changed, and the card stays.
      (failure: unknown): Step => {
        sayFailure(failure, dialog);
        return 'next';
      },
    );
    if (step === 'leave') break;
    if (step === 'again') shown = null;
  }
  for (const line of farewell(reviewer, options)) dialog.say(line);
}

function promptOf(view: ReviewView, buttons: 2 | 4): string {
  if (view.phase === 'question')
    return view.card.typed === null
      ? 'Enter shows the answer, ? help:'
      : 'Type the answer, /? help:';
  if (view.phase === 'waiting') return 'Enter shows it now, q leaves:';
  return `${grades[buttons]}, ? help:`;
}

const grades = { 2: '1 again, 3 good', 4: '1 again, 2 hard, 3 good, 4 easy' } as const;

const helpOf = (buttons: 2 | 4): readonly string[] => [
  `Enter shows the answer; then it means good. ${grades[buttons]}.`,
  'u undoes the last step. r repeats the card. s reads the source, S the section of the reader. i says when each grade brings it back.',
  '- puts the card off until tomorrow. @ suspends it. * and a note flags it, as in: * is this still true',
  'q leaves. Everything that you answered is saved already.',
];

/** Where an answer is typed, a key needs a slash before it: "s" may be the answer. */
function keyOf(view: ReviewView, line: string): string | null {
  if (view.phase !== 'question' || view.card.typed === null) return line;
  return line.startsWith('/') ? line.slice(1) : null;
}

async function act(
  reviewer: Reviewer,
  view: ReviewView,
  typed: string,
  dialog: Dialog,
  options: ReviewOptions,
): Promise<Step> {
  const line = keyOf(view, typed);
  if (line === null) {
    showAnswer(reviewer, view as Shown, typed, dialog);
    return 'next';
  }
  if (line === 'q') return 'leave';
  if (line === 'u') {
    if (view.canUndo) reviewer.undo();
    else dialog.say('Nothing to undo.');
    return 'next';
  }
  if (line === '?') {
    for (const text of helpOf(options.buttons)) dialog.say(text);
    return 'next';
  }
  if (view.phase === 'done') return 'again';
  if (view.phase === 'waiting') {
    if (line === '') reviewer.show();
    else dialog.say(`"${line}" is no key here. Enter shows the next card now.`);
    return 'next';
  }
  return actOnCard(reviewer, view, line, dialog, options);
}

async function actOnCard(
  reviewer: Reviewer,
  view: Shown,
  line: string,
  dialog: Dialog,
  options: ReviewOptions,
): Promise<Step> {
  if (line === 'r') return repeat(view, dialog);
  if (line === 's') return readSources(reviewer, dialog);
  if (line === 'S') return readSection(view.card, dialog, options);
  if (line === '-') reviewer.bury();
  else if (line === '@') reviewer.suspend();
  else if (line.startsWith('*')) reviewer.flag(1, line.slice(1).trim());
  else if (view.phase === 'question') showAnswer(reviewer, view, line, dialog);
  else if (line === 'i') sayIntervals(view, dialog, options.buttons);
  else grade(reviewer, line, dialog, options.buttons);
  return 'next';
}

function repeat(view: Shown, dialog: Dialog): Step {
  sayQuestion(view, dialog);
  if (view.phase === 'answer') sayAnswer(view.card, dialog);
  return 'next';
}

function showAnswer(reviewer: Reviewer, view: Shown, line: string, dialog: Dialog): void {
  if (view.card.typed !== null && line !== '') {
    const right = fold(line) === fold(view.card.typed.expected);
    dialog.say(right ? 'That is right.' : `You typed: ${line}`);
  } else if (line !== '') {
    dialog.say(`"${line}" is no key here. Enter shows the answer.`);
    return;
  }
  reviewer.show();
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function grade(reviewer: Reviewer, line: string, dialog: Dialog, buttons: 2 | 4): void {
  const given = line === '' ? 3 : Number(line);
  const known = buttons === 2 ? [1, 3] : [1, 2, 3, 4];
  if (known.includes(given)) reviewer.grade(given as Grade);
  else dialog.say(`"${line}" is no grade. Type ${known.join(', ')}, or Enter for good.`);
}

async function readSources(reviewer: Reviewer, dialog: Dialog): Promise<Step> {
  const sources = await reviewer.sources();
  if (sources.length === 0) dialog.say('This card names no source.');
  for (const source of sources) saySource(source, dialog);
  return 'next';
}

async function readSection(
  card: ShownCard,
  dialog: Dialog,
  { section }: ReviewOptions,
): Promise<Step> {
  const lines = (await section?.(card)) ?? null;
  if (lines === null) dialog.say('This card is from no section of the reader.');
  else for (const line of lines) dialog.say(line);
  return 'next';
}
