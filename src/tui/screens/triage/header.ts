import { documentName, type TriageView } from '../../../app/triage/view.ts';
import type { Layout } from '../../layout.ts';
import { spread, truncateStart } from '../../text/lines.ts';
import { lineWidth, piece, type Line } from '../../text/piece.ts';
import { draftOf } from './desk.ts';

/** `Draft 12 of 48 · paper.md` and what was decided; two rows on a narrow screen. */
export function headerLines(view: TriageView, { columns, rows, edgeWidth }: Layout): Line[] {
  const counts = outcome(view);
  if (columns < 60 && rows >= 14) return [place(view, edgeWidth), counts];
  return [spread(place(view, edgeWidth - lineWidth(counts) - 2), counts, edgeWidth)];
}

function place(view: TriageView, width: number): Line {
  const draft = draftOf(view);
  const { done, total } = view.progress;
  if (draft === null) return [piece('Drafts', 'dim')];
  const words = `Draft ${done + 1} of ${total} · `;
  const room = Math.max(8, width - words.length);
  return [piece(words, 'dim'), piece(truncateStart(documentName(draft), room), 'dim')];
}

function outcome({ progress: { kept, rejected, merged } }: TriageView): Line {
  const parts = [
    `kept ${kept}`,
    `rejected ${rejected}`,
    ...(merged > 0 ? [`merged ${merged}`] : []),
  ];
  return [piece(parts.join(' · '), 'dim')];
}
