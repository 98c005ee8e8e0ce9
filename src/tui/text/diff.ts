import { graphemes, piece, type Line, type Piece, type Tone } from './piece.ts';

/** What was typed and what was right, above each other, with what differs marked in both. */
export interface TypedDiff {
  readonly typed: Line;
  readonly right: Line;
  /** Nothing differs but capitals and white space. */
  readonly same: boolean;
}

const longestCompared = 400;

/** Compares a typed answer with the right one; capitals, compatibility forms and white space do not count. */
export function diffTyped(typed: string, right: string): TypedDiff {
  const given = graphemes(tidy(typed)).slice(0, longestCompared);
  const wanted = graphemes(tidy(right)).slice(0, longestCompared);
  const common = commonIndexes(given.map(fold), wanted.map(fold));
  const inGiven = new Set(common.map(([index]) => index));
  const inWanted = new Set(common.map(([, index]) => index));
  return {
    typed: marked(given, inGiven, 'wrong'),
    right: marked(wanted, inWanted, 'missing'),
    same: inGiven.size === given.length && inWanted.size === wanted.length,
  };
}

function tidy(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}

function fold(grapheme: string): string {
  return grapheme.normalize('NFKC').toLowerCase();
}

/** The longest common subsequence, as pairs of indexes: the classic table, filled from the end. */
function commonIndexes(one: readonly string[], other: readonly string[]): [number, number][] {
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < one.length && j < other.length) {
    if (one[i] === other[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

function marked(letters: readonly string[], same: ReadonlySet<number>, tone: Tone): Line {
  const runs: { text: string; tone: Tone }[] = [];
  for (const [index, letter] of letters.entries()) {
    const look = same.has(index) ? 'plain' : tone;
    const last = runs.at(-1);
    if (last?.tone === look) last.text += letter;
    else runs.push({ text: letter, tone: look });
  }
  return runs.map(({ text, tone }): Piece => piece(text, tone));
}
