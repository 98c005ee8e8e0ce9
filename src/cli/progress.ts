import { terminalLine } from '../app/terminal-text.ts';
import type { CommandContext } from './command.ts';

/** A line on stderr that says how far long work is; in a pipe, and for quick work, nothing is shown. */
export interface ProgressLine {
  /** `of` is how many there are in all, where that is known. */
  show(done: number, what: string, of?: number): void;
  clear(): void;
}

/** Work that takes less time than this shows no progress. */
const quickMs = 200;

export function progressLine({ stderr, clock }: CommandContext): ProgressLine {
  const startMs = clock.now();
  let shown = false;
  return {
    show: (done, what, of) => {
      if (!stderr.isTTY || clock.now() - startMs < quickMs) return;
      shown = true;
      const width = Math.max(20, (stderr.columns ?? 80) - 1);
      stderr.write(
        `\r\u001b[K${terminalLine(`${done}${of === undefined ? '' : ` of ${of}`} ${what}`).slice(0, width)}`,
      );
    },
    clear: () => {
      if (shown) stderr.write('\r\u001b[K');
      shown = false;
    },
  };
}
