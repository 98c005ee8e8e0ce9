import { wordsOf } from '../../lint/words.ts';
import type { Span } from '../../model/problem.ts';
import type { Passage, Source } from '../../model/source.ts';

/** A stretch of a document that a card could ask about: a passage, or a part of a long one. */
export interface Stretch {
  readonly passage: Passage;
  readonly span: Span;
  /** Its share of what the document says, 0–1: all stretches together are 1. */
  readonly weight: number;
}

/** A passage of more words is taken apart, into parts of about so many. */
const longPassage = 120;
const partWords = 75;
/** With fewer words that say something there is nothing to ask. */
const fewestStems = 4;

/** The stretches of a document's matter, in its order; headings and page furniture are none. */
export function stretchesOf({ passages, text }: Source): Stretch[] {
  const parts = passages
    .filter(({ kind, region }) => kind !== 'heading' && region === 'body')
    .flatMap((passage) => partsOf(text, passage.span).map((span) => ({ passage, span })))
    .map((part) => Object.assign(part, { stems: stemsOf(text, part.span) }))
    .filter(({ stems }) => stems.size >= fewestStems);
  const spread = new Map<string, number>();
  for (const { stems } of parts)
    for (const stem of stems) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  const weights = parts.map(({ stems, span }) => weightOf(stems, spread, text, span));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return parts.map(({ passage, span }, index) => ({
    passage,
    span,
    weight: all === 0 ? 0 : (weights[index] ?? 0) / all,
  }));
}

function stemsOf(text: string, { start, end }: Span): ReadonlySet<string> {
  const stems = wordsOf(text.slice(start, end)).map(({ stem }) => stem);
  return new Set(stems.filter((stem) => stem !== ''));
}

const reason = /\b(?:because|therefore|so that|which means|is called|refers to|defined as)\b/i;
const figure = /\d/;
/** What a word counts that stands nowhere else; one that two stretches share counts this and 1. */
const ownWord = 0.3;

/**
 * What the document keeps returning to weighs most: the words that a stretch shares with others, a long
 * stretch not more than its words are worth; a reason, a definition or a figure adds a fifth.
 */
function weightOf(
  stems: ReadonlySet<string>,
  spread: ReadonlyMap<string, number>,
  text: string,
  { start, end }: Span,
): number {
  let sum = 0;
  for (const stem of stems) sum += ownWord + Math.log2(spread.get(stem) ?? 1);
  const words = text.slice(start, end);
  const cue = reason.test(words) || figure.test(words) ? 1.2 : 1;
  return (sum / Math.sqrt(stems.size)) * cue;
}

/** A long passage in parts that end with a sentence where one ends nearby, else after a word. */
function partsOf(text: string, span: Span): Span[] {
  const words = [...text.slice(span.start, span.end).matchAll(/\S+/g)];
  if (words.length <= longPassage) return [span];
  const parts: Span[] = [];
  let { start } = span;
  let count = 0;
  for (const [index, { 0: word, index: at }] of words.entries()) {
    count += 1;
    const left = words.length - index - 1;
    const ends = /[.!?][)"'”’\]]*$/.test(word)
      ? count >= partWords * 0.8
      : count >= partWords * 1.4;
    if (!ends || left < partWords / 2) continue;
    const end = span.start + at + word.length;
    parts.push({ start, end });
    start = span.start + (words[index + 1]?.index ?? at + word.length);
    count = 0;
  }
  return [...parts, { start, end: span.end }];
}
