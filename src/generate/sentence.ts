import type { Span } from '../model/problem.ts';
import type { Passage } from '../model/source.ts';

/** A sentence of a passage: its words, and where they stand in the passage's text. */
export interface Sentence extends Span {
  readonly text: string;
}

const end = /[.!?…]+["”’')\]]*(?=\s|$)/g;
const abbreviation =
  /(?:^|[\s("“])(?:e\.g|i\.e|etc|cf|vs|al|ca|approx|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|Fig|Figs|Eq|No|Nos|Vol|Ch|Sec|pp?|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.$/u;

/** The sentences of a passage, in order; what ends without a full stop is one too. */
export function sentencesOf(passage: Pick<Passage, 'text' | 'marks'>): Sentence[] {
  const { text, marks } = passage;
  const sentences: Sentence[] = [];
  let start = 0;
  const code = marks.filter((mark) => mark.kind === 'code' || mark.kind === 'math');
  let next = 0;
  for (const found of text.matchAll(end)) {
    const at = found.index + found[0].length;
    while (next < code.length && (code[next]?.end ?? 0) <= found.index) next += 1;
    if ((code[next]?.start ?? Infinity) <= found.index) continue;
    if (!endsHere(text, found.index, at)) continue;
    sentences.push(sentence(text, start, at));
    start = at;
    while (text[start] === ' ') start += 1;
  }
  if (start < text.length) sentences.push(sentence(text, start, text.length));
  return sentences;
}

function sentence(text: string, start: number, stop: number): Sentence {
  return { start, end: stop, text: text.slice(start, stop) };
}

/** A capital, a digit or an opening mark follows, and what stands before is no abbreviation. */
function endsHere(text: string, mark: number, after: number): boolean {
  if (after >= text.length) return true;
  if (!/^\s["“‘'([]*[\p{Lu}\p{N}]/u.test(text.slice(after, after + 6))) return false;
  if (text.charAt(mark) !== '.') return true;
  return !abbreviation.test(text.slice(Math.max(0, mark - 12), mark + 1));
}
