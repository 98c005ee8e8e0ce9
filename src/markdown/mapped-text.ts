import type { Span } from '../model/problem.ts';
import type { InlineMark, TextStep } from '../model/source.ts';

/** A text without marks, white space folded, that leads back to the document it was taken from. */
export interface MappedText {
  readonly text: string;
  readonly steps: readonly TextStep[];
  readonly marks: readonly InlineMark[];
}

/** Control characters and marks of direction: a card shows what it says, and steers no terminal. */
const unseen = String.raw`\0-\x08\x0E-\x1F\x7F-\x9F\u00AD\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF`;
const isUnseen = new RegExp(`[${unseen}]`);
/** What cannot be taken over as it stands: anything unseen, and white space but for a lone blank between words. */
const unplain = new RegExp(String.raw`[${unseen}]|[^\S ]| (?![^\s${unseen}])`, 'g');

/** Collects a `MappedText` from pieces of a document, in their order. */
export class TextCollector {
  /** Joined at the end: a string that grew unit by unit would take thirty times its length. */
  #pieces: string[] = [];
  #length = 0;
  #steps: TextStep[] = [];
  #marks: InlineMark[] = [];
  /** The document offset that a white space waiting to be written came from. */
  #space: number | undefined;
  /** Lengths that were asked for while a space waited: a mark from there starts behind it. */
  #beforeSpace = new Set<number>();

  /** The length so far, as a place for a mark or a citation; a space still waiting does not count. */
  get length(): number {
    if (this.#space !== undefined) this.#beforeSpace.add(this.#length);
    return this.#length;
  }

  /** Adds one UTF-16 unit, if it can be seen; white space is folded and stands at no end. */
  add(unit: string, document: number): void {
    if (isUnseen.test(unit)) return;
    if (/\s/.test(unit)) {
      if (this.#length > 0) this.#space ??= document;
      return;
    }
    this.#append(unit, document);
  }

  /** Adds a stretch of the document as it stands. */
  addSlice(document: string, { start, end }: Span): void {
    const stretch = document.slice(start, end);
    for (let at = 0; at < stretch.length;) {
      unplain.lastIndex = at;
      const stop = unplain.exec(stretch)?.index ?? stretch.length;
      const from = stop > at && stretch.startsWith(' ', at) ? at + 1 : at;
      if (from > at) this.add(' ', start + at);
      if (stop > from) this.#append(stretch.slice(from, stop), start + from);
      if (stop < stretch.length) this.add(stretch.charAt(stop), start + stop);
      at = stop + 1;
    }
  }

  /** Marks what was added since the length was `start`. */
  mark(kind: InlineMark['kind'], start: number): void {
    const from = this.#beforeSpace.has(start) ? start + 1 : start;
    if (this.#length > from) this.#marks.push({ kind, start: from, end: this.#length });
  }

  finish(documentStart: number): MappedText {
    if (this.#steps.length === 0) this.#steps.push({ text: 0, document: documentStart });
    return { text: this.#pieces.join(''), steps: this.#steps, marks: this.#marks };
  }

  #append(plain: string, document: number): void {
    if (this.#space !== undefined) this.#write(' ', this.#space);
    this.#space = undefined;
    this.#write(plain, document);
  }

  #write(plain: string, document: number): void {
    const last = this.#steps.at(-1);
    if (last === undefined || document - last.document !== this.#length - last.text)
      this.#steps.push({ text: this.#length, document });
    this.#pieces.push(plain);
    this.#length += plain.length;
  }
}

/** A stretch of a document as it stands, white space folded. */
export function mapSlice(document: string, span: Span): MappedText {
  const collector = new TextCollector();
  collector.addSlice(document, span);
  return collector.finish(span.start);
}

/** Where a stretch of a mapped text stands in its document: from its first character to its last. */
export function documentSpan(mapped: Pick<MappedText, 'steps'>, { start, end }: Span): Span {
  const first = documentOffset(mapped, start);
  return { start: first, end: end > start ? documentOffset(mapped, end - 1) + 1 : first };
}

/** The document offset of one character of a mapped text. */
export function documentOffset({ steps }: Pick<MappedText, 'steps'>, at: number): number {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((steps[middle]?.text ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const step = steps[low] ?? { text: 0, document: 0 };
  return step.document + (at - step.text);
}
