import type { ReviewView, ShownCard } from '../../../app/review/view.ts';
import { gradeNames } from '../../../model/schedule.ts';
import { shortTime } from '../../phrases.ts';
import { prefixed } from '../../text/lines.ts';
import { emptyLine, piece, type Line } from '../../text/piece.ts';
import { wrap } from '../../text/wrap.ts';

const labelColumn = 12;

const states: Readonly<Record<ShownCard['state'], string>> = {
  new: 'new',
  learning: 'being learned',
  review: 'known, under review',
  relearning: 'forgotten, being learned again',
};

/** What is known of the card on the screen, a row for each thing. */
export function infoLines(
  view: Extract<ReviewView, { phase: 'question' | 'answer' }>,
  width: number,
): Line[] {
  const { card } = view;
  const intervals =
    view.phase === 'answer'
      ? view.choices.map(({ grade, inSeconds }) => `${gradeNames[grade]} ${shortTime(inSeconds)}`)
      : [];
  const rows: readonly (readonly [string, string])[] = [
    ['deck', card.deck],
    ['topic', card.topics.join(' › ')],
    ['tags', card.tags.map((tag) => `#${tag}`).join(' ')],
    ['kind', card.kind],
    ['state', states[card.state]],
    ['comes back', intervals.join(' · ')],
    ['flag', card.flag === 0 ? '' : `⚑ ${card.flagNote}`],
    ['sources', card.sources.map(({ label, target }) => `${label} (${target})`).join(' · ')],
    ['file', `${card.file}:${card.line}`],
    ['key', card.key],
  ];
  return [
    [piece('This card', 'plain', { bold: true })],
    emptyLine,
    ...rows
      .filter(([, text]) => text.trim() !== '')
      .flatMap(([label, text]) =>
        prefixed(
          wrap([piece(text)], width - labelColumn),
          [piece(label.padEnd(labelColumn), 'dim')],
          [piece(' '.repeat(labelColumn))],
        ),
      ),
  ];
}
