import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  foldLedger,
  isTurnedDown,
  type LedgerEntry,
  ledgerPath,
  parseLedger,
} from '../../ledger/ledger.ts';
import { findAnchor } from '../../markdown/anchor.ts';
import { foldText } from '../../markdown/fold.ts';
import { type Problem, type Span, TenetError } from '../../model/problem.ts';
import type { DocumentKind, Source } from '../../model/source.ts';
import type { Notation } from '../../model/deck.ts';
import { createAnchorsByDocument } from './coverage-anchors.ts';
import { type Stretch, stretchesOf } from './coverage-stretches.ts';
import { readTextFile } from '../files.ts';
import { readDeckFolder } from './cards.ts';
import { listDocuments, readDocument, requireDocuments } from './documents.ts';
import { documentsPassedOver } from './passed-over.ts';
import { unreadDocument } from './proposals.ts';
import { LintGrounds } from '../check/lint-grounds.ts';

/** A passage, or a part of a long one, that no card asks about. */
export interface OpenPassage {
  /** From 1. */
  readonly line: number;
  /** UTF-16 offsets into the document. */
  readonly start: number;
  readonly end: number;
  /** The headings above it, outermost first. */
  readonly headings: readonly string[];
  readonly speaker: string | null;
  /** Its share of what the document says, 0–1. */
  readonly weight: number;
  /** Its words as a reader sees them: no marks, no addresses of links, white space folded. */
  readonly text: string;
  /** Drafts of it that wait, and those that a person rejected or deleted. */
  readonly drafts: number;
  readonly turnedDown: number;
}

/** What the cards of the decks ask of one document. */
export interface DocumentCoverage {
  readonly path: string;
  readonly kind: DocumentKind;
  readonly title: string;
  /** Passages, and parts of long ones, that could be asked about. */
  readonly passages: number;
  readonly asked: number;
  /** The share of the document's weight that is asked about, 0–1. */
  readonly share: number;
  /** The rest, the heaviest first. */
  readonly open: readonly OpenPassage[];
}

export interface CoverageReport {
  readonly documents: readonly DocumentCoverage[];
  /** Documents and decks that could not be read, and what was passed over in folders. */
  readonly problems: readonly Problem[];
}

/** What to report on; all paths are absolute. */
export interface CoverageOptions {
  readonly root: string;
  readonly decks: string;
  readonly drafts: string;
  /** Documents, and folders of documents. */
  readonly names: readonly string[];
  readonly as?: DocumentKind;
  readonly notationOf?: (deck: string) => Notation | undefined;
}

/**
 * Which passages of documents no card of the decks asks about. A card asks about the passage in which one
 * of its anchors stands; a copy of an original counts as the original. Changes nothing.
 */
export function reportCoverage(options: CoverageOptions): CoverageReport {
  const { root, decks, drafts, names, notationOf = () => undefined } = options;
  const files = listDocuments(names, root, [decks, drafts]);
  const passedOver = documentsPassedOver(names, root, [decks, drafts]);
  requireDocuments(files, names, passedOver);
  const folder = existsSync(decks) ? readDeckFolder(decks, root, notationOf, drafts) : undefined;
  const cards = [...(folder?.decks.values() ?? [])].flatMap((deck) => deck.cards);
  const anchors = createAnchorsByDocument(root, cards);
  const entries = ledgerEntries(decks);
  const grounds = new LintGrounds();
  const problems = [...(folder?.problems ?? []), ...passedOver];
  const documents = files.flatMap((file) => {
    try {
      const source = withFurniture(readDocument(file, options.as).source, grounds);
      const own = entries.filter((entry) => entry.source === source.path);
      return [coverageOf(source, anchors.of(source.path), own)];
    } catch (failure) {
      if (!(failure instanceof TenetError)) throw failure;
      problems.push(unreadDocument(file, failure));
      return [];
    }
  });
  return { documents, problems };
}

/** The reader of captured pages looks for furniture itself, and finds more of it than the linter would blame. */
function withFurniture(source: Source, grounds: LintGrounds): Source {
  return source.kind === 'web-capture' ? source : grounds.complete(source);
}

function ledgerEntries(decks: string): readonly LedgerEntry[] {
  const file = path.join(decks, ledgerPath);
  if (!existsSync(file)) return [];
  return [...foldLedger(parseLedger(readTextFile(file), file).entries).values()];
}

function coverageOf(
  source: Source,
  anchors: ReadonlySet<string>,
  entries: readonly LedgerEntry[],
): DocumentCoverage {
  const folded = foldText(source.text);
  const places = [...anchors].flatMap((anchor) => findAnchor(folded, anchor).slice(0, 1));
  const stretches = stretchesOf(source);
  const open = stretches.filter(({ span }) => !places.some((place) => overlaps(span, place)));
  const left = open.reduce((sum, { weight }) => sum + weight, 0);
  return {
    path: source.path,
    kind: source.kind,
    title: source.title,
    passages: stretches.length,
    asked: stretches.length - open.length,
    share: stretches.length === 0 ? 0 : Math.max(0, 1 - left),
    open: withLines(source.text, open)
      .map(([stretch, line]) => openPassage(stretch, line, entries))
      .sort((a, b) => b.weight - a.weight || a.start - b.start),
  };
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The line of each stretch, counted once through the document. */
function withLines(text: string, stretches: readonly Stretch[]): (readonly [Stretch, number])[] {
  let [line, from] = [1, 0];
  return stretches.map((stretch) => {
    line += text.slice(from, stretch.span.start).split('\n').length - 1;
    from = stretch.span.start;
    return [stretch, line] as const;
  });
}

function openPassage(
  { passage, span, text, weight }: Stretch,
  line: number,
  entries: readonly LedgerEntry[],
): OpenPassage {
  const here = entries.filter((entry) => entry.gone !== true && overlaps(entry.span, span));
  return {
    line,
    start: span.start,
    end: span.end,
    headings: passage.headings,
    speaker: passage.speaker ?? null,
    weight,
    text,
    drafts: here.filter(({ fate }) => fate === 'draft').length,
    turnedDown: here.filter(isTurnedDown).length,
  };
}
