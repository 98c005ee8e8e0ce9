import { useStdout } from 'ink';
import { useEffect } from 'react';

/** While a window is dragged its sizes follow each other faster than this. */
const settledMs = 50;

/** To the first cell, and everything from there on emptied. */
const emptied = '\u001b[H\u001b[J';

/**
 * Draws the frame whole, once, when the terminal has kept its size for a moment. Ink draws only what differs
 * from the frame before, and cannot know what a terminal made of that one when its size changed meanwhile:
 * rows scrolled away, or were cut, or a frame for one size came to a terminal of another.
 */
export function useWholeFrames(): void {
  const { write } = useStdout();
  useEffect(() => {
    let timer: NodeJS.Timeout | undefined;
    const again = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => write(emptied), settledMs);
    };
    // Not the stream's `resize`: it is silent about a size that came and went before anybody looked.
    process.on('SIGWINCH', again);
    return () => {
      clearTimeout(timer);
      process.off('SIGWINCH', again);
    };
  }, [write]);
}
