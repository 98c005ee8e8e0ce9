import { endOf, type Lines, lineText, startOf } from './lines.ts';

/** The letters that, with a colon at the start of a line, mark a part of a card. */
export type Mark = 'Q' | 'A' | 'C' | 'T' | 'D' | 'S' | 'N';

/** What a line outside code fences is, by its first characters. */
export type LineKind = Mark | 'heading' | 'rule' | 'comment' | 'text';

export interface Heading {
  readonly depth: number;
  /** Markdown, without the marks. */
  readonly text: string;
}

const colon = 58;
const marks: ReadonlySet<string> = new Set(['Q', 'A', 'C', 'T', 'D', 'S', 'N']);

function isMark(letter: string): letter is Mark {
  return marks.has(letter);
}

/** The mark that a line starts with, if any: the letter in the first column, a colon after it. */
export function markOf(lines: Lines, line: number): Mark | undefined {
  const start = startOf(lines, line);
  if (lines.text.charCodeAt(start + 1) !== colon) return undefined;
  const letter = lines.text[start] ?? '';
  return isMark(letter) ? letter : undefined;
}

/** Classifies a line by its first characters; the caller knows whether a fence hides it. */
export function lineKindOf(lines: Lines, line: number): LineKind {
  const mark = markOf(lines, line);
  if (mark !== undefined) return mark;
  const { text } = lines;
  const start = startOf(lines, line);
  let at = start;
  while (at < start + 3 && text[at] === ' ') at += 1;
  switch (text[at]) {
    case '#':
      return headingOf(lines, line) === undefined ? 'text' : 'heading';
    case '-':
      return isRule(text, at, endOf(lines, line)) ? 'rule' : 'text';
    case '<':
      return text.startsWith('<!--', at) ? 'comment' : 'text';
    default:
      return 'text';
  }
}

function isRule(text: string, at: number, end: number): boolean {
  return text.startsWith('---', at) && text.slice(at + 3, end).trim() === '';
}

const atxHeading = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
/** Closing marks count only after a space, or where they are all there is. */
const closingMarks = /(?:^|[ \t])#+$/;

/** The ATX heading that a line is, if it is one. */
export function headingOf(lines: Lines, line: number): Heading | undefined {
  const found = atxHeading.exec(lineText(lines, line).trimEnd());
  if (found === null) return undefined;
  const text = (found[2] ?? '').trim();
  return { depth: found[1]?.length ?? 1, text: text.replace(closingMarks, '').trim() };
}

/** The headings above a point of a deck, outermost first. */
export type Topics = readonly Heading[];

/** The headings above what follows a heading: it closes those of its depth and deeper. */
export function enterTopic(open: Topics, heading: Heading): Topics {
  return [...open.filter(({ depth }) => depth < heading.depth), heading];
}

/** The texts of the headings; a topmost one that only repeats the deck's title is left out. */
export function topicTexts(open: Topics, title: string): readonly string[] {
  const texts = open.map(({ text }) => text).filter((text) => text !== '');
  return texts[0] === title ? texts.slice(1) : texts;
}
