import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { Layout } from '../layout.ts';
import { padLine } from '../text/lines.ts';
import { lineWidth, piece, type Line } from '../text/piece.ts';
import { Lines } from './lines.tsx';

/** The border and one column of air on each side. */
const around = 4;

/** Columns that an overlay has for its text. */
export function overlayWidth({ columns }: Layout, wanted: number): number {
  return Math.min(wanted, columns - around - 2);
}

/** Rows that an overlay has for its text: the rows at the bottom stay free for what the keys do. */
export function overlayHeight({ rows }: Layout): number {
  return Math.max(1, rows - 5);
}

/** Text in a box in the middle of the screen, above everything else. */
export function Overlay({
  layout,
  lines,
}: {
  readonly layout: Layout;
  readonly lines: readonly Line[];
}): ReactNode {
  const width = Math.max(0, ...lines.map(lineWidth));
  // Every row is filled to its end, or what lies below would show through.
  const rows = lines.map((line) => [piece(' '), ...padLine(line, width + 1)]);
  return (
    <Box
      position="absolute"
      left={Math.max(0, Math.floor((layout.columns - width - around) / 2))}
      top={Math.max(0, Math.floor((layout.rows - lines.length - 2) / 2))}
      borderStyle="round"
      borderDimColor
    >
      <Lines lines={rows} />
    </Box>
  );
}
