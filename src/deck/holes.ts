import type { Hole } from '../model/card.ts';
import { ankiHoles } from './anki-holes.ts';
import { type Brackets, type Inline, scanInline } from './inline.ts';
import { paragraphsOf } from './paragraphs.ts';

/** Something about a cloze's brackets that its author did not mean. */
interface HoleFault {
  readonly kind: 'empty' | 'unpaired';
  /** Where in the text. */
  readonly offset: number;
}

export interface HoleReading {
  readonly holes: readonly Hole[];
  readonly faults: readonly HoleFault[];
}

const definitionLine =
  /^ {0,3}\[([^[\]\\\n]+)\]:[ \t]*(<[^<>\n]*>|[^\s[\]]+)(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$/gm;

/** Longer targets are no addresses; the limit keeps nested parentheses from costing more than linear time. */
const longestTarget = 2048;

/** What an address has and a word in brackets has not. */
const addressMark = /[/.#:]/;
const destination = /^(?:<[^<>\n]*>|[^\s<]\S*)(?:[ \t\n]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?$/;

/** True where `[text](target)` is a link, and not a hole with a remark in parentheses after it. */
function isTarget(target: string): boolean {
  const trimmed = target.length > longestTarget ? '' : target.trim();
  return addressMark.test(trimmed) && destination.test(trimmed);
}

function labelOf(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

interface Definitions {
  readonly labels: ReadonlySet<string>;
  /** Offset of a definition's `[` → offset after the definition. */
  readonly lines: ReadonlyMap<number, number>;
}

function definitionsOf(text: string): Definitions {
  const labels = new Set<string>();
  const lines = new Map<number, number>();
  if (text.includes(']:')) {
    for (const found of text.matchAll(definitionLine)) {
      const [whole, label = '', target = ''] = found;
      if (label.startsWith('^') || !addressMark.test(target)) continue;
      labels.add(labelOf(label));
      lines.set(found.index + whole.indexOf('['), found.index + whole.length);
    }
  }
  return { labels, lines };
}

/** `- [ ]`, `1. [x]`: only white space and a list mark stand before the box in its line. */
function isTaskBox(text: string, { open, close }: Brackets): boolean {
  if (close !== open + 2 || !/[ xX]/.test(text[open + 1] ?? '')) return false;
  if (!/\s/.test(text[close + 1] ?? '\n')) return false;
  const before = text.slice(Math.max(0, open - 40), open);
  return /(?:^|\n)[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+$/.test(before);
}

class Reader {
  readonly #text: string;
  readonly #definitions: Definitions;
  readonly holes: Hole[] = [];
  readonly faults: HoleFault[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#definitions = definitionsOf(text);
  }

  read(inline: Inline): void {
    let coveredTo = -1;
    const byOpen = new Map(inline.brackets.map((pair) => [pair.open, pair]));
    for (const pair of inline.brackets) {
      if (pair.open < coveredTo) continue;
      const linkEnd = this.#linkEnd(pair, inline, byOpen);
      coveredTo = linkEnd ?? pair.close + 1;
      if (linkEnd === undefined && !isTaskBox(this.#text, pair)) this.#take(pair);
    }
    if (inline.unpaired !== undefined && !this.faults.some(({ kind }) => kind === 'unpaired'))
      this.faults.push({ kind: 'unpaired', offset: inline.unpaired });
  }

  #take({ open, close }: Brackets): void {
    const text = this.#text.slice(open + 1, close);
    if (text.startsWith('^')) return;
    if (text.trim() === '') this.faults.push({ kind: 'empty', offset: open });
    else this.holes.push({ text, span: { start: open, end: close + 1 } });
  }

  /** Where the link, image or definition ends that these brackets begin; undefined where they begin none. */
  #linkEnd(
    pair: Brackets,
    inline: Inline,
    byOpen: ReadonlyMap<number, Brackets>,
  ): number | undefined {
    const text = this.#text;
    const after = pair.close + 1;
    const definition = this.#definitions.lines.get(pair.open);
    if (definition !== undefined) return definition;
    const paren = text[after] === '(' ? inline.parens.get(after) : undefined;
    if (paren !== undefined && (pair.image || isTarget(text.slice(after + 1, paren))))
      return paren + 1;
    const { labels } = this.#definitions;
    if (labels.size === 0) return undefined;
    const next = text[after] === '[' ? byOpen.get(after) : undefined;
    const label = labelOf(text.slice(pair.open + 1, pair.close));
    if (next !== undefined) {
      const reference = labelOf(text.slice(next.open + 1, next.close));
      if (labels.has(reference === '' ? label : reference)) return next.close + 1;
    }
    return labels.has(label) ? after : undefined;
  }
}

/** Finds the holes of a cloze's text: Anki's marks where there are any, else balanced brackets that are no links. */
export function findHoles(text: string): HoleReading {
  const anki = ankiHoles(text);
  if (anki.length > 0) return { holes: anki, faults: [] };
  const reader = new Reader(text);
  for (const { start, end } of paragraphsOf(text)) reader.read(scanInline(text, start, end));
  return { holes: reader.holes, faults: reader.faults };
}
