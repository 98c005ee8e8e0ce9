import { actions, actionsOf, type Action, type Mode } from '../keys.ts';
import { keyGlyph, type Keymap } from '../keymap.ts';
import { prefixed } from '../text/lines.ts';
import { emptyLine, piece, type Line } from '../text/piece.ts';
import { wrap } from '../text/wrap.ts';

const keyColumn = 14;

/** All keys of a mode with what they do, drawn from the table of keys. */
export function helpLines(
  mode: Mode,
  keymap: Keymap,
  width: number,
  without: readonly Action[] = [],
): Line[] {
  const shown = actionsOf(mode).filter(
    (action) => !without.includes(action) && keymap.keysOf(action).length > 0,
  );
  return [
    [piece('Keys', 'plain', { bold: true })],
    emptyLine,
    ...shown.flatMap((action) => {
      const keys = keymap.keysOf(action).map(keyGlyph).join(' ');
      return prefixed(
        wrap([piece(actions[action].help)], width - keyColumn),
        [piece(keys.padEnd(keyColumn), 'accent', { bold: true })],
        [piece(' '.repeat(keyColumn))],
      );
    }),
  ];
}
