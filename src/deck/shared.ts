import { type CardBlock, cardOf } from './shared-card.ts';
import { type CardComment, readComment } from './comment.ts';
import { endOf, isBlank, lineText, placeAt, startOf } from './lines.ts';
import { enterTopic, headingOf, lineKindOf, type Topics, topicTexts } from './marks.ts';
import { complain, type Found, quote, type Reading, report } from './reading.ts';

interface OpenCard {
  readonly mark: 'Q' | 'C' | 'T';
  readonly first: number;
  /** The line of its `A:` or `D:`, -1 before it. */
  second: number;
  /** A problem that makes it unaskable was reported. */
  broken: boolean;
}

/** Reads the notation that hashcards and repeater share, with tenet's optional lines. */
class SharedReader {
  readonly #reading: Reading;
  #headings: Topics = [];
  /** The texts of the headings above the line that is read. */
  #topics: readonly string[] = [];
  readonly #found: Found[] = [];
  #open: OpenCard | undefined;
  /** The last line of the open card that is not blank. */
  #last = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  read(): readonly Found[] {
    const { lines, fences, from } = this.#reading;
    for (let line = from; line < lines.count; line += 1) {
      if (!fences.hides(line)) this.#line(line);
      if (this.#open !== undefined && !isBlank(lines, line)) this.#last = line;
    }
    this.#finish({}, -1);
    return this.#found;
  }

  #line(line: number): void {
    const kind = lineKindOf(this.#reading.lines, line);
    switch (kind) {
      case 'Q':
      case 'C':
        this.#start(kind, line);
        break;
      case 'T':
        if (this.#definitionFollows(line)) this.#start(kind, line);
        break;
      case 'A':
        this.#answer(line);
        break;
      case 'D':
        this.#definition(line);
        break;
      case 'heading':
      case 'rule':
        this.#boundary(kind, line);
        break;
      case 'comment':
        this.#comment(line);
        break;
      default:
        break;
    }
  }

  #start(mark: OpenCard['mark'], line: number): void {
    this.#finish({}, -1);
    this.#open = { mark, first: line, second: -1, broken: false };
  }

  /** `T:` starts a card only where a `D:` stands between it and whatever would end the card. */
  #definitionFollows(term: number): boolean {
    const { lines, fences } = this.#reading;
    for (let line = term + 1; line < lines.count; line += 1) {
      if (fences.hides(line)) continue;
      const kind = lineKindOf(lines, line);
      if (kind === 'D') return true;
      if (kind === 'Q' || kind === 'C' || kind === 'T' || kind === 'heading' || kind === 'rule')
        return false;
      if (kind === 'comment' && readComment(lineText(lines, line)).kind === 'card') return false;
    }
    return false;
  }

  #answer(line: number): void {
    const open = this.#open;
    const place = placeAt(this.#reading.path, line);
    if (open?.mark === 'Q' && open.second === -1) open.second = line;
    else if (open?.mark === 'Q')
      this.#break(open, () => report(this.#reading, 'answer-twice', place));
    else {
      report(this.#reading, 'answer-without-question', place);
      if (open !== undefined) open.broken = true;
    }
  }

  #definition(line: number): void {
    const open = this.#open;
    if (open?.mark !== 'T') return;
    const place = placeAt(this.#reading.path, line);
    if (open.second === -1) open.second = line;
    else this.#break(open, () => report(this.#reading, 'definition-twice', place));
  }

  #break(open: OpenCard, complaint: () => void): void {
    complaint();
    open.broken = true;
  }

  #boundary(kind: 'heading' | 'rule', line: number): void {
    const { lines } = this.#reading;
    this.#finish({}, -1);
    const span = { start: startOf(lines, line), end: endOf(lines, line) };
    const heading = kind === 'heading' ? headingOf(lines, line) : undefined;
    if (heading === undefined) this.#found.push({ kind: 'rule', span });
    else {
      this.#headings = enterTopic(this.#headings, heading);
      this.#topics = topicTexts(this.#headings, this.#reading.title);
      this.#found.push({ kind: 'heading', span, heading });
    }
  }

  #comment(line: number): void {
    const { lines, path } = this.#reading;
    const reading = readComment(lineText(lines, line));
    if (reading.kind === 'remark') return;
    const place = placeAt(path, line);
    if (reading.kind === 'mixed') {
      const complaint = {
        severity: 'warning',
        message: `the comment is not read as the card's: it does not know ${quote(reading.unknown)}`,
        remedy: 'Use only id, guid, list, type and off, separated by ";".',
      } as const;
      complain(this.#reading, 'comment-keys', complaint, place);
    } else if (this.#open === undefined) report(this.#reading, 'comment-alone', place);
    else this.#finish(reading.comment, line);
  }

  #finish(comment: CardComment, commentLine: number): void {
    const open = this.#open;
    if (open === undefined) return;
    this.#open = undefined;
    const { lines, path } = this.#reading;
    const last = commentLine === -1 ? this.#last : commentLine;
    const span = { start: startOf(lines, open.first), end: endOf(lines, last) };
    if (open.second === -1 && open.mark === 'Q' && !open.broken) {
      report(this.#reading, 'question-without-answer', placeAt(path, open.first));
      open.broken = true;
    }
    const end = commentLine === -1 ? last + 1 : commentLine;
    const block: CardBlock = { ...open, end, comment, commentLine, span };
    const card = open.broken ? undefined : cardOf(this.#reading, block, this.#topics);
    this.#found.push(card === undefined ? { kind: 'broken', span } : { kind: 'card', span, card });
  }
}

/** Finds the cards, headings and rules of a deck in the shared notation or tenet's own. */
export function readShared(reading: Reading): readonly Found[] {
  for (const line of reading.fences.open)
    report(reading, 'fence-open', placeAt(reading.path, line));
  return new SharedReader(reading).read();
}
