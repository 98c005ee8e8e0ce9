import type { ShownDraft } from '../../../app/triage/view.ts';
import { windowOn, type Window } from '../../components/scroll.ts';
import { fieldLines } from '../../edit/field-lines.ts';
import type { Layout } from '../../layout.ts';
import { emptyLine, type Line } from '../../text/piece.ts';
import { draftLines } from './draft-lines.ts';
import { passageOf, type Passage } from './passage-lines.ts';
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

/** Rows of a passage: fewer say nothing; with so many there is room for its title and for air. */
const leastPassage = 3;
const roomyPassage = 6;

/** The draft, or the text that is being written, above its passage or beside it. */
export function bodyOf(draft: ShownDraft, state: TriageState, room: Room): Body {
  const { layout, height } = room;
  const passage = passageOf(draft.sources, state.source, layout.textWidth);
  const upper = upperLines(draft, state, room);
  if (room.beside) {
    const own = windowOn(upper.lines, height, null, upper.cursorRow ?? 0).visible;
    return { lines: own, ...besideIt(passage, state, height) };
  }
  const left = height - upper.lines.length;
  if (left >= leastPassage || upper.cursorRow !== null)
    return stacked(upper, passage, state, height);
  const all = [...upper.lines, emptyLine, ...passage.title, ...passage.lines];
  const moving = windowOn(all, height, state.scroll);
  return { lines: moving.visible, aside: [], moving, rows: all.length };
}

function besideIt(passage: Passage, { scroll }: TriageState, height: number): Omit<Body, 'lines'> {
  const { title, lines, mustSee } = passage;
  const moving = windowOn(lines, Math.max(1, height - title.length), scroll, mustSee);
  return { aside: [...title, ...moving.visible], moving, rows: lines.length };
}

/** The draft stays where it is, and the passage moves below it. */
function stacked(
  { lines, cursorRow }: Upper,
  { title, lines: text, mustSee }: Passage,
  { scroll }: TriageState,
  height: number,
): Body {
  const own = windowOn(lines, Math.max(1, height - leastPassage), null, cursorRow ?? 0).visible;
  const head = height - own.length >= roomyPassage ? [emptyLine, ...title] : [];
  const free = Math.max(0, height - own.length - head.length);
  const moving = windowOn(text, free, scroll, mustSee);
  return { lines: [...own, ...head, ...moving.visible], aside: [], moving, rows: text.length };
}

/** What stands above the passage; the cursor is in a row of it while it is being written. */
interface Upper {
  readonly lines: readonly Line[];
  readonly cursorRow: number | null;
}

function upperLines(draft: ShownDraft, { layer }: TriageState, room: Room): Upper {
  const { textWidth: width, compact } = room.layout;
  const writing = layer.kind === 'discard' ? layer.writing : layer;
  if (writing.kind === 'writing') return fieldLines(writing.buffer, width, true);
  return { lines: draftLines(draft, { width, compact, marks: room.marks }), cursorRow: null };
}
