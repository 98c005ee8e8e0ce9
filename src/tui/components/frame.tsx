import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { Layout } from '../layout.ts';
import type { Line } from '../text/piece.ts';
import { Lines } from './lines.tsx';

/** The parts of every screen, from its first row to its last. */
export interface FrameProps {
  readonly layout: Layout;
  readonly header: readonly Line[];
  /** At most `bodyRows` of them: what is longer is scrolled before. */
  readonly body: readonly Line[];
  /** The row above the keys: what was just done. */
  readonly notice: Line;
  readonly footer: readonly Line[];
  /** Rows beside the body, from the column `left`. */
  readonly aside?: { readonly left: number; readonly lines: readonly Line[] };
  /** What floats above the rest. */
  readonly children?: ReactNode;
}

/** Rows that are left for the body between `header` and `footer` rows. */
export function bodyRows(layout: Layout, header: number, footer: number): number {
  return Math.max(1, layout.rows - header - footer - airAbove(layout) - 1);
}

function airAbove({ rows }: Layout): number {
  return rows < 12 ? 0 : 1;
}

/** A screen: header, body, notice and keys, exactly as high as the terminal. */
export function Frame(props: FrameProps): ReactNode {
  const { layout, header, body, notice, footer, aside, children } = props;
  const height = bodyRows(layout, header.length, footer.length);
  return (
    // The width is that of the terminal at the moment of painting: in a terminal that was just made
    // narrower, a frame of the width before is cut instead of wrapped.
    <Box flexDirection="column" width="100%" height={layout.rows} overflow="hidden">
      <Box marginLeft={layout.edgeLeft} marginBottom={airAbove(layout)} flexShrink={0}>
        <Lines lines={header} />
      </Box>
      <Box height={height} flexShrink={0} overflow="hidden">
        <Box position="absolute" left={layout.textLeft}>
          <Lines lines={body} />
        </Box>
        {aside !== undefined && (
          <Box position="absolute" left={aside.left}>
            <Lines lines={aside.lines} />
          </Box>
        )}
      </Box>
      <Box marginLeft={layout.edgeLeft} flexShrink={0}>
        <Lines lines={[notice, ...footer]} />
      </Box>
      {children}
    </Box>
  );
}
