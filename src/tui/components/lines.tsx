import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { piece, type Line, type Piece } from '../text/piece.ts';
import type { Theme } from '../theme.ts';
import { useTheme } from './theme-context.ts';

/** Rows of text, one below the other: the only component that puts text on the screen. */
export function Lines({ lines }: { readonly lines: readonly Line[] }): ReactNode {
  const theme = useTheme();
  return (
    <Box flexDirection="column" flexShrink={0}>
      {lines.map((line, row) => (
        // oxlint-disable-next-line react/no-array-index-key -- a row is its place
        <Text key={row} wrap="truncate">
          {(line.length === 0 ? blank : line).map((part, column) => drawn(part, column, theme))}
        </Text>
      ))}
    </Box>
  );
}

/** An empty `Text` would take no row. */
const blank: Line = [piece(' ')];

function drawn(part: Piece, key: number, { looks }: Theme): ReactNode {
  const look = looks[part.tone];
  return (
    <Text
      key={key}
      {...(look.color !== undefined && { color: look.color })}
      {...(look.background !== undefined && { backgroundColor: look.background })}
      dimColor={look.dim ?? false}
      inverse={look.inverse ?? false}
      bold={part.bold ?? look.bold ?? false}
      italic={part.italic ?? look.italic ?? false}
      underline={part.underline ?? look.underline ?? false}
      strikethrough={part.strike ?? look.strike ?? false}
    >
      {part.text}
    </Text>
  );
}
