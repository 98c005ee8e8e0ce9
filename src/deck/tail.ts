import type { SourceRef } from '../model/card.ts';
import type { Notation } from '../model/deck.ts';
import type { Fences } from './fences.ts';
import { fieldOf } from './field.ts';
import { isBlank, type Lines, lineText, placeAt } from './lines.ts';
import { markOf } from './marks.ts';
import { readSource } from './source-line.ts';

/** A card's last lines: sources, note, tags. */
export interface Tail {
  /** The line after the last one that belongs to the card's own text. */
  readonly bodyEnd: number;
  readonly sources: readonly SourceRef[];
  readonly note: string;
  readonly tags: readonly string[];
  /** Lines with words after the link that are no anchor. */
  readonly strays: readonly number[];
  /** A line right above the tail that looks like a part of it, and is text. */
  readonly missed: { readonly kind: 'source' | 'order'; readonly line: number } | undefined;
}

interface Part {
  readonly lines: Lines;
  readonly fences: Fences;
  readonly path: string;
  /** The line of the last field's mark: the tail begins after it. */
  readonly first: number;
}

const tagCharacters = String.raw`\p{L}\p{M}\p{N}_\-/:.+`;
const tag = `#[\\p{L}_][${tagCharacters}]*`;
const tagLine = new RegExp(`^${tag}(?:[ \\t]+${tag})*[ \\t\\r]*$`, 'u');

/** Characters that a tag cannot hold. */
export const notInTag = new RegExp(`[^${tagCharacters}]`, 'gu');

/** True for a line of `#tags` and nothing else. */
export function isTagLine(text: string): boolean {
  return text.startsWith('#') && tagLine.test(text);
}

/** The tags of a tag line, without `#`. */
function tagsOf(text: string): readonly string[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => word.slice(1));
}

function lastText({ lines, first }: Part, end: number): number {
  let line = end;
  while (line > first + 1 && isBlank(lines, line - 1)) line -= 1;
  return line;
}

function isSourceLine({ lines, fences }: Part, line: number): boolean {
  return (
    markOf(lines, line) === 'S' &&
    !fences.hides(line) &&
    readSource(lineText(lines, line).slice(2)) !== undefined
  );
}

function tagsFrom(part: Part, end: number): number {
  let from = end;
  for (;;) {
    const line = lastText(part, from) - 1;
    if (line <= part.first || part.fences.hides(line) || !isTagLine(lineText(part.lines, line)))
      return from;
    from = line;
  }
}

function sourcesFrom(part: Part, end: number): number {
  let from = end;
  for (;;) {
    const line = lastText(part, from) - 1;
    if (line <= part.first || !isSourceLine(part, line)) return from;
    from = line;
  }
}

/** The first `N:` line that only note text follows; sources above it end the search. */
function noteFrom(part: Part, end: number): number {
  let from = end;
  for (let line = end - 1; line > part.first; line -= 1) {
    if (isSourceLine(part, line)) break;
    if (markOf(part.lines, line) === 'N' && !part.fences.hides(line)) from = line;
  }
  return from;
}

/** An `S:` without a link, or a note or tags above the sources, is most likely a slip. */
function missedLine(part: Part, sourcesAt: number, noteAt: number): Tail['missed'] {
  const line = lastText(part, sourcesAt) - 1;
  if (line <= part.first || part.fences.hides(line)) return undefined;
  const mark = markOf(part.lines, line);
  if (mark === 'S') return { kind: 'source', line };
  const misplaced = mark === 'N' || isTagLine(lineText(part.lines, line));
  return misplaced && sourcesAt < noteAt ? { kind: 'order', line } : undefined;
}

function read(part: Part, sourcesAt: number, noteAt: number, tagsAt: number, end: number): Tail {
  const { lines, fences, path } = part;
  const sources: SourceRef[] = [];
  const strays: number[] = [];
  for (let line = sourcesAt; line < noteAt; line += 1) {
    const source = isBlank(lines, line) ? undefined : readSource(lineText(lines, line).slice(2));
    if (source === undefined) continue;
    const { label, target, anchor, stray } = source;
    if (stray !== undefined) strays.push(line);
    const place = placeAt(path, line);
    sources.push(
      anchor === undefined ? { label, target, place } : { label, target, anchor, place },
    );
  }
  const tags: string[] = [];
  for (let line = tagsAt; line < end; line += 1)
    if (!isBlank(lines, line)) tags.push(...tagsOf(lineText(lines, line)));
  const note = noteAt < tagsAt ? fieldOf(lines, fences, noteAt, tagsAt, 2).text : '';
  const missed = missedLine(part, sourcesAt, noteAt);
  return { bodyEnd: sourcesAt, sources, note, tags, strays, missed };
}

/**
 * Reads the last lines of a card: `S:` lines, then an `N:`, then tags. The note and the tags count only
 * beside an `S:` line or the comment, or in tenet's own notation; elsewhere they are text of the card.
 */
export function tailOf(part: Part, end: number, commented: boolean, notation: Notation): Tail {
  const last = lastText(part, end);
  const tagsAt = tagsFrom(part, last);
  const noteAt = noteFrom(part, tagsAt);
  const sourcesAt = sourcesFrom(part, noteAt);
  if (sourcesAt < noteAt || commented || notation === 'tenet')
    return read(part, sourcesAt, noteAt, tagsAt, last);
  return { bodyEnd: last, sources: [], note: '', tags: [], strays: [], missed: undefined };
}
