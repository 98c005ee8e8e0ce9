import type { ShownDraft } from '../../../app/triage-view.ts';
import { windowOn, type Window } from '../../components/scroll.ts';
import { fieldLines } from '../../edit/field-lines.ts';
import type { Layout } from '../../layout.ts';
import { emptyLine, type Line } from '../../text/piece.ts';
import { sourceLines } from '../review/source-lines.ts';
import { draftLines } from './draft-lines.ts';
import type { TriageState } from './state.ts';

/** The rows between header and keys, and of what `up` and `down` move, how much there is. */
export interface Body {
  readonly lines: readonly Line[];
  /** The passage, where it stands beside the draft; else empty. */
  readonly aside: readonly Line[];
  /** What moves: the passage, or all where the draft leaves it no room. */
  readonly moving: Window;
  readonly rows: number;
}

interface Room {
  readonly layout: Layout;
  readonly height: number;
  readonly marks: boolean;
  /** The passage has a column of its own. */
  readonly beside: boolean;
}

/** A passage in fewer rows says nothing. */
const leastPassage = 4;

/** The draft, or the text that is being written, above its passage or beside it. */
export function bodyOf(draft: ShownDraft, state: TriageState, room: Room): Body {
  const { layout, height, beside } = room;
  const passage = sourceLines(draft.sources, state.source, layout.textWidth);
  const { lines: upper, cursorRow } = upperLines(draft, state, room);
  const writing = cursorRow !== null;
  if (beside) {
    const moving = windowOn(passage.lines, height, state.scroll, passage.mustSee);
    const own = windowOn(upper, height, null, cursorRow ?? 0).visible;
    return { lines: own, aside: moving.visible, moving, rows: passage.lines.length };
  }
  const air = layout.compact ? [] : [emptyLine];
  const left = height - upper.length - air.length;
  if (left >= leastPassage || writing) {
    const most = Math.max(1, Math.min(height, writing ? height - leastPassage : height));
    const own = windowOn(upper, most, null, cursorRow ?? 0).visible;
    const free = Math.max(0, height - own.length - air.length);
    const moving = windowOn(passage.lines, free, state.scroll, passage.mustSee);
    return {
      lines: [...own, ...air, ...moving.visible],
      aside: [],
      moving,
      rows: passage.lines.length,
    };
  }
  const all = [...upper, emptyLine, ...passage.lines];
  const moving = windowOn(all, height, state.scroll);
  return { lines: moving.visible, aside: [], moving, rows: all.length };
}

function upperLines(
  draft: ShownDraft,
  { layer }: TriageState,
  { layout: { textWidth: width, compact }, marks }: Room,
): { readonly lines: readonly Line[]; readonly cursorRow: number | null } {
  const writing =
    layer.kind === 'writing' ? layer : layer.kind === 'discard' ? layer.writing : null;
  if (writing === null)
    return { lines: draftLines(draft, { width, compact, marks }), cursorRow: null };
  return fieldLines(writing.buffer, width, true);
}
