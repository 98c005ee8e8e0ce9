import { findAnchor } from '../../markdown/anchor.ts';
import { foldText, type FoldedText } from '../../markdown/fold.ts';
import type { Card, SourceRef } from '../../model/card.ts';
import { type Span, TenetError } from '../../model/problem.ts';
import type { Source } from '../../model/source.ts';
import { AnchorPlaces } from './anchors.ts';
import { type DocumentFolder, isRemote, SourceDocuments } from './source-documents.ts';

/** The passage of the collection that a card comes from. */
export interface ListedSource {
  /** Relative to the collection. */
  readonly file: string;
  readonly anchor: string | null;
  /** UTF-16 offsets of the anchor in the file, or of the whole section; null where it is not there. */
  readonly start: number | null;
  readonly end: number | null;
}

/** An original that a card rests on. */
export interface ListedOrigin {
  /** Its key in the list of originals, or an address. */
  readonly document: string;
  /** What the file of a copy is called; null where none is known. */
  readonly file: string | null;
  readonly anchor: string | null;
  /** UTF-16 offsets of the anchor in the copy; null where no copy is at hand or it is not there. */
  readonly start: number | null;
  readonly end: number | null;
}

export interface ListedSources {
  readonly source: ListedSource | null;
  readonly origins: readonly ListedOrigin[];
}

const nowhere = { start: null, end: null } as const;

/** Finds the passages that cards of one collection cite; each document is read once. */
export class CardSources {
  readonly #documents: SourceDocuments;
  readonly #places: AnchorPlaces;
  readonly #folded = new Map<Source, FoldedText>();

  /** `originals` is a folder with copies of the originals; absolute. */
  constructor(folder: DocumentFolder, originals?: string) {
    this.#documents = new SourceDocuments(folder);
    this.#places = new AnchorPlaces(folder, originals);
  }

  /** The first document of the collection that a card cites, and all originals. */
  of({ sources }: Card): ListedSources {
    const origins: ListedOrigin[] = [];
    let source: ListedSource | null = null;
    for (const reference of sources) {
      const origin = this.#origin(reference);
      if (origin !== null) origins.push(origin);
      else source ??= this.#source(reference);
    }
    return { source, origins };
  }

  #origin(reference: SourceRef): ListedOrigin | null {
    const { target, place } = reference;
    const anchor = reference.anchor ?? null;
    if (isRemote(target)) return { document: target, file: null, anchor, ...nowhere };
    const original = quietly(() => this.#places.original(place.file, target));
    if (original === undefined) return null;
    const spans = anchor === null ? [] : quietly(() => this.#places.inCopy(original, anchor));
    return {
      document: original.key,
      file: original.file ?? null,
      anchor,
      ...offsets(spans?.[0]),
    };
  }

  #source(reference: SourceRef): ListedSource | null {
    const { target, place } = reference;
    const anchor = reference.anchor ?? null;
    const section = quietly(() => this.#documents.section(place.file, target));
    if (section === undefined) return null;
    const { document, span } = section;
    const found = anchor === null ? span : findAnchor(this.#fold(document), anchor, span)[0];
    return { file: document.path, anchor, ...offsets(found) };
  }

  #fold(document: Source): FoldedText {
    const known = this.#folded.get(document);
    if (known !== undefined) return known;
    const folded = foldText(document.text);
    this.#folded.set(document, folded);
    return folded;
  }
}

function offsets(span: Span | undefined): Pick<ListedSource, 'start' | 'end'> {
  return span === undefined ? nowhere : { start: span.start, end: span.end };
}

/** What is wrong with a link is for `check` to say. */
function quietly<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (failure) {
    if (failure instanceof TenetError) return undefined;
    throw failure;
  }
}
