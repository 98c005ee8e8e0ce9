/** A bracketed stretch of Markdown: `open` and `close` are the offsets of its brackets. */
export interface Brackets {
  readonly open: number;
  readonly close: number;
  /** An unescaped `!` stands before it. */
  readonly image: boolean;
}

/** What a scan of inline Markdown found; everything inside code, maths and addresses is left out. */
export interface Inline {
  readonly brackets: readonly Brackets[];
  /** Offset of a `(` → offset of the `)` that closes it. */
  readonly parens: ReadonlyMap<number, number>;
  /** The first `[` that never closes, or `]` that never opened. */
  readonly unpaired: number | undefined;
}

const interesting = /[\\`$<![\]()]/g;
const address = /<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>/y;

/** The runs of one character in a stretch of text, by length, so that the next of a length is found in order. */
class Runs {
  readonly #positions = new Map<number, number[]>();
  readonly #next = new Map<number, number>();

  constructor(text: string, start: number, end: number, pattern: RegExp, closes: Closes) {
    for (const run of text.slice(start, end).matchAll(pattern)) {
      const at = start + run.index;
      const { length } = run[0];
      if (!closes(text, at, length)) continue;
      const known = this.#positions.get(length);
      if (known === undefined) this.#positions.set(length, [at]);
      else known.push(at);
    }
  }

  /** The first run of this length at or after `from`, -1 for none. Calls come with growing `from`. */
  after(length: number, from: number): number {
    const positions = this.#positions.get(length);
    if (positions === undefined) return -1;
    let index = this.#next.get(length) ?? 0;
    while (index < positions.length && (positions[index] ?? 0) < from) index += 1;
    this.#next.set(length, index);
    return positions[index] ?? -1;
  }
}

type Closes = (text: string, at: number, length: number) => boolean;

/** A single `$` closes after a non-space and before a non-digit, so that prices are no maths (Pandoc's rule). */
function closesMaths(text: string, at: number, length: number): boolean {
  if (text[at - 1] === '\\') return false;
  return length > 1 || (/\S/.test(text[at - 1] ?? ' ') && !/\d/.test(text[at + 1] ?? ''));
}

function runLength(text: string, at: number, end: number): number {
  let length = 1;
  while (at + length < end && text[at + length] === text[at]) length += 1;
  return length;
}

class Scan {
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  readonly #open: { at: number; image: boolean }[] = [];
  readonly #openParens: number[] = [];
  readonly brackets: Brackets[] = [];
  readonly parens = new Map<number, number>();
  #ticks: Runs | undefined;
  #dollars: Runs | undefined;
  #unopened: number | undefined;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#start = start;
    this.#end = end;
  }

  run(): Inline {
    const text = this.#text;
    let at = this.#start;
    while (at < this.#end) {
      interesting.lastIndex = at;
      const found = interesting.exec(text);
      if (found === null || found.index >= this.#end) break;
      at = this.#step(found.index, found[0]);
    }
    const unclosed = this.#open[0]?.at;
    this.brackets.sort((left, right) => left.open - right.open);
    return {
      brackets: this.brackets,
      parens: this.parens,
      unpaired: unclosed ?? this.#unopened,
    };
  }

  /** Handles the character at `at`; gives the offset at which to go on. */
  #step(at: number, character: string): number {
    switch (character) {
      case '\\':
        return at + 2;
      case '`':
        return this.#code(at);
      case '$':
        return this.#maths(at);
      case '<':
        return this.#address(at);
      case '!':
        if (this.#text[at + 1] !== '[') return at + 1;
        this.#open.push({ at: at + 1, image: true });
        return at + 2;
      case '[':
        this.#open.push({ at, image: false });
        return at + 1;
      case ']':
        this.#close(at);
        return at + 1;
      case '(':
        this.#openParens.push(at);
        return at + 1;
      default: {
        const open = this.#openParens.pop();
        if (open !== undefined) this.parens.set(open, at);
        return at + 1;
      }
    }
  }

  #close(at: number): void {
    const open = this.#open.pop();
    if (open === undefined) this.#unopened ??= at;
    else this.brackets.push({ open: open.at, close: at, image: open.image });
  }

  #code(at: number): number {
    const length = runLength(this.#text, at, this.#end);
    this.#ticks ??= new Runs(this.#text, this.#start, this.#end, /`+/g, () => true);
    const close = this.#ticks.after(length, at + length);
    return close === -1 ? at + length : close + length;
  }

  #maths(at: number): number {
    const length = runLength(this.#text, at, this.#end);
    const from = at + length;
    if (length > 2 || (length === 1 && /\s/.test(this.#text[from] ?? ' '))) return from;
    this.#dollars ??= new Runs(this.#text, this.#start, this.#end, /\$+/g, closesMaths);
    const close = this.#dollars.after(length, from);
    return close === -1 ? from : close + length;
  }

  #address(at: number): number {
    address.lastIndex = at;
    return address.test(this.#text) && address.lastIndex <= this.#end ? address.lastIndex : at + 1;
  }
}

/** Finds brackets and parentheses of the Markdown between two offsets (one paragraph), in linear time. */
export function scanInline(text: string, start: number, end: number): Inline {
  return new Scan(text, start, end).run();
}
