import path from 'node:path';
import { type AnchorFinder, createAnchorFinder } from '../../markdown/anchor.ts';
import type { CardDraft, DraftSource } from '../../model/draft.ts';
import type { Span } from '../../model/problem.ts';
import type { Source } from '../../model/source.ts';

/** A heading of a document with what stands below it, up to the next of its rank. */
interface Section {
  readonly title: string;
  readonly fragment: string;
  readonly depth: number;
  readonly start: number;
  /** Known when the next heading of its rank is. */
  end: number;
  readonly parent: Section | undefined;
}

/** The sections of a document in the order of their headings. */
function sectionsOf({ passages, text }: Source): Section[] {
  const sections: Section[] = [];
  let open: Section | undefined;
  for (const passage of passages) {
    if (passage.kind !== 'heading') continue;
    const { text: title, fragment, depth, span } = passage;
    for (; open !== undefined && open.depth >= depth; open = open.parent) open.end = span.start;
    open = { title, fragment, depth, start: span.start, end: text.length, parent: open };
    sections.push(open);
  }
  return sections;
}

/** Makes the `S:` lines of one document's cards. */
export interface SourceLines {
  /**
   * First the passage in the document, with an anchor that occurs there once, then the originals that
   * its footnotes name, all relative to the deck; undefined where no words of the passage are unique.
   */
  of(draft: CardDraft, deck: string): readonly DraftSource[] | undefined;
}

/** Paths of documents and decks are relative to the collection. */
export function createSourceLines(source: Source): SourceLines {
  const sections = sectionsOf(source);
  const anchors = createAnchorFinder(source.text);
  return {
    of: (draft, deck) => {
      const section = linkableSection(sections, draft.span, source);
      const anchor = anchorOf(draft, source, anchors, section);
      if (anchor === undefined) return undefined;
      const fragment = section === undefined ? '' : `#${section.fragment}`;
      const label = section === undefined ? source.title : `${source.title}, ${section.title}`;
      const passage = { label, target: relativeTo(deck, source.path) + fragment, anchor };
      return [
        passage,
        ...draft.sources.flatMap((original) => rebased(original, source.path, deck)),
      ];
    },
  };
}

/** The deepest section around a place that is no question, nor the whole document. */
function linkableSection(
  sections: readonly Section[],
  { start }: Span,
  source: Source,
): Section | undefined {
  let [low, high] = [0, sections.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let section = sections[low - 1];
  while (section !== undefined && !isLinkable(section, source)) section = section.parent;
  return section;
}

function isLinkable({ fragment, title }: Section, source: Source): boolean {
  return fragment !== '' && title !== source.title && !title.endsWith('?');
}

function anchorOf(
  draft: CardDraft,
  source: Source,
  anchors: AnchorFinder,
  section: Section | undefined,
): string | undefined {
  const within = section;
  return (
    anchors.choose(draft.sentence, within) ??
    anchors.choose(source.text.slice(draft.span.start, draft.span.end), within)
  );
}

/** A path as a link from a deck; signs that mean something in an address are escaped. */
function relativeTo(deck: string, file: string): string {
  const relative = path.posix.relative(path.posix.dirname(deck), file);
  return relative.replaceAll(/[#%?]/g, encodeURIComponent);
}

/** An original as the document links it, as a link from the deck. Only files and web addresses are. */
function rebased(original: DraftSource, document: string, deck: string): DraftSource[] {
  const { target } = original;
  if (/^https?:\/\//i.test(target)) return [original];
  if (/^[a-z][a-z\d+.-]*:/i.test(target) || target.startsWith('/')) return [];
  const [file = '', fragment] = splitAt(target, '#');
  const there = file === '' ? document : path.posix.join(path.posix.dirname(document), file);
  const rest = fragment === undefined ? '' : `#${fragment}`;
  return [{ ...original, target: path.posix.relative(path.posix.dirname(deck), there) + rest }];
}

function splitAt(text: string, sign: string): [string, string | undefined] {
  const at = text.indexOf(sign);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
