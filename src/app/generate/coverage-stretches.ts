import { wordsOf } from '../../lint/words.ts';
import { documentSpan } from '../../markdown/mapped-text.ts';
import type { Span } from '../../model/problem.ts';
import type { Passage, Source } from '../../model/source.ts';

/** A stretch of a document that a card could ask about: a passage, or a part of a long one. */
export interface Stretch {
  readonly passage: Passage;
  /** In the unchanged document. */
  readonly span: Span;
  /** Its words as a reader sees them, without marks and addresses of links. */
  readonly text: string;
  /** Its share of what the document says, 0–1: all stretches together are 1. */
  readonly weight: number;
}

/** A passage of more words is taken apart, into parts of about so many. */
const longPassage = 120;
const partWords = 75;
/** With fewer words that say something there is nothing to ask. */
const fewestStems = 4;

/** The stretches of a document's matter, in its order; headings and page furniture are none. */
export function stretchesOf({ passages }: Source): Stretch[] {
  const parts = passages
    .filter(({ kind, region }) => kind !== 'heading' && region === 'body')
    .flatMap((passage) => partsOf(passage).map(({ span, text }) => ({ passage, span, text })))
    .map((part) => Object.assign(part, { stems: stemsOf(part.text) }))
    .filter(({ stems }) => stems.size >= fewestStems);
  const spread = new Map<string, number>();
  for (const { stems } of parts)
    for (const stem of stems) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  const weights = parts.map(({ stems, text }) => weightOf(stems, spread, text));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return parts.map(({ passage, span, text }, index) => ({
    passage,
    span,
    text,
    weight: all === 0 ? 0 : (weights[index] ?? 0) / all,
  }));
}

function stemsOf(text: string): ReadonlySet<string> {
  const stems = wordsOf(text).map(({ stem }) => stem);
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
): number {
  let sum = 0;
  for (const stem of stems) sum += ownWord + Math.log2(spread.get(stem) ?? 1);
  const cue = reason.test(text) || figure.test(text) ? 1.2 : 1;
  return (sum / Math.sqrt(stems.size)) * cue;
}

/** A long passage in parts that end with a sentence where one ends nearby, else after a word. */
function partsOf(passage: Passage): Pick<Stretch, 'span' | 'text'>[] {
  const starts = partStarts(passage.text);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? passage.text.length;
    const inner = documentSpan(passage, { start, end });
    return {
      // What the text leaves out at the passage's ends, as a mark or a number, belongs to it too.
      span: {
        start: index === 0 ? passage.span.start : inner.start,
        end: index === starts.length - 1 ? passage.span.end : inner.end,
      },
      text: passage.text.slice(start, end).trim(),
    };
  });
}

function partStarts(text: string): number[] {
  const words = [...text.matchAll(/\S+/g)];
  if (words.length <= longPassage) return [0];
  const starts = [0];
  let count = 0;
  for (const [index, { 0: word }] of words.entries()) {
    count += 1;
    const next = words[index + 1];
    const left = words.length - index - 1;
    const ends = /[.!?][)"'”’\]]*$/.test(word)
      ? count >= partWords * 0.8
      : count >= partWords * 1.4;
    if (next === undefined || !ends || left < partWords / 2) continue;
    starts.push(next.index);
    count = 0;
  }
  return starts;
}
