import { actions, type Action } from '../keys.ts';
import { actionsOf, type Mode } from '../modes.ts';
import { keyGlyph, type Keymap } from '../keymap.ts';
import { prefixed } from '../text/lines.ts';
import { emptyLine, piece, widthOf, type Line } from '../text/piece.ts';
import { wrap } from '../text/wrap.ts';

const tableOrder = Object.keys(actions) as Action[];

/** All keys of a mode with what they do, drawn from the table of keys. */
export function helpLines(
  mode: Mode,
  keymap: Keymap,
  width: number,
  without: readonly Action[] = [],
): Line[] {
  const here = new Set<Action>(actionsOf(mode));
  const wanted = tableOrder.filter(
    (action) => here.has(action) && action !== 'help' && !without.includes(action),
  );
  const rows = keysByHelp(wanted, keymap);
  const keyColumn = Math.max(0, ...rows.map(([, keys]) => widthOf(keys))) + 3;
  return [
    [piece('Keys', 'plain', { bold: true })],
    emptyLine,
    ...rows.flatMap(([help, keys]) =>
      prefixed(
        wrap([piece(help)], width - keyColumn),
        [piece(keys.padEnd(keyColumn), 'accent', { bold: true })],
        [piece(' '.repeat(keyColumn))],
      ),
    ),
  ];
}

/** Actions with one explanation share a row: the four that scroll. */
function keysByHelp(
  wanted: readonly Action[],
  keymap: Keymap,
): readonly (readonly [help: string, keys: string])[] {
  const rows = new Map<string, string[]>();
  for (const action of wanted) {
    const keys = keymap.keysOf(action).map(keyGlyph);
    const { help } = actions[action];
    if (keys.length > 0) rows.set(help, [...(rows.get(help) ?? []), ...keys]);
  }
  return Array.from(rows, ([help, keys]) => [help, keys.join(' ')] as const);
}
