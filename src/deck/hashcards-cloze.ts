import type { Hole } from '../model/card.ts';
import type { Span } from '../model/problem.ts';

/** A cloze as hashcards reads it: its clean text with the deletions marked again, for tenet's own use. */
export interface HashcardsCloze {
  readonly text: string;
  readonly holes: readonly Hole[];
  /** A deletion has nothing in it. */
  readonly empty: boolean;
  /** A bracket opens and nothing closes it. */
  readonly unpaired: boolean;
}

/** Walks over a cloze and keeps the text without its marks, and where in it the deletions stand. */
class Cleaner {
  readonly #text: string;
  #clean = '';
  readonly deletions: Span[] = [];
  empty = false;
  #inImage = false;
  #escaped = false;
  #start: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  run(): HashcardsCloze {
    for (let at = 0; at < this.#text.length; at += 1) this.#step(at);
    return { ...this.#marked(), empty: this.empty, unpaired: this.#start !== undefined };
  }

  #step(at: number): void {
    const character = this.#text[at] ?? '';
    const next = this.#text[at + 1];
    switch (character) {
      case '[':
        this.#open();
        break;
      case ']':
        this.#close();
        break;
      case '!':
        if (next === '[') this.#inImage = true;
        this.#clean += character;
        break;
      case '\\':
        if (this.#escaped) break;
        if (next === '[' || next === ']') this.#escaped = true;
        else this.#clean += character;
        break;
      default:
        this.#clean += character;
    }
  }

  /** A bracket inside an open deletion starts it anew. */
  #open(): void {
    if (this.#inImage || this.#escaped) this.#clean += '[';
    else this.#start = this.#clean.length;
    if (!this.#inImage) this.#escaped = false;
  }

  #close(): void {
    if (this.#inImage || this.#escaped) {
      this.#clean += ']';
      if (this.#inImage) this.#inImage = false;
      else this.#escaped = false;
      return;
    }
    if (this.#start === undefined) return;
    const deletion = { start: this.#start, end: this.#clean.length };
    if (deletion.start === deletion.end) this.empty = true;
    else this.deletions.push(deletion);
    this.#start = undefined;
  }

  #marked(): Pick<HashcardsCloze, 'text' | 'holes'> {
    const holes: Hole[] = [];
    const parts: string[] = [];
    let at = 0;
    let length = 0;
    for (const { start, end } of this.deletions) {
      const text = this.#clean.slice(start, end);
      const before = this.#clean.slice(at, start);
      const opens = length + before.length;
      parts.push(before, `[${text}]`);
      length = opens + text.length + 2;
      holes.push({ text, span: { start: opens, end: length } });
      at = end;
    }
    parts.push(this.#clean.slice(at));
    return { text: parts.join(''), holes };
  }
}

/**
 * Reads a cloze by hashcards' rules: every unescaped bracket marks a deletion, in code, maths and links
 * too; `![` up to the next `]` is an image; of nested brackets the innermost counts.
 */
export function readHashcardsCloze(text: string): HashcardsCloze {
  return new Cleaner(text).run();
}
