import { Box } from 'ink';
import type { ReactNode } from 'react';
import { keyLines } from './key-line.ts';
import { Lines } from './lines.tsx';
import type { Keymap } from '../keymap.ts';
import { smallestWords, type Size } from '../layout.ts';
import { piece } from '../text/piece.ts';
import { wrap } from '../text/wrap.ts';

/** What stands on a terminal that is too small to ask anything in. */
export function TooSmall({
  size: { columns, rows },
  keymap,
}: {
  readonly size: Size;
  readonly keymap: Keymap;
}): ReactNode {
  const words = `This terminal is ${columns} × ${rows}; tenet needs ${smallestWords}. Make it larger to go on.`;
  const lines = [...wrap([piece(words)], columns), ...keyLines('tooSmall', keymap, columns)];
  return (
    <Box width="100%" height={Math.min(rows, lines.length)} overflow="hidden">
      <Lines lines={lines.slice(0, rows)} />
    </Box>
  );
}
