import type { SourceView } from '../../../app/review-view.ts';
import { prefixed } from '../../text/lines.ts';
import { emptyLine, piece, type Line } from '../../text/piece.ts';
import { wrap } from '../../text/wrap.ts';

/** A source as rows, and the row that must be seen: where the anchor stands. */
export interface SourceLines {
  readonly lines: readonly Line[];
  readonly mustSee: number;
}

/** A passage in its document: title and details, then the text with a bar beside it and the anchor set off. */
export function sourceLines(
  views: readonly SourceView[] | null,
  shown: number,
  width: number,
): SourceLines {
  const view = views?.[shown];
  if (view === undefined)
    return {
      lines: [
        [piece(views === null ? 'Reading the document …' : 'This card names no source.', 'dim')],
      ],
      mustSee: 0,
    };
  const place = (views?.length ?? 0) > 1 ? ` (${shown + 1} of ${views?.length ?? 0})` : '';
  const head = [
    ...wrap([piece(view.title, 'plain', { bold: true }), piece(place, 'dim')], width),
    ...(view.details === '' ? [] : wrap([piece(view.details, 'dim')], width)),
    ...(view.problem === null ? [] : wrap([piece(view.problem, 'warning')], width)),
    emptyLine,
  ];
  const before = block(view.before, 'dim', width);
  const passage = passageLines(view, width);
  const after = block(view.after, 'dim', width);
  const anchorRow = passage.findIndex((line) => line.some(({ tone }) => tone === 'found'));
  return {
    lines: [...head, ...before, ...passage, ...after],
    mustSee: head.length + before.length + Math.max(0, anchorRow),
  };
}

function passageLines({ passage, anchor }: SourceView, width: number): Line[] {
  const { start, end } = anchor ?? { start: 0, end: 0 };
  const pieces = [
    piece(passage.slice(0, start)),
    piece(passage.slice(start, end), 'found'),
    piece(passage.slice(end)),
  ].filter(({ text }) => text !== '');
  return prefixed(wrap(pieces, width - 2), [piece('┃ ', 'accent')]);
}

function block(text: string, tone: 'dim', width: number): Line[] {
  if (text.trim() === '') return [];
  const lines = wrap([piece(text.replace(/^\n+|\n+$/g, ''), tone)], width - 2);
  return prefixed(lines, [piece('┃ ', 'dim')]);
}
