import path from 'node:path';
import type { Ground } from '../../lint/card.ts';
import { findAnchor } from '../../markdown/anchor.ts';
import { foldText, type FoldedText } from '../../markdown/fold.ts';
import type { Span } from '../../model/problem.ts';
import type { Passage, Source } from '../../model/source.ts';
import { findRegions } from '../../sources/regions.ts';
import { originalsFile } from '../documents/originals-file.ts';

/** Finds the grounds of cards in documents; each document is folded and completed once. */
export class LintGrounds {
  readonly #folded = new WeakMap<Source, FoldedText>();
  readonly #completed = new WeakMap<Source, Source>();

  /**
   * Where an anchor stands; without an anchor, or where it does not stand once, the document alone.
   * Undefined for a list of originals, which says where a text can be found and not what it says.
   */
  at(source: Source, anchor: string | undefined, within?: Span): Ground | undefined {
    if (path.posix.basename(source.path) === originalsFile) return undefined;
    const completed = this.complete(source);
    if (anchor === undefined) return { source: completed };
    const places = findAnchor(this.#fold(source), anchor, within);
    const [place] = places;
    return place === undefined || places.length > 1
      ? { source: completed, anchor }
      : { source: completed, anchor, place };
  }

  /** The document with the furniture that its reader did not look for: saved pages come as text too. */
  complete(source: Source): Source {
    const known = this.#completed.get(source);
    if (known !== undefined) return known;
    const completed = withRegions(source);
    this.#completed.set(source, completed);
    return completed;
  }

  #fold(source: Source): FoldedText {
    const known = this.#folded.get(source);
    if (known !== undefined) return known;
    const folded = foldText(source.text);
    this.#folded.set(source, folded);
    return folded;
  }
}

/**
 * For making cards a reader leaves out of a saved page whatever might not belong to its matter; a card
 * that somebody wrote is blamed only for what surely does not.
 */
function withRegions(source: Source): Source {
  const isPage =
    source.kind === 'plain-text' ||
    source.kind === 'web-capture' ||
    (source.kind === 'markdown' && /\.te?xt$/i.test(source.path));
  if (!isPage) return source;
  const regions = findRegions(source.passages.map(({ text }) => text));
  const passages = source.passages.map((passage, index): Passage => ({
    ...passage,
    region: regions[index] ?? passage.region,
  }));
  return { ...source, passages };
}
