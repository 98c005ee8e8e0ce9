import type { Notation } from '../model/deck.ts';
import { deckFencesOf } from './fences.ts';
import { readFrontMatter } from './front-matter.ts';
import { type Lines, lineText, linesOf } from './lines.ts';
import { lineKindOf } from './marks.ts';

/** A peer's notation that a deck seems to be written in, and the first line that shows it. */
export interface Proposal {
  readonly notation: Extract<Notation, 'hashcards' | 'repeater'>;
  /** From 1. */
  readonly line: number;
  readonly why: string;
}

const rootPath = /\]\(\s*<?@\/[^)]/;

/** True for `question :: answer`: one `::` with words on both sides, outside code and tables. */
function isOneLiner(text: string): boolean {
  const [left = '', right = '', more] = text.split('::', 3);
  return more === undefined && /\w/.test(left) && /\w/.test(right) && !/[`|<>]/.test(text);
}

/** True where a stretch between two `$` holds a bracket and its partner. */
function hasBracketInMaths(text: string): boolean {
  return text
    .split('$')
    .slice(1, -1)
    .some((part, index) => {
      const open = index % 2 === 0 ? part.indexOf('[') : -1;
      return open !== -1 && part.indexOf(']', open) !== -1;
    });
}

/** hashcards counts media from the collection with `@/`, and finds deletions in maths. */
function hashcardsSign(text: string, inCloze: boolean): string | undefined {
  if (rootPath.test(text)) return 'a path that starts with "@/"';
  return inCloze && hasBracketInMaths(text) ? 'brackets inside maths' : undefined;
}

function scan(lines: Lines, from: number): Proposal | undefined {
  const fences = deckFencesOf(lines, from);
  let inside: 'card' | 'cloze' | undefined;
  for (let line = from; line < lines.count; line += 1) {
    if (fences.hides(line)) continue;
    const kind = lineKindOf(lines, line);
    if (kind === 'Q' || kind === 'T') inside = 'card';
    if (kind === 'C') inside = 'cloze';
    if (kind === 'heading' || kind === 'rule') inside = undefined;
    const text = lineText(lines, line);
    const sign = hashcardsSign(text, inside === 'cloze');
    if (sign !== undefined) return { notation: 'hashcards', line: line + 1, why: sign };
    if (inside === undefined && kind === 'text' && isOneLiner(text))
      return { notation: 'repeater', line: line + 1, why: 'a question and its answer round "::"' };
  }
  return undefined;
}

/** The notation that `check` proposes for a deck in the shared one; null where nothing asks for another. */
export function proposeNotation(text: string): Proposal | null {
  const lines = linesOf(text);
  const front = readFrontMatter(lines, '');
  if (front.notation !== undefined) return null;
  return scan(lines, front.end) ?? null;
}
