import type { SourceView } from '../../../app/review/view.ts';
import { truncate } from '../../text/lines.ts';
import { piece, type Line } from '../../text/piece.ts';
import { wrap } from '../../text/wrap.ts';
import { passageRows, type SourceLines } from '../../components/source-lines.ts';

/** The passage of a draft: where it stands and who says it, and the text with its anchor set off. */
export interface Passage extends SourceLines {
  readonly title: readonly Line[];
}

/** One of the sources of a draft, `shown` counted from 0. */
export function passageOf(sources: readonly SourceView[], shown: number, width: number): Passage {
  const view = sources[shown];
  if (view === undefined)
    return { title: [], lines: [[piece('This draft names no source.', 'dim')]], mustSee: 0 };
  const which = sources.length > 1 ? ` (${shown + 1} of ${sources.length}, s)` : '';
  const details = view.details === '' ? '' : ` · ${view.details}`;
  const title = [piece(view.title, 'dim'), piece(details, 'plain'), piece(which, 'dim')];
  const problem = view.problem === null ? [] : wrap([piece(view.problem, 'warning')], width);
  return { title: [truncate(title, width), ...problem], ...passageRows(view, width) };
}
