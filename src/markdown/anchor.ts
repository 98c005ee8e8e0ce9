import type { Span } from '../model/problem.ts';
import { foldText, type FoldedText } from './fold.ts';

/** An anchor is at most this long, so that it points at a place and never stands for the text. */
export const mostAnchorWords = 8;
const fewestAnchorWords = 3;
const longestAnchor = 200;
/** A passage that says nothing of its own in its first words has no anchor. */
const farthestWord = 60;

/** Where an anchor occurs in a document, whole words only, as offsets into the unchanged text. */
export function findAnchor(document: FoldedText, anchor: string, within?: Span): Span[] {
  const wanted = foldText(anchor).text.trim();
  if (wanted === '') return [];
  const found: Span[] = [];
  const { text } = document;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const place = placeOf(document, at, wanted.length);
    if (!isWhole(text, at, at + wanted.length)) continue;
    if (within === undefined || (place.start >= within.start && place.end <= within.end))
      found.push(place);
  }
  return found;
}

function placeOf({ offsets }: FoldedText, at: number, length: number): Span {
  return { start: offsets[at] ?? 0, end: (offsets[at + length - 1] ?? 0) + 1 };
}

const letter = /[\p{L}\p{N}]/u;

function isWhole(text: string, start: number, end: number): boolean {
  const joinedBefore = letter.test(text.charAt(start)) && letter.test(text.charAt(start - 1));
  const joinedAfter = letter.test(text.charAt(end - 1)) && letter.test(text.charAt(end));
  return !joinedBefore && !joinedAfter;
}

/** Chooses anchors in one document; built once, since it indexes where the document's words stand. */
export interface AnchorFinder {
  /**
   * The first few words of a passage, eight at most, that occur in the document (or in a section of
   * it) exactly once; undefined where no words of the passage do.
   */
  choose(passage: string, within?: Span): string | undefined;
}

/** Time for building is linear in the document; for an anchor, in the passage and its rare words. */
export function createAnchorFinder(documentText: string): AnchorFinder {
  const document = foldText(documentText);
  const places = wordPlaces(document.text);
  return {
    choose: (passage, within) => {
      for (const words of candidates(passage))
        if (occursOnce(words, { document, places }, within)) return words;
      return undefined;
    },
  };
}

type WordPlaces = ReadonlyMap<string, readonly number[]>;

const word = /[\p{L}\p{N}]+/gu;

function wordPlaces(text: string): WordPlaces {
  const places = new Map<string, number[]>();
  for (const { 0: found, index } of text.matchAll(word)) {
    const known = places.get(found);
    if (known === undefined) places.set(found, [index]);
    else known.push(index);
  }
  return places;
}

/** A word that occurs more often is no way to find a place; an anchor of such words is passed over. */
const mostPlaces = 2000;

function occursOnce(
  anchor: string,
  { document, places }: { document: FoldedText; places: WordPlaces },
  within: Span | undefined,
): boolean {
  const wanted = foldText(anchor).text.trim();
  let rarest: { at: number; places: readonly number[] } | undefined;
  for (const { 0: found, index } of wanted.matchAll(word)) {
    const known = places.get(found) ?? [];
    if (rarest === undefined || known.length < rarest.places.length)
      rarest = { at: index, places: known };
  }
  if (rarest === undefined || rarest.places.length > mostPlaces) return false;
  let count = 0;
  for (const place of rarest.places) {
    if (!stands(wanted, place - rarest.at, document, within)) continue;
    count += 1;
    if (count > 1) return false;
  }
  return count === 1;
}

/** Whether the words stand at that place of the folded document, as whole words and in the section. */
function stands(
  wanted: string,
  start: number,
  document: FoldedText,
  within: Span | undefined,
): boolean {
  if (!document.text.startsWith(wanted, start)) return false;
  if (!isWhole(document.text, start, start + wanted.length)) return false;
  const place = placeOf(document, start, wanted.length);
  return within === undefined || (place.start >= within.start && place.end <= within.end);
}

/** Runs of words, the longest first, from the passage's start on; none that a `"` would end early. */
function* candidates(passage: string): Generator<string> {
  const words = passage.trim().split(/\s+/);
  const longest = Math.min(mostAnchorWords, words.length);
  const lengths = new Set([longest, 6, 4, fewestAnchorWords].filter((each) => each <= longest));
  for (const length of lengths)
    for (let start = 0; start + length <= Math.min(words.length, farthestWord); start += 1) {
      const anchor = trimmed(words.slice(start, start + length));
      if (letter.test(anchor) && !anchor.includes('"')) yield anchor;
    }
}

/** Without the marks around it. */
function trimmed(words: readonly string[]): string {
  const text = words.join(' ');
  if (text.length > longestAnchor) return '';
  return text.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}%]+$/u, '');
}
