import { realpathSync } from 'node:fs';
import path from 'node:path';
import { type Span, TenetError } from '../../model/problem.ts';
import type { Source } from '../../model/source.ts';
import { readSource } from '../../sources/index.ts';
import { readTextFile } from '../files.ts';
import { relativePath } from '../relative-path.ts';

/** A document of the collection, and the part of it that a target names. */
export interface Section {
  readonly document: Source;
  readonly span: Span;
}

/** Whether a target is an address, which is never opened. */
export function isRemote(target: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target);
}

/** Where documents may be read. */
export interface DocumentFolder {
  /** The collection; absolute. */
  readonly root: string;
  /** Whether a document outside the root may be opened: only what this person generated cards from. */
  allows?(absolute: string): boolean;
}

/** A target that leads out of the collection, to what nobody here generated from. */
export class OutsideCollection extends TenetError {
  constructor(target: string) {
    super(`${target} lies outside the collection, so it was not opened.`, {
      hint: 'Generate from it on this machine, or move it into the collection.',
    });
  }
}

/** Documents of one collection, each read at most once. */
export class SourceDocuments {
  readonly #root: string;
  readonly #allows: (absolute: string) => boolean;
  readonly #read = new Map<string, Source>();

  constructor({ root, allows = () => false }: DocumentFolder) {
    this.#root = root;
    this.#allows = allows;
  }

  /**
   * The section that a target means, seen from a file; both paths are relative to the root. Throws
   * `TenetError` where it lies outside the root, cannot be read, or has no such heading.
   */
  section(fromFile: string, target: string): Section {
    const [written = '', fragment = ''] = target.split('#', 2).map(decoded);
    const document = this.#document(this.#locate(fromFile, written, target));
    const span = sectionOf(document, fragment);
    if (span === undefined)
      throw new TenetError(`${document.path} has no heading "${fragment}" any more.`);
    return { document, span };
  }

  #locate(fromFile: string, written: string, target: string): string {
    const folder = path.resolve(this.#root, path.dirname(fromFile));
    const absolute =
      written === '' ? path.resolve(this.#root, fromFile) : path.resolve(folder, written);
    const inside = path.relative(this.#root, absolute);
    const leadsOut = isOutside(inside) || isOutside(realRelative(this.#root, absolute));
    if (leadsOut && !this.#allows(absolute)) throw new OutsideCollection(target);
    return relativePath(this.#root, absolute);
  }

  /** Failures name the file as the collection does. */
  #text(file: string): string {
    const absolute = path.join(this.#root, file);
    try {
      return readTextFile(absolute);
    } catch (failure) {
      if (!(failure instanceof TenetError)) throw failure;
      const { hint, message } = failure;
      throw new TenetError(message.replace(absolute, file), {
        ...(hint === undefined ? {} : { hint }),
        cause: failure,
      });
    }
  }

  #document(file: string): Source {
    const known = this.#read.get(file);
    if (known !== undefined) return known;
    const document = readSource(this.#text(file), file);
    this.#read.set(file, document);
    return document;
  }
}

function isOutside(relative: string): boolean {
  return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
}

/** Where it really is, for a link may lead out; what is not there is reported when it is read. */
function realRelative(root: string, absolute: string): string {
  try {
    return path.relative(realpathSync(root), realpathSync(absolute));
  } catch {
    return '';
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** From a heading to the next of its rank; the whole document without a fragment. */
function sectionOf({ passages, text }: Source, fragment: string): Span | undefined {
  if (fragment === '') return { start: 0, end: text.length };
  const at = passages.findIndex(
    (passage) => passage.kind === 'heading' && passage.fragment === fragment,
  );
  const heading = passages[at];
  if (heading?.kind !== 'heading') return undefined;
  const next = passages.find(
    (passage, index) => index > at && passage.kind === 'heading' && passage.depth <= heading.depth,
  );
  return { start: heading.span.start, end: next?.span.start ?? text.length };
}
