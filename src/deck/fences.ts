import { endOf, type Lines, startOf } from './lines.ts';
import { markOf } from './marks.ts';

/** Which lines stand in (or are) a closed code fence, and where a fence opens that never closes. */
export interface Fences {
  hides(line: number): boolean;
  readonly open: readonly number[];
}

interface Fence {
  readonly line: number;
  readonly character: string;
  readonly length: number;
  /** Nothing else stands on the line: it can close a fence. */
  readonly bare: boolean;
  /** It opens right after a card's mark, which still counts. */
  readonly marked: boolean;
}

const noFences: Fences = { hides: () => false, open: [] };

function fenceAt(lines: Lines, line: number, inDeck: boolean): Fence | undefined {
  const { text } = lines;
  const end = endOf(lines, line);
  const marked = inDeck && markOf(lines, line) !== undefined;
  let at = startOf(lines, line) + (marked ? 2 : 0);
  if (marked) while (at < end && text[at] === ' ') at += 1;
  for (let indent = 0; indent < 3 && text[at] === ' '; indent += 1) at += 1;
  const character = text[at];
  if (character !== '`' && character !== '~') return undefined;
  const from = at;
  while (at < end && text[at] === character) at += 1;
  const length = at - from;
  if (length < 3) return undefined;
  const rest = text.slice(at, end).trim();
  if (character === '`' && rest.includes('`')) return undefined;
  return { line, character, length, bare: rest === '' && !marked, marked };
}

/** For each fence, how long the longest later fence is that could close one of its character. */
function longestCloserAfter(fences: readonly Fence[]): readonly number[] {
  const longest = { '`': 0, '~': 0 } as Record<string, number>;
  const after = Array.from<number>({ length: fences.length });
  for (let index = fences.length - 1; index >= 0; index -= 1) {
    const fence = fences[index];
    if (fence === undefined) continue;
    const known = longest[fence.character] ?? 0;
    after[index] = known;
    if (fence.bare) longest[fence.character] = Math.max(known, fence.length);
  }
  return after;
}

/** The fences of one part of a card, as CommonMark pairs them; one that never closes hides nothing. */
export function fencesOf(lines: Lines): Fences {
  return pairFences(lines, 0, false);
}

/**
 * The fences of a deck from one line on. A fence that never closes hides nothing here either: a forgotten
 * line of backticks must not swallow the cards below it. A fence may open right after a card's mark.
 */
export function deckFencesOf(lines: Lines, from: number): Fences {
  return pairFences(lines, from, true);
}

/** Takes linear time, however many fences stay open. */
function pairFences(lines: Lines, from: number, inDeck: boolean): Fences {
  if (!lines.text.includes('```') && !lines.text.includes('~~~')) return noFences;
  const fences: Fence[] = [];
  for (let line = from; line < lines.count; line += 1) {
    const fence = fenceAt(lines, line, inDeck);
    if (fence !== undefined) fences.push(fence);
  }
  const closers = longestCloserAfter(fences);
  const hidden = new Set<number>();
  const open: number[] = [];
  for (let index = 0; index < fences.length; index += 1) {
    const opener = fences[index];
    if (opener === undefined) continue;
    if ((closers[index] ?? 0) < opener.length) {
      open.push(opener.line);
      continue;
    }
    do index += 1;
    while (!closes(fences[index], opener));
    const last = fences[index]?.line ?? opener.line;
    const first = opener.marked ? opener.line + 1 : opener.line;
    for (let line = first; line <= last; line += 1) hidden.add(line);
  }
  return { hides: (line) => hidden.has(line), open };
}

function closes(fence: Fence | undefined, opener: Fence): boolean {
  if (fence === undefined) return true;
  return fence.bare && fence.character === opener.character && fence.length >= opener.length;
}
