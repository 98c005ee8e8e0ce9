import type { Notation } from '../model/deck.ts';
import type { Problem } from '../model/problem.ts';
import { deckFencesOf } from './fences.ts';
import { readFrontMatter } from './front-matter.ts';
import { linesOf, startOf } from './lines.ts';
import type { ParsedDeck, Piece } from './parsed-deck.ts';
import { readHashcards } from './hashcards.ts';
import type { Found, Reading } from './reading.ts';
import { readRepeater } from './repeater.ts';
import { readShared } from './shared.ts';
import { settleIds } from './settle-ids.ts';

export type { CardText, ParsedDeck } from './parsed-deck.ts';

export interface ParseOptions {
  /** Relative to the collection, with `/`; it stands in every place and problem. */
  readonly path: string;
  /** What the folder's settings say; the file's own front matter wins. */
  readonly notation?: Notation | undefined;
}

const readers: Readonly<Record<Notation, (reading: Reading) => readonly Found[]>> = {
  tenet: readShared,
  shared: readShared,
  hashcards: readHashcards,
  repeater: readRepeater,
};

function fileTitle(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
}

function pieceOf(found: Found): Piece {
  if (found.kind !== 'heading') return found;
  return { kind: 'heading', span: found.span, ...found.heading };
}

/** Puts what was found in order and fills the gaps, so that every character has its piece. */
function piecesOf(reading: Reading, found: readonly Found[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const { lines, from } = reading;
  let at = 0;
  if (from > 0) {
    at = startOf(lines, from);
    pieces.push({ kind: 'front-matter', span: { start: 0, end: at } });
  }
  for (const item of found) {
    const { start, end } = item.span;
    if (start > at) pieces.push({ kind: 'prose', span: { start: at, end: start } });
    pieces.push(pieceOf(item));
    at = end;
  }
  const end = lines.text.length;
  if (end > at) pieces.push({ kind: 'prose', span: { start: at, end } });
  return pieces;
}

/** The problems in the order of the file, those inside a card with its id. */
function problemsOf(reading: Reading, found: readonly Found[]): readonly Problem[] {
  const cards = found.filter((item) => item.kind === 'card');
  const problems: Problem[] = [];
  let next = 0;
  for (const problem of reading.problems.toSorted(byPlace)) {
    const at = startOf(reading.lines, problem.line - 1);
    while ((cards[next]?.span.end ?? Infinity) < at) next += 1;
    const around = cards[next];
    const inside = around !== undefined && around.span.start <= at;
    problems.push(inside ? { card: around.card.id, ...problem } : problem);
  }
  return problems;
}

function byPlace(a: Problem, b: Problem): number {
  return a.line - b.line || a.column - b.column;
}

/**
 * Reads a deck file. Any text is a deck: what is wrong with it is in `problems`, all at once, and a card
 * that cannot be asked hides no other.
 */
export function parseDeck(text: string, options: ParseOptions): ParsedDeck {
  const { path } = options;
  const lines = linesOf(text);
  const front = readFrontMatter(lines, path);
  const notation = front.notation ?? options.notation ?? 'shared';
  const title = front.title ?? fileTitle(path);
  const reading: Reading = {
    path,
    lines,
    fences: deckFencesOf(lines, front.end),
    notation,
    title,
    tags: front.tags,
    from: front.end,
    problems: [...front.problems],
  };
  const { found, cards } = settleIds(reading, readers[notation](reading));
  return {
    path,
    title,
    tags: front.tags,
    cards,
    problems: problemsOf(reading, found),
    text,
    notation,
    pieces: piecesOf(reading, found),
  };
}
