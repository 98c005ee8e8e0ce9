import { createInterface } from 'node:readline';
import { terminalLine } from '../app/terminal-text.ts';

/** A conversation in lines: what plain mode, pipes and screen readers use. */
export interface Dialog {
  /** Prints one line; control characters and line breaks in it are removed. */
  say(line: string): void;
  /** Prints the prompt and waits for a line; null at the end of the input or when interrupted. */
  ask(prompt: string): Promise<string | null>;
  close(): void;
}

/** Where lines go; a terminal has columns, a file or a pipe has none. */
type Output = NodeJS.WritableStream & { readonly columns?: number | undefined };

/**
 * Lines from `input`, lines to `output`. A line that was typed ahead is kept for the next question. On a
 * terminal a long line goes on in the next row between two words: what reads the rows aloud would else
 * read halves of them.
 */
export function openDialog(
  input: NodeJS.ReadableStream,
  output: Output,
  interrupted?: AbortSignal,
): Dialog {
  const lines = createInterface({ input, terminal: false, crlfDelay: Infinity });
  const waiting: string[] = [];
  let ended = interrupted?.aborted ?? false;
  let answer: ((line: string | null) => void) | null = null;

  const give = (line: string | null): void => {
    const take = answer;
    answer = null;
    take?.(line);
  };
  const end = (): void => {
    ended = true;
    give(null);
  };
  lines.on('line', (line) => (answer === null ? waiting.push(line) : give(line)));
  lines.on('close', end);
  interrupted?.addEventListener('abort', end, { once: true });

  return {
    say: (line) => void output.write(`${inRows(terminalLine(line), output.columns)}\n`),
    ask: (prompt) => {
      output.write(`${inRows(terminalLine(prompt), output.columns)} `);
      const typedAhead = waiting.shift();
      if (typedAhead !== undefined) return Promise.resolve(typedAhead);
      if (ended) return Promise.resolve(null);
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
    close: () => lines.close(),
  };
}

/** A word that is longer than a row keeps its own. */
function inRows(line: string, columns: number | undefined): string {
  if (columns === undefined || columns < 1 || line.length < columns) return line;
  const rows: string[] = [];
  for (const word of line.split(' ')) {
    const row = rows.at(-1);
    if (row === undefined || row.length + 1 + word.length >= columns) rows.push(word);
    else rows[rows.length - 1] = `${row} ${word}`;
  }
  return rows.join('\n');
}
