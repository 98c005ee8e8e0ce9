import { readHashcardsCloze } from './hashcards-cloze.ts';
import { endOf, lineText, placeAt, startOf } from './lines.ts';
import { type CardContent, makeCard } from './make-card.ts';
import { clozeOf } from './many-sided.ts';
import { enterTopic, type Heading, headingOf, markOf, type Topics, topicTexts } from './marks.ts';
import { complain, type Found, type Reading, report, type Rule } from './reading.ts';

type CardMark = 'Q' | 'C' | 'T';

interface OpenCard {
  readonly mark: CardMark;
  readonly first: number;
  readonly topics: readonly string[];
  readonly upper: string[];
  readonly lower: string[];
  /** The line of its `A:` or `D:`, -1 before it. */
  second: number;
  last: number;
  broken: boolean;
}

const lacking: Readonly<Record<CardMark, Rule>> = {
  Q: 'question-without-answer',
  T: 'term-without-definition',
  C: 'no-hole',
};

/** Reads decks as hashcards does: `#` lines are remarks wherever they stand, code fences hide nothing. */
class HashcardsReader {
  readonly #reading: Reading;
  #topics: Topics = [];
  readonly #found: Found[] = [];
  #open: OpenCard | undefined;
  /** Headings since the open card's last line: they come after it, unless it goes on. */
  #later: { line: number; heading: Heading }[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  read(): readonly Found[] {
    const { lines, from } = this.#reading;
    for (let line = from; line < lines.count; line += 1) this.#line(line);
    this.#finish();
    return this.#found;
  }

  #line(line: number): void {
    const { lines } = this.#reading;
    const text = lineText(lines, line);
    const mark = markOf(lines, line);
    if (mark === 'Q' || mark === 'C' || mark === 'T') this.#start(mark, line, text);
    else if (mark === 'A') this.#second('Q', line, text);
    else if (mark === 'D' && this.#open?.mark === 'T') this.#second('T', line, text);
    else if (text.trim() === '---') this.#separator(line);
    else if (text.trimStart().startsWith('#')) this.#remark(line);
    else this.#text(line, text);
  }

  #start(mark: CardMark, line: number, text: string): void {
    this.#finish();
    this.#open = {
      mark,
      first: line,
      topics: topicTexts(this.#topics, this.#reading.title),
      upper: [text.slice(2)],
      lower: [],
      second: -1,
      last: line,
      broken: false,
    };
  }

  #second(mark: 'Q' | 'T', line: number, text: string): void {
    const open = this.#open;
    const place = placeAt(this.#reading.path, line);
    if (open?.mark === mark && open.second === -1) {
      open.second = line;
      open.lower.push(text.slice(2));
      this.#goesOn(open, line);
      return;
    }
    const twice = mark === 'Q' ? 'answer-twice' : 'definition-twice';
    report(this.#reading, open?.mark === mark ? twice : 'answer-without-question', place);
    if (open === undefined) return;
    open.broken = true;
    this.#goesOn(open, line);
  }

  /** The card reaches to this line: headings before it stand inside the card. */
  #goesOn(open: OpenCard, line: number): void {
    open.last = line;
    this.#later = [];
  }

  #separator(line: number): void {
    const { lines } = this.#reading;
    this.#finish();
    this.#found.push({
      kind: 'rule',
      span: { start: startOf(lines, line), end: endOf(lines, line) },
    });
  }

  #remark(line: number): void {
    const heading = headingOf(this.#reading.lines, line);
    if (heading === undefined) return;
    this.#topics = enterTopic(this.#topics, heading);
    this.#later.push({ line, heading });
    if (this.#open === undefined) this.#placeHeadings();
  }

  #text(line: number, text: string): void {
    const open = this.#open;
    if (open === undefined) return;
    (open.second === -1 ? open.upper : open.lower).push(text);
    if (text.trim() !== '') this.#goesOn(open, line);
  }

  #placeHeadings(): void {
    const { lines } = this.#reading;
    for (const { line, heading } of this.#later) {
      const span = { start: startOf(lines, line), end: endOf(lines, line) };
      this.#found.push({ kind: 'heading', span, heading });
    }
    this.#later = [];
  }

  #finish(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open !== undefined) {
      const { lines } = this.#reading;
      const span = { start: startOf(lines, open.first), end: endOf(lines, open.last) };
      const content = this.#content(open);
      if (content === undefined) this.#found.push({ kind: 'broken', span });
      else {
        const { first: line, topics } = open;
        const plain = { sources: [], note: '', tags: [], comment: {}, commentLine: -1 };
        const card = makeCard(this.#reading, { content, ...plain, topics, line, span });
        this.#found.push({ kind: 'card', span, card });
      }
    }
    this.#placeHeadings();
  }

  #content(open: OpenCard): CardContent | undefined {
    if (open.broken) return undefined;
    const place = placeAt(this.#reading.path, open.first);
    const upper = open.upper.join('\n').trim();
    if (open.mark === 'C') return this.#cloze(upper, open);
    if (open.second === -1) {
      report(this.#reading, lacking[open.mark], place);
      return undefined;
    }
    const lower = open.lower.join('\n').trim();
    if (upper === '' || lower === '') {
      const complaint = {
        severity: 'error',
        message: 'a part of the card is empty',
        remedy: 'Write both parts after their marks or on the lines below them.',
      } as const;
      complain(this.#reading, 'part-empty', complaint, place);
      return undefined;
    }
    return open.mark === 'Q'
      ? { kind: 'basic', question: upper, answer: lower }
      : { kind: 'term', term: upper, definition: lower };
  }

  #cloze(written: string, open: OpenCard): CardContent | undefined {
    const place = placeAt(this.#reading.path, open.first);
    const { text, holes, empty, unpaired } = readHashcardsCloze(written);
    if (empty) report(this.#reading, 'hole-empty', place);
    if (unpaired) report(this.#reading, 'hole-unpaired', place);
    return clozeOf(this.#reading, text, holes, place);
  }
}

/** Finds the cards of a deck by hashcards' rules (eudoxia0/hashcards, src/parser.rs, July 2026). */
export function readHashcards(reading: Reading): readonly Found[] {
  return new HashcardsReader(reading).read();
}
