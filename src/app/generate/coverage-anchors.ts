import path from 'node:path';
import type { Card } from '../../model/card.ts';
import { TenetError } from '../../model/problem.ts';
import { AnchorPlaces } from '../documents/anchors.ts';
import { isRemote } from '../documents/source-documents.ts';

/** The anchors of cards by the document in which they stand. */
export interface AnchorsByDocument {
  /** Those in a document, relative to the collection, and those in the original that it is a copy of. */
  of(document: string): ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

/** Collects the anchors of all cards; `root` is the collection, absolute. */
export function createAnchorsByDocument(root: string, cards: Iterable<Card>): AnchorsByDocument {
  const places = new AnchorPlaces({ root });
  const byDocument = new Map<string, Set<string>>();
  const byCopy = new Map<string, Set<string>>();
  for (const { sources } of cards)
    for (const { target, anchor, place } of sources) {
      if (anchor === undefined || isRemote(target)) continue;
      const copy = copyName(places, place.file, target);
      if (copy === undefined) add(byDocument, documentOf(place.file, target), anchor);
      else add(byCopy, copy, anchor);
    }
  return {
    of: (document) => {
      const own = byDocument.get(document) ?? nothing;
      return new Set([...own, ...(byCopy.get(path.posix.basename(document)) ?? nothing)]);
    },
  };
}

function add(map: Map<string, Set<string>>, key: string, anchor: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([anchor]));
  else known.add(anchor);
}

function documentOf(deck: string, target: string): string {
  const [written = ''] = target.split('#', 1);
  if (written === '') return deck;
  const file = path.posix.join(path.posix.dirname(deck), decoded(written));
  return path.posix.normalize(file);
}

/** What the file of an original's copy is called; undefined where the target is no original. */
function copyName(places: AnchorPlaces, deck: string, target: string): string | undefined {
  try {
    return places.original(deck, target)?.file;
  } catch (failure) {
    // A list that cannot be read is for `check` to report.
    if (failure instanceof TenetError) return undefined;
    throw failure;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
