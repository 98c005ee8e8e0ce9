import { count } from '../app/count.ts';
import { readingAhead } from '../app/review/reading-ahead.ts';
import type { HomeReading } from '../app/review/home-view.ts';
import type { SessionSummary } from '../app/review/view.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const month = 30.44 * day;
const year = 365.25 * day;

/** A stretch of time as short as it can be read: `45 s`, `10 m`, `3 h`, `8 d`, `2.5 mo`, `1.2 y`. */
export function shortTime(seconds: number): string {
  if (seconds < minute) return `${Math.max(1, Math.ceil(seconds))} s`;
  if (seconds < hour) return `${Math.round(seconds / minute)} m`;
  if (seconds < day) return `${Math.round(seconds / hour)} h`;
  if (seconds < 31 * day) return `${Math.round(seconds / day)} d`;
  return seconds < year ? `${tenths(seconds / month)} mo` : `${tenths(seconds / year)} y`;
}

function tenths(n: number): number {
  return Math.round(n * 10) / 10;
}

/** `a minute`, `6 minutes`; less than one is one. */
export function inMinutes(minutes: number): string {
  const whole = Math.max(1, Math.round(minutes));
  return whole === 1 ? 'a minute' : `${whole} minutes`;
}

/** `82 %` of a share from 0 to 1. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** How a session ended: the day's cards are done, the person left it, or left with Ctrl-C. */
export type Ending = 'done' | 'left' | 'interrupted';

/**
 * What is said when a session is over: two to four sentences, a line each. `reading` is what there is to
 * read when the day's cards are done.
 */
export function summaryLines(
  summary: SessionSummary,
  ending: Ending,
  left: number,
  reading: HomeReading | null = null,
): string[] {
  const done = reading === null ? 'Done for today: ' : 'Reviews done for today: ';
  const lines = [`${opening(summary, ending, done)}${outcome(summary)}`];
  if (ending !== 'done')
    lines.push(
      `${summary.answers === 0 ? '' : 'Every answer is saved. '}${left === 0 ? '' : `${count(left, 'card')} still to go today.`}`,
    );
  if (ending === 'done') lines.push(tomorrow(summary));
  if (summary.hardest !== null)
    lines.push(`The card that cost most: “${shortened(summary.hardest)}”`);
  if (ending === 'done' && reading !== null) lines.push(readingAhead(reading));
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** What is said when the cards of a section were all answered. */
export function sectionDoneLines({ answers, cards }: SessionSummary): string[] {
  if (answers === 0) return ['The section is done.'];
  const again = answers - cards;
  const times =
    again === 0 ? '' : `, ${again === 1 ? 'one of them twice' : `${again} asked again`}`;
  const back = cards === 1 ? 'It comes' : 'They come';
  return [
    `The section is done: ${count(cards, 'card')}${times}.`,
    `${back} back with your reviews, each time when you are about to forget.`,
  ];
}

function opening({ answers }: SessionSummary, ending: Ending, done: string): string {
  if (ending === 'interrupted') return answers === 0 ? 'Interrupted.' : 'Interrupted: ';
  if (ending === 'left') return answers === 0 ? 'Left before the first answer.' : 'Left: ';
  return answers === 0 ? 'Nothing is due now.' : done;
}

function outcome({ answers, cards, minutes, recalled }: SessionSummary): string {
  if (answers === 0) return '';
  const share = recalled === null ? '' : `, ${percent(recalled)} recalled`;
  return `${count(cards, 'card')} in ${inMinutes(minutes)}${share}.`;
}

function tomorrow({ tomorrow: cards, tomorrowMinutes }: SessionSummary): string {
  return cards === 0
    ? 'Nothing tomorrow.'
    : `Tomorrow ${cards}, about ${inMinutes(tomorrowMinutes)}.`;
}

/** So that it stays a line: what a person needs to know the card again. */
/** With the words before it a row of 80 columns. */
const hardestLength = 50;

function shortened(question: string): string {
  const words = question.replaceAll(/\s+/g, ' ').trim();
  return words.length <= hardestLength ? words : `${words.slice(0, hardestLength - 1).trimEnd()}…`;
}
