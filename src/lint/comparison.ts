import { baseOf, isComparative, oppositesOf } from './antonyms.ts';
import { hasNegation } from './negation.ts';
import type { ReadText } from './read-text.ts';
import { stemOf, type Word } from './words.ts';

/** "Evaluation is easier than generation": what is compared by what, and in which order. */
interface Comparison {
  /** The stem of the quality; `prefer` for a choice. */
  readonly quality: string;
  /** Less of it, not more. */
  readonly reversed: boolean;
  readonly more: ReadonlySet<string>;
  readonly less: ReadonlySet<string>;
  readonly text: string;
  /** "Not harder than" may mean as hard, and says no order. */
  readonly denied: boolean;
}

/** Content words on each side of a comparison that belong to it. */
const reach = 8;

/** Where a card compares two things the other way round than the passage does: its words; else undefined. */
export function reversedComparison(claim: ReadText, near: ReadText): string | undefined {
  const own = comparisonsOf(claim).filter(({ denied }) => !denied);
  if (own.length === 0) return undefined;
  const theirs = comparisonsOf(near);
  for (const one of own) {
    const same = theirs.filter((other) => sameQuality(one, other));
    const scores = same.map((other) => direction(one, other));
    if (scores.some((score) => score > 0)) continue;
    if (scores.some((score) => score < 0)) return one.text;
  }
  return undefined;
}

function comparisonsOf(text: ReadText): Comparison[] {
  const { words } = text;
  return words.flatMap((word, at) => {
    if (word.text === 'than') return comparisonAt(text, at) ?? [];
    if (word.text.startsWith('prefer')) return preferenceAt(text, at) ?? [];
    return [];
  });
}

function comparisonAt({ text, words }: ReadText, than: number): Comparison | undefined {
  if (/^\d/.test(words[than + 1]?.text ?? '')) return undefined;
  const from = Math.max(0, than - 14);
  const before = words.slice(from, than);
  const place = before.findLastIndex(
    ({ text: word }, index) =>
      isComparative(word) && !(word === 'more' && /^\d/.test(before[index + 1]?.text ?? '')),
  );
  if (place === -1) return undefined;
  const mark = before[place];
  if (mark === undefined) return undefined;
  const plain = /^(?:more|less|fewer)$/.test(mark.text);
  const next = before[place + 1];
  const quality = plain ? qualityOf(before, place, next) : baseOf(mark.text);
  if (quality === '') return undefined;
  const left = [...clauseBefore(text, words, from + place), ...before.slice(place + 1)];
  const right = clauseAfter(text, words, than + 1);
  return {
    quality,
    reversed: /^(?:less|fewer)$/.test(mark.text),
    denied: hasNegation(before.slice(Math.max(0, place - 3), place)),
    more: stemsOf(left, quality),
    less: stemsOf(right, quality),
    text: text.slice(mark.start, words[than]?.end),
  };
}

/** What there is more or less of: the word behind it, else the last one before that says something. */
function qualityOf(before: readonly Word[], place: number, next: Word | undefined): string {
  if (next !== undefined && next.stem !== '') return next.stem;
  return before.slice(0, place).findLast(({ stem }) => stem !== '')?.stem ?? '';
}

function preferenceAt({ text, words }: ReadText, at: number): Comparison | undefined {
  const to = words.findIndex(
    ({ text: word }, index) => index > at && index < at + 9 && /^(?:over|to)$/.test(word),
  );
  if (to === -1) return undefined;
  const passive = to === at + 1;
  const more = passive ? clauseBefore(text, words, at) : words.slice(at + 1, to);
  return {
    quality: 'prefer',
    reversed: false,
    denied: false,
    more: stemsOf(more, 'prefer'),
    less: stemsOf(clauseAfter(text, words, to + 1), 'prefer'),
    text: text.slice(words[at]?.start, words[to]?.end),
  };
}

const ends = /[.,;:!?\n—–]|\s{2}/;

function clauseBefore(text: string, words: readonly Word[], at: number): Word[] {
  const found: Word[] = [];
  for (let index = at - 1; index >= 0 && found.length < reach; index -= 1) {
    const word = words[index];
    if (word === undefined || ends.test(text.slice(word.end, words[index + 1]?.start))) break;
    if (word.stem !== '') found.push(word);
  }
  return found;
}

function clauseAfter(text: string, words: readonly Word[], at: number): Word[] {
  const found: Word[] = [];
  for (let index = at; index < words.length && found.length < reach; index += 1) {
    const word = words[index];
    if (
      word === undefined ||
      (index > at && ends.test(text.slice(words[index - 1]?.end, word.start)))
    )
      break;
    if (word.stem !== '') found.push(word);
  }
  return found;
}

function stemsOf(words: readonly Word[], quality: string): Set<string> {
  return new Set(
    words.flatMap(({ stem, text }) =>
      stem === '' || stem === quality || baseOf(text) === quality ? [] : [stem],
    ),
  );
}

function sameQuality(one: Comparison, other: Comparison): boolean {
  return one.quality === other.quality || oppositesOf(one.quality).has(other.quality);
}

/** Above 0 where both compare in the same order, below where in opposite ones, 0 where it cannot be told. */
function direction(one: Comparison, other: Comparison): number {
  const turned = oppositesOf(one.quality).has(other.quality);
  const sign = (one.reversed !== other.reversed) !== turned ? -1 : 1;
  const [a, b] = apart(one.more, one.less);
  const [c, d] = apart(other.more, other.less);
  const straight = [shared(a, c), shared(b, d)] as const;
  const crossed = [shared(a, d), shared(b, c)] as const;
  // One side alone can agree by chance; to say that the order is another one, both must.
  const [first, second] = sign > 0 ? crossed : straight;
  const surely = second > 0 && (first > 0 || one.more.size === 0);
  const score = sign * (straight[0] + straight[1] - crossed[0] - crossed[1]);
  return score < 0 && !surely ? 0 : score;
}

/** Two sides without the words that both have. */
function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): [string[], string[]] {
  return [[...a].filter((stem) => !b.has(stem)), [...b].filter((stem) => !a.has(stem))];
}

function shared(a: readonly string[], b: readonly string[]): number {
  return a.filter((stem) => b.some((other) => other === stem || nearlySame(stem, other))).length;
}

/** Forms that stemming leaves apart: `know` and `known`. */
function nearlySame(a: string, b: string): boolean {
  return (
    Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a)) && stemOf(a) !== ''
  );
}
