import type { Hole } from '../model/card.ts';

const token = /\\?\{\{c(\d{1,3})::|\}\}/g;

interface Open {
  readonly start: number;
  readonly number: number;
  /** Where the first `::` of its own text stands, outside deletions inside it. */
  hint: number | undefined;
  /** Its text so far, marks of inner deletions left out. */
  text: string;
}

/** Moves the text between two offsets to the innermost open deletion, watching for the hint's `::`. */
function take(open: readonly Open[], text: string, from: number, to: number): void {
  const inner = open.at(-1);
  if (inner === undefined || inner.hint !== undefined) return;
  const piece = text.slice(from, to);
  const hint = piece.indexOf('::');
  if (hint === -1) inner.text += piece;
  else {
    inner.text += piece.slice(0, hint);
    inner.hint = from + hint;
  }
}

function holeOf(text: string, open: Open, close: number): Hole {
  const base = {
    number: open.number,
    text: open.text,
    span: { start: open.start, end: close + 2 },
  };
  return open.hint === undefined ? base : { ...base, hint: text.slice(open.hint + 2, close) };
}

/**
 * Finds Anki's deletions, `{{c1::text::hint}}`, nested ones included, as Anki pairs them: a deletion
 * ends at the first `}}` that no inner deletion takes. `\{{` is text. Sorted by where they start.
 */
export function ankiHoles(text: string): readonly Hole[] {
  if (!text.includes('{{c')) return [];
  const holes: Hole[] = [];
  const open: Open[] = [];
  let from = 0;
  for (const found of text.matchAll(token)) {
    const [whole, number] = found;
    if (whole.startsWith('\\') || Number(number) === 0) continue;
    take(open, text, from, found.index);
    from = found.index + whole.length;
    if (number !== undefined) {
      const start = found.index;
      open.push({ start, number: Number(number), hint: undefined, text: '' });
      continue;
    }
    const closed = open.pop();
    if (closed === undefined) continue;
    if (closed.text.trim() !== '') holes.push(holeOf(text, closed, found.index));
    const outer = open.at(-1);
    if (outer !== undefined && outer.hint === undefined) outer.text += closed.text;
  }
  return holes.sort((left, right) => left.span.start - right.span.start);
}
