import type { ReviewView, ShownCard } from '../../../app/review/view.ts';
import { progressBar } from '../../components/progress-bar.ts';
import type { Layout } from '../../layout.ts';
import { markdownLine } from '../../text/markdown.ts';
import { spread, truncateStart } from '../../text/lines.ts';
import { emptyLine, lineWidth, piece, type Line } from '../../text/piece.ts';
import { cardOf } from './desk.ts';

/** Where the card stands in its deck, and where the session stands: one row, or two on a narrow screen. */
export function headerLines(view: ReviewView, layout: Layout): Line[] {
  const { edgeWidth: width, columns, rows } = layout;
  const card = cardOf(view);
  if (columns < 60 && rows >= 14) {
    const counts = progressLine(view, width > 30 ? 16 : 0);
    return [breadcrumb(card, width), counts];
  }
  const counts = progressLine(view, columns >= 80 ? 20 : columns >= 60 ? 10 : 0);
  return [spread(breadcrumb(card, width - lineWidth(counts) - 2), counts, width)];
}

function breadcrumb(card: ShownCard | null, width: number): Line {
  if (card === null) return [piece('tenet', 'dim')];
  const names = [card.deck, ...card.topics.filter((topic) => topic !== card.deck)].map(plainWords);
  const marks = [
    ...(card.state === 'new' ? [piece('  '), piece('new', 'new')] : []),
    ...(card.flag > 0 ? [piece('  '), piece('⚑', 'warning', { bold: true })] : []),
  ];
  const place = truncateStart(names.join(' › '), width - lineWidth(marks));
  return [piece(place, 'dim'), ...marks];
}

function plainWords(markdown: string): string {
  return markdownLine(markdown, { gaps: 'tell', marks: false })
    .map(({ text }) => text)
    .join('');
}

/**
 * Which card of the session this is, one that comes back being counted once; and a bar of what is done, on
 * which a card that comes back is half through: it moves with every new card, and is full at the end.
 */
function progressLine({ progress: { done, left, again, met } }: ReviewView, width: number): Line {
  const all = done + left;
  if (all === 0) return emptyLine;
  const words = piece(`${met} of ${all}`, 'dim');
  if (width === 0) return [words];
  return [words, piece('  '), ...progressBar((done + again / 2) / all, width)];
}
