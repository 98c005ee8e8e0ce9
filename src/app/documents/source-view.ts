import { findAnchor } from '../../markdown/anchor.ts';
import { foldText } from '../../markdown/fold.ts';
import type { SourceRef } from '../../model/card.ts';
import { type Span, TenetError } from '../../model/problem.ts';
import type { Passage, Source } from '../../model/source.ts';
import type { SourceView } from '../review/view.ts';
import { type OriginalDetails, originalDetails } from './source-details.ts';
import {
  type DocumentFolder,
  isRemote,
  type Section,
  SourceDocuments,
} from './source-documents.ts';

/** Passages that are shown before and after the one that is meant. */
const passagesAround = 2;
/** Characters: a document without paragraphs would fill the screen. */
const longestAround = 1500;

/**
 * The sources of a card: each passage in its document, read now, with what the list of originals says.
 * `deckFile` is relative to the root, and a target to the deck file; what lies outside the root or
 * elsewhere on the net is named and not opened.
 */
export function viewSources(
  folder: DocumentFolder,
  deckFile: string,
  sources: readonly SourceRef[],
): readonly SourceView[] {
  return viewSourcesIn(new SourceDocuments(folder), deckFile, sources);
}

/** The same, from documents that are read already or will be looked at again. */
export function viewSourcesIn(
  documents: SourceDocuments,
  deckFile: string,
  sources: readonly SourceRef[],
): readonly SourceView[] {
  return sources.map((source) => {
    if (isRemote(source.target))
      return nameOnly(source, source.target, 'This is an address; tenet does not open it.');
    try {
      return viewSource(documents, deckFile, source);
    } catch (failure) {
      if (!(failure instanceof TenetError)) throw failure;
      return nameOnly(source, '', failure.message);
    }
  });
}

function viewSource(documents: SourceDocuments, deckFile: string, source: SourceRef): SourceView {
  const section = documents.section(deckFile, source.target);
  const listed = originalDetails(textOf(section));
  if (listed !== null) return viewOriginal(source, listed);
  const { document, span } = section;
  const places =
    source.anchor === undefined ? [] : findAnchor(foldText(document.text), source.anchor, span);
  const anchor = places[0];
  const passage = withMark(document.text, passageAt(document, span, anchor));
  return {
    title: document.title,
    details: detailsOf(documents, document, passage),
    ...around(document, passage),
    passage: document.text.slice(passage.start, passage.end),
    anchor:
      anchor === undefined
        ? null
        : { start: anchor.start - passage.start, end: anchor.end - passage.start },
    problem: anchorProblem(source, places.length),
  };
}

/** The originals are not part of a collection: what is known is who wrote them, and the words to look for. */
function viewOriginal({ anchor = '' }: SourceRef, { title, details }: OriginalDetails): SourceView {
  return {
    title,
    details,
    before: '',
    passage: anchor,
    after: '',
    anchor: anchor === '' ? null : { start: 0, end: anchor.length },
    problem: 'This is an original outside the collection; these words stand there.',
  };
}

function nameOnly({ label, anchor = '' }: SourceRef, details: string, problem: string): SourceView {
  return { title: label, details, before: '', passage: anchor, after: '', anchor: null, problem };
}

function anchorProblem({ anchor }: SourceRef, found: number): string | null {
  if (anchor === undefined || found === 1) return null;
  return found === 0
    ? `“${anchor}” does not stand there any more.`
    : `“${anchor}” stands there ${found} times; this is the first.`;
}

/** The author, and the originals that the passage cites. */
function detailsOf(documents: SourceDocuments, document: Source, span: Span): string {
  const cited = document.passages
    .filter((passage) => passage.span.start >= span.start && passage.span.end <= span.end)
    .flatMap(({ citations }) => citations)
    .flatMap(({ target }) => citedOriginal(documents, document, target));
  const author = document.author === undefined ? [] : [document.author];
  return [...new Set([...author, ...cited])].join('; ');
}

/** A citation that leads nowhere is for `check` to report. */
function citedOriginal(
  documents: SourceDocuments,
  document: Source,
  target: string,
): readonly string[] {
  if (isRemote(target)) return [];
  try {
    const listed = originalDetails(textOf(documents.section(document.path, target)));
    return listed === null ? [] : [`${listed.title}, ${listed.details}`];
  } catch (failure) {
    if (failure instanceof TenetError) return [];
    throw failure;
  }
}

/** The passage that holds the anchor, or the first of the section below its heading. */
function passageAt({ passages }: Source, section: Span, anchor: Span | undefined): Span {
  const inside = passages
    .filter(({ kind }) => kind !== 'heading')
    .map(({ span }) => span)
    .filter((span) => holds(section, span));
  if (anchor === undefined) return inside[0] ?? section;
  return inside
    .filter((span) => holds(span, anchor))
    .reduce((least, span) => (holds(least, span) ? span : least), section);
}

const itemMark = /^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)]))+[ \t]*$/;

/** An item of a list with its mark, which else would stand in a row of its own above it. */
function withMark(text: string, { start, end }: Span): Span {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return { start: itemMark.test(text.slice(line, start)) ? line : start, end };
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

/** The document's text from some passages before to some after. */
function around(
  { passages, text }: Source,
  span: Span,
): { readonly before: string; readonly after: string } {
  const previous = passages.filter((passage) => passage.span.end <= span.start);
  const following = passages.filter((passage) => passage.span.start >= span.end);
  const from = startOf(previous.slice(-passagesAround), span.start);
  const to = endOf(following.slice(0, passagesAround), span.end);
  return {
    before: text.slice(Math.max(from, span.start - longestAround), span.start),
    after: text.slice(span.end, Math.min(to, span.end + longestAround)),
  };
}

function startOf(passages: readonly Passage[], otherwise: number): number {
  return Math.min(otherwise, ...passages.map(({ span }) => span.start));
}

function endOf(passages: readonly Passage[], otherwise: number): number {
  return Math.max(otherwise, ...passages.map(({ span }) => span.end));
}

function textOf({ document, span }: Section): string {
  return document.text.slice(span.start, span.end);
}
