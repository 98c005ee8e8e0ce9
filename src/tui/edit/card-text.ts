import type { TextBuffer } from './text-buffer.ts';

/** A card's text, as deck notation, while it is being written. */
export interface CardText {
  readonly buffer: TextBuffer;
  readonly original: string;
  /** Why it could not be saved, a line each. */
  readonly problems: readonly string[];
}

/** A card's text with the cursor behind its first mark, `Q: `: most of what is mended is in the question. */
export function cardText(original: string): CardText {
  const cursor = /^[A-Z]: */.exec(original)?.[0].length ?? 0;
  return { buffer: { text: original, cursor }, original, problems: [] };
}

/** Whether there is something to save, or to throw away. */
export function isChanged({ buffer, original }: CardText): boolean {
  return buffer.text !== original;
}
