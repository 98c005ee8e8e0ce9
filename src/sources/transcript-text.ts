import { type MappedText, mapSlice, TextCollector } from '../markdown/mapped-text.ts';
import type { Span } from '../model/problem.ts';

/** Text that a transcript without punctuation has lost, and where it stood. */
interface Loss {
  readonly at: number;
  readonly text: string;
}

/**
 * A stretch of a transcript that has lost its punctuation, with what can be given back: a doubled space
 * was a dash, `gpt-35` a version with a point, `80000` a number with a comma, `openaicom/careers` an
 * address with a point. Must see the spaces before they are folded.
 */
export function unpunctuatedText(document: string, span: Span): MappedText {
  const losses = lossesIn(document.slice(span.start, span.end));
  if (losses.length === 0) return mapSlice(document, span);
  const collector = new TextCollector();
  let at = span.start;
  for (const loss of losses) {
    const place = span.start + loss.at;
    collector.addSlice(document, { start: at, end: place });
    for (const unit of loss.text) collector.add(unit, place);
    at = place;
  }
  collector.addSlice(document, { start: at, end: span.end });
  return collector.finish(span.start);
}

const lost =
  /(?<=[^\s.?!:;,] ) (?=[^\s])|(?<=\b\p{L}{2,6}-\d)(?=\d\b)|(?<=(?<![\p{L}\d.,-])\d{2,3})(?=\d{3}(?![\p{L}\d.,-]))|(?=(?:com|org)\/\p{L})(?<=(?<![\p{L}\d.-])(?!(?:tele|sit|inter|dot|rom)com\/|cyborg\/)[\p{L}\d-]{2,40})/gu;

function lossesIn(text: string): Loss[] {
  return [...text.matchAll(lost)].map(({ 0: found, index }) => ({
    at: index,
    text: found === ' ' ? '—' : isPoint(text, index) ? '.' : ',',
  }));
}

/** A version has its point behind `-3`, an address before `com`; a number of thousands has a comma. */
function isPoint(text: string, at: number): boolean {
  return text.charAt(at - 2) === '-' || /\p{L}/u.test(text.charAt(at));
}

/**
 * Whether a text was written down without the ends of its sentences: fewer than one in two hundred words
 * has one.
 */
export function isUnpunctuated(text: string): boolean {
  const part = text.slice(0, 200_000);
  const words = part.match(/\S+/g)?.length ?? 0;
  const ends = part.match(/[.?!]["”’)]*(?=\s|$)/g)?.length ?? 0;
  return words > 40 && ends * 200 < words;
}
