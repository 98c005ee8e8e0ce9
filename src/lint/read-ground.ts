import type { Passage, Source } from '../model/source.ts';
import type { Ground } from './card.ts';
import { sentencesOf } from './plain.ts';
import { ReadText } from './read-text.ts';
import { wordsOf } from './words.ts';

/** A document as the rules ask about it. */
export interface ReadDocument {
  readonly source: Source;
  /** Every word of it, small. */
  readonly vocabulary: ReadonlySet<string>;
  /** Who has a turn in it, as named. */
  readonly speakers: readonly string[];
  /** By index of the passages. */
  readonly windows: Map<number, ReadText>;
  /** By the start of the anchor: cards of one passage often share it. */
  readonly nears: Map<number, ReadText>;
}

/** A passage that a card rests on, with what stands around it. */
export interface ReadGround {
  readonly ground: Ground;
  readonly document: ReadDocument;
  /** Undefined where the card names only the document, or words that are not there. */
  readonly at?: PassagePlace;
}

/** A place in a passage. */
export interface PassagePlace {
  readonly index: number;
  readonly passage: Passage;
  /** Where the anchor starts in the passage's text, about. */
  readonly offset: number;
  /** The passage with its neighbours of the same turn or section, up to some 3,000 characters. */
  readonly window: ReadText;
  /** The sentence of the anchor with those around it; without full stops some 90 words. */
  readonly near: ReadText;
}

export function readDocument(source: Source): ReadDocument {
  const speakers = new Set(
    source.passages.flatMap(({ speaker, readBy }) =>
      readBy === undefined && speaker !== undefined ? [speaker] : [],
    ),
  );
  return {
    source,
    vocabulary: new Set(wordsOf(source.text).map(({ text }) => text)),
    speakers: [...speakers],
    windows: new Map(),
    nears: new Map(),
  };
}

/** Finds the passage in which a ground's anchor stands. Passages are in document order. */
export function readGround(ground: Ground, document: ReadDocument): ReadGround {
  const { place } = ground;
  if (place === undefined) return { ground, document };
  const index = passageAt(ground.source.passages, place.start);
  const passage = ground.source.passages[index];
  if (passage === undefined) return { ground, document };
  const offset = offsetIn(passage, place.start);
  const window = windowAt(document, index, offset);
  const near = nearAt(document, place.start, () => nearOf(passage.text, offset));
  return { ground, document, at: { index, passage, offset, window, near } };
}

/** The last passage that starts at or before an offset. */
function passageAt(passages: readonly Passage[], offset: number): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function offsetIn({ steps, text }: Passage, documentOffset: number): number {
  const step = steps.findLast(({ document }) => document <= documentOffset) ?? steps[0];
  if (step === undefined) return 0;
  return Math.min(text.length, Math.max(0, step.text + documentOffset - step.document));
}

const reach = 1200;
/** A passage of more is looked at only around the anchor. */
const longestPassage = 20_000;

function windowAt(document: ReadDocument, index: number, offset: number): ReadText {
  const { text } = document.source.passages[index] ?? { text: '' };
  if (text.length > longestPassage)
    return new ReadText(
      text.slice(Math.max(0, offset - longestPassage / 2), offset + longestPassage / 2),
    );
  const known = document.windows.get(index);
  if (known !== undefined) return known;
  const window = new ReadText(windowOf(document.source, index));
  document.windows.set(index, window);
  return window;
}

function windowOf({ passages }: Source, index: number): string {
  const own = passages[index];
  if (own === undefined) return '';
  const before: string[] = [];
  const after: string[] = [];
  for (let at = index - 1, left = reach; at >= 0 && left > 0; at -= 1) {
    const other = passages[at];
    if (other === undefined || !belongs(other, own)) break;
    before.unshift(other.text.slice(-left));
    left -= other.text.length;
  }
  for (let at = index + 1, left = reach; left > 0; at += 1) {
    const other = passages[at];
    if (other === undefined || !belongs(other, own)) break;
    after.push(other.text.slice(0, left));
    left -= other.text.length;
  }
  return [...own.headings, ...before, own.text, ...after].join('\n');
}

function belongs(other: Passage, own: Passage): boolean {
  if (own.kind === 'quote') return false;
  if (other.region !== own.region || other.kind === 'heading') return false;
  if (own.speaker !== undefined || other.speaker !== undefined)
    return own.speaker === other.speaker;
  return other.headings.at(-1) === own.headings.at(-1);
}

function nearAt({ nears }: ReadDocument, start: number, text: () => string): ReadText {
  const known = nears.get(start);
  if (known !== undefined) return known;
  const near = new ReadText(text());
  nears.set(start, near);
  return near;
}

/** Characters on each side of an anchor that belong to what it says where nothing ends a sentence. */
const spokenReach = 260;

function nearOf(text: string, offset: number): string {
  const around = text.slice(Math.max(0, offset - 1500), offset + 1500);
  const sentences = sentencesOf(around);
  const words = around.length / 6;
  // Speech that was written down without marks is one sentence from end to end.
  if (sentences.length * 60 < words) {
    return text.slice(Math.max(0, offset - spokenReach), offset + spokenReach);
  }
  const within = Math.min(offset, 1500);
  let at = 0;
  const index = sentences.findIndex((sentence) => (at += sentence.length + 1) > within);
  return sentences.slice(Math.max(0, index - 1), index + 2).join(' ');
}
