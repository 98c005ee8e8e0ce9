import { endOf, type Lines, startOf } from './lines.ts';

/** Which lines stand in (or are) a closed code fence, and where a fence opens that never closes. */
export interface Fences {
  hides(line: number): boolean;
  readonly open: readonly number[];
}

interface Fence {
  readonly line: number;
  readonly character: string;
  readonly length: number;
  /** Nothing follows the marks: it can close a fence. */
  readonly bare: boolean;
}

const noFences: Fences = { hides: () => false, open: [] };

function fenceAt(lines: Lines, line: number): Fence | undefined {
  const { text } = lines;
  const end = endOf(lines, line);
  let at = startOf(lines, line);
  for (let indent = 0; indent < 3 && text[at] === ' '; indent += 1) at += 1;
  const character = text[at];
  if (character !== '`' && character !== '~') return undefined;
  const from = at;
  while (at < end && text[at] === character) at += 1;
  const length = at - from;
  if (length < 3) return undefined;
  const rest = text.slice(at, end).trim();
  if (character === '`' && rest.includes('`')) return undefined;
  return { line, character, length, bare: rest === '' };
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

/**
 * Finds the code fences of a text, as CommonMark pairs them, in linear time. A fence that never closes
 * hides nothing: a forgotten mark must not swallow the rest of a deck.
 */
export function fencesOf(lines: Lines, from: number): Fences {
  if (!lines.text.includes('```') && !lines.text.includes('~~~')) return noFences;
  const fences: Fence[] = [];
  for (let line = from; line < lines.count; line += 1) {
    const fence = fenceAt(lines, line);
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
    for (let line = opener.line; line <= last; line += 1) hidden.add(line);
  }
  return { hides: (line) => hidden.has(line), open };
}

function closes(fence: Fence | undefined, opener: Fence): boolean {
  if (fence === undefined) return true;
  return fence.bare && fence.character === opener.character && fence.length >= opener.length;
}
