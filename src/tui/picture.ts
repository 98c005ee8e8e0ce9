import type { FrameProps } from './components/frame.tsx';
import type { Line } from './text/piece.ts';

/** A screen, drawn: the frame, what floats over it, and what the keys need to know of it. */
export interface Picture {
  readonly frame: Omit<FrameProps, 'children'>;
  readonly overlay: readonly Line[] | null;
  readonly extent: Extent;
}

/** What `up` and `down` move, and how wide a text field is: the measures of a picture. */
export interface Extent {
  /** Rows that there are, rows that are seen, rows above them. */
  readonly rows: number;
  readonly seen: number;
  readonly scroll: number;
  /** The row up to which it must have been seen before a key goes on. */
  readonly end: number;
  readonly fieldWidth: number;
  /** Columns in which the rows were laid out. */
  readonly textWidth: number;
  /** There is no room for a picture, and nothing is done unseen. */
  readonly tooSmall: boolean;
}

/** Before the first picture. */
export const noExtent: Extent = {
  rows: 0,
  seen: 0,
  scroll: 0,
  end: 0,
  fieldWidth: 1,
  textWidth: 0,
  tooSmall: false,
};

/** Whether the picture ended before that which must have been seen. */
export function hasMore({ end, seen, scroll }: Extent): boolean {
  return scroll + seen < end;
}
