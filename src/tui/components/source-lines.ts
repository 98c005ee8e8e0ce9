import type { SourceView } from '../../app/review/view.ts';
import { prefixed } from '../text/lines.ts';
import { emptyLine, piece, type Line } from '../text/piece.ts';
import { wrap } from '../text/wrap.ts';

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
  const { lines, mustSee } = passageRows(view, width);
  return { lines: [...head, ...lines], mustSee: head.length + mustSee };
}

/** A passage with what stands around it, a bar beside it, without its title. */
export function passageRows(view: SourceView, width: number): SourceLines {
  const passage = passageLines(view, width);
  const anchorRow = passage.findIndex((line) => line.some(({ tone }) => tone === 'found'));
  const before = around(view.before, width);
  const after = around(view.after, width);
  const above = [...before, ...(endsParagraph.test(view.before) ? [emptyBar] : [])];
  const below = [...(beginsParagraph.test(view.after) ? [emptyBar] : []), ...after];
  return {
    lines: [...above, ...passage, ...below],
    mustSee: above.length + Math.max(0, anchorRow),
  };
}

const endsParagraph = /\S[^\S\n]*\n[^\S\n]*\n\s*$/;
const beginsParagraph = /^[^\S\n]*\n[^\S\n]*\n\s*\S/;
const dimBar: Line = [piece('┃ ', 'dim')];
const emptyBar: Line = [piece('┃', 'dim')];

function passageLines({ passage, anchor }: SourceView, width: number): Line[] {
  const { start, end } = anchor ?? { start: 0, end: 0 };
  const text = reflowed(passage);
  const pieces = [
    piece(text.slice(0, start)),
    piece(text.slice(start, end), 'found'),
    piece(text.slice(end)),
  ].filter(({ text }) => text !== '');
  return prefixed(wrap(pieces, width - 2), [piece('┃ ', 'accent')]);
}

/** What stands before or after the passage: there for the context, and faint. */
function around(text: string, width: number): Line[] {
  const trimmed = text.replaceAll(/^(?:[^\S\n]*\n)+|\s+$/g, '');
  if (trimmed === '') return [];
  return prefixed(wrap([piece(reflowed(trimmed), 'dim')], width - 2), dimBar);
}

/** A line of a document this long was wrapped by its author's editor, not ended. */
const fullLine = 40;

/**
 * The text with the line ends inside its paragraphs as spaces, so that it wraps to this screen. Every
 * character stays where it was.
 */
function reflowed(text: string): string {
  let lineStart = 0;
  return text.replaceAll('\n', (end, at: number) => {
    const long = at - lineStart >= fullLine;
    lineStart = at + 1;
    const goesOn = /^[^\S\n]*[^\s#>*+\-|=\d`~]/.test(text.slice(at + 1, at + 40));
    return long && goesOn ? ' ' : end;
  });
}
