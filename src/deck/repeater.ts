import type { Hole } from '../model/card.ts';
import { endOf, isBlank, lineText, placeAt, startOf } from './lines.ts';
import { type CardContent, makeCard } from './make-card.ts';
import { clozeOf } from './many-sided.ts';
import { enterTopic, headingOf, type Topics, topicTexts } from './marks.ts';
import { type Found, type Reading, report } from './reading.ts';

type Section = 'Q' | 'A' | 'C';

interface Parts {
  readonly sections: Record<Section, string[]>;
  section: Section | undefined;
  inCode: boolean;
}

function partText(lines: readonly string[]): string {
  return lines.join('\n').trim();
}

const sectionMark = /^([QAC]):(.*)$/s;

/** Takes one line of a card in; false where the card's text ends there. */
function take(parts: Parts, raw: string): boolean {
  const { sections } = parts;
  const fence = raw.trimStart().startsWith('```');
  if (fence) parts.inCode = !parts.inCode;
  if (parts.inCode || fence) {
    if (parts.section !== undefined) sections[parts.section].push(raw);
    return true;
  }
  const line = raw.trim();
  if (line === '---') return false;
  const [, mark, text = ''] = sectionMark.exec(line) ?? [];
  if (mark === 'Q' || mark === 'A' || mark === 'C') {
    parts.section = mark;
    sections[mark] = text.trim() === '' ? [] : [text.trim()];
    return true;
  }
  if (parts.section !== undefined) sections[parts.section].push(line);
  else if (line.includes('::')) {
    const at = line.indexOf('::');
    const [left, right] = [line.slice(0, at).trim(), line.slice(at + 2).trim()];
    if (left !== '' && right !== '') {
      sections.Q.push(left);
      sections.A.push(right);
    }
    return false;
  }
  return true;
}

/** Every `[` up to the next `]`, as repeater pairs them: no nesting, no escapes, no links. */
function repeaterHoles(text: string): readonly Hole[] {
  const holes: Hole[] = [];
  let open = text.indexOf('[');
  while (open !== -1) {
    const close = text.indexOf(']', open);
    if (close === -1) break;
    if (close > open + 1)
      holes.push({ text: text.slice(open + 1, close), span: { start: open, end: close + 1 } });
    open = text.indexOf('[', close);
  }
  return holes;
}

/** Reads decks as repeater does: marks in the first column cut the file, even inside code. */
class RepeaterReader {
  readonly #reading: Reading;
  #topics: Topics = [];
  readonly #found: Found[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  read(): readonly Found[] {
    const { lines, from } = this.#reading;
    let first = -1;
    for (let line = from; line < lines.count; line += 1) {
      const text = lineText(lines, line);
      if (/^[QC]:/.test(text)) {
        this.#card(first, line);
        first = line;
      } else if (text.startsWith('---')) {
        this.#card(first, line);
        first = -1;
        this.#rule(line);
      } else if (first === -1) this.#outside(line, text);
    }
    this.#card(first, lines.count);
    return this.#found;
  }

  /** Between cards: a `::` line is a card of its own, a heading is a topic, the rest is notes. */
  #outside(line: number, text: string): void {
    if (text.includes('::')) {
      this.#card(line, line + 1);
      return;
    }
    const heading = headingOf(this.#reading.lines, line);
    if (heading === undefined) return;
    this.#topics = enterTopic(this.#topics, heading);
    this.#found.push({ kind: 'heading', span: this.#span(line, line + 1), heading });
  }

  #rule(line: number): void {
    this.#found.push({ kind: 'rule', span: this.#span(line, line + 1) });
  }

  #span(first: number, end: number): { start: number; end: number } {
    const { lines } = this.#reading;
    return { start: startOf(lines, first), end: endOf(lines, end - 1) };
  }

  #card(first: number, next: number): void {
    if (first === -1) return;
    const { lines } = this.#reading;
    let end = next;
    while (end > first + 1 && isBlank(lines, end - 1)) end -= 1;
    const span = this.#span(first, end);
    const content = this.#content(first, end);
    if (content === undefined) this.#found.push({ kind: 'broken', span });
    else {
      const topics = topicTexts(this.#topics, this.#reading.title);
      const plain = { sources: [], note: '', tags: [], comment: {}, commentLine: -1 };
      const card = makeCard(this.#reading, { content, ...plain, topics, line: first, span });
      this.#found.push({ kind: 'card', span, card });
    }
  }

  #content(first: number, end: number): CardContent | undefined {
    const { lines, path } = this.#reading;
    const parts: Parts = { sections: { Q: [], A: [], C: [] }, section: undefined, inCode: false };
    for (let line = first; line < end; line += 1) if (!take(parts, lineText(lines, line))) break;
    const [question, answer, cloze] = [
      partText(parts.sections.Q),
      partText(parts.sections.A),
      partText(parts.sections.C),
    ];
    if (question !== '' && answer !== '') return { kind: 'basic', question, answer };
    const place = placeAt(path, first);
    if (cloze === '') {
      report(this.#reading, 'question-without-answer', place);
      return undefined;
    }
    const holes = repeaterHoles(cloze);
    if (cloze.includes('[]')) report(this.#reading, 'hole-empty', place);
    return clozeOf(this.#reading, cloze, holes, place);
  }
}

/** Finds the cards of a deck by repeater's rules (shaankhosla/repeater, src/parser/parse_from_file.rs, 2026). */
export function readRepeater(reading: Reading): readonly Found[] {
  return new RepeaterReader(reading).read();
}
