import { actions, type Action } from '../keys.ts';
import { modes, type Mode } from '../modes.ts';
import { keyGlyph, type Keymap } from '../keymap.ts';
import { lineWidth, piece, type Line, type Piece } from '../text/piece.ts';

/** Columns between two keys; fewer where that keeps them in one row. */
const gaps = [4, 3, 2] as const;

/** `␣ show answer    e edit`: what the keys do now, in as many rows (two at most) as it takes. */
export function keyLines(
  mode: Mode,
  keymap: Keymap,
  width: number,
  labels: Partial<Record<Action, string>> = {},
): Line[] {
  const hints = modes[mode].line.map((action, index) =>
    keyHint(action, keymap, index === 0, labels),
  );
  const items = hints.filter((hint) => hint.length > 0);
  const gap = gaps.find((each) => flow(items, width, each).length === 1) ?? gaps[0];
  return flow(items, width, gap).slice(0, 2);
}

/** One key with its label; the key to press next in the accent colour. Empty where the key was unbound. */
export function keyHint(
  action: Action,
  keymap: Keymap,
  next = false,
  labels: Partial<Record<Action, string>> = {},
): Line {
  const keys = keymap.keysOf(action);
  const [key] = keys;
  if (key === undefined) return [];
  const name = actions[action].each === true ? rangeOf(keys) : keyGlyph(key);
  return [
    piece(name, next ? 'accent' : 'plain', { bold: true }),
    piece(` ${labels[action] ?? actions[action].label}`, next ? 'plain' : 'dim'),
  ];
}

/** `1-5` where keys follow each other in their order; else one after the other. */
function rangeOf(keys: readonly string[]): string {
  const [first = '', last = ''] = [keys[0], keys.at(-1)];
  const inOrder = keys.every(
    (key, at) => key.length === 1 && key.charCodeAt(0) === first.charCodeAt(0) + at,
  );
  return inOrder && keys.length > 2 ? `${first}-${last}` : keys.map(keyGlyph).join(' ');
}

/** Items one after the other, on as many rows as they need. */
function flow(items: readonly Line[], width: number, gap: number): Line[] {
  const rows: Piece[][] = [];
  for (const item of items) {
    const row = rows.at(-1);
    const tight = row !== undefined && lineWidth(row) + gap + lineWidth(item) <= width;
    if (row !== undefined && tight) row.push(piece(' '.repeat(gap)), ...item);
    else rows.push([...item]);
  }
  return rows;
}
