import { type Word, wordsOf } from './words.ts';

/** A text with its words, taken apart once. */
export class ReadText {
  readonly text: string;
  #words: readonly Word[] | undefined;
  #content: readonly Word[] | undefined;
  #stems: ReadonlySet<string> | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get words(): readonly Word[] {
    return (this.#words ??= wordsOf(this.text));
  }

  /** The words that say something by themselves, in order. */
  get content(): readonly Word[] {
    return (this.#content ??= this.words.filter(({ stem }) => stem !== ''));
  }

  /** The stems of its content words, each once. */
  get stems(): ReadonlySet<string> {
    return (this.#stems ??= new Set(this.content.map(({ stem }) => stem)));
  }
}

/** How many of some stems another set has. */
export function countShared(stems: Iterable<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of stems) if (other.has(stem)) shared += 1;
  return shared;
}
