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

/** Lines from `input`, lines to `output`. A line that was typed ahead is kept for the next question. */
export function openDialog(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
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
    say: (line) => void output.write(`${terminalLine(line)}\n`),
    ask: (prompt) => {
      output.write(`${terminalLine(prompt)} `);
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
