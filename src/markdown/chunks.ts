import type { RootContent } from 'mdast';
import { definableKeys, Definitions, OpenLabels } from './labels.ts';
import { parseUnbounded, withoutHead } from './parse.ts';

/** Some blocks of a long Markdown text, one after the other. */
export interface MarkdownChunk {
  readonly blocks: readonly RootContent[];
  /** What the positions of the blocks refer to. */
  readonly text: string;
  /** To be added to an offset in `text`, and to a line, for the place in the whole text. */
  readonly offset: number;
  readonly line: number;
}

/** Units: remark needs some hundred times as much memory, and gives it back. */
const usualSize = 40_000;
/** For each quote that ends remark moves all that came before it. */
const mostLines = 400;

/**
 * The blocks of a long Markdown text, parsed part by part: the same as those of the whole, positions
 * included, in the memory for a part. Takes a text that `hazardOf` has nothing against.
 *
 * A part is parsed with whatever comes next; the last of its blocks that stands free begins the next
 * part. So remark itself says where a cut is safe. What another part defines (links, footnotes) is
 * defined before the parts that refer to it.
 */
export function* markdownChunks(text: string, size: number = usualSize): Generator<MarkdownChunk> {
  const whole = withoutHead(text);
  const definable = definableKeys(whole);
  const defined = new Definitions();
  for (const part of partsOf(whole, { start: 0, line: 0 }, { size, definable })) {
    const { start, end, line, blocks, alone } = part;
    if (!alone) {
      yield* chunksWithStubs(whole, { start, line }, { size, defined });
      return;
    }
    if (definable.size > 0) defined.add(blocks);
    yield { blocks, text: whole.slice(start, end), offset: start, line };
  }
}

/** Where a part begins. */
interface Start {
  readonly start: number;
  /** Lines before it. */
  readonly line: number;
}

interface Part extends Start {
  readonly end: number;
  readonly blocks: readonly RootContent[];
  /** It refers to nothing that another part may define. */
  readonly alone: boolean;
}

interface Parting {
  readonly size: number;
  /** Keys of the labels that the text may define. */
  readonly definable: ReadonlySet<string>;
}

/** Parts that end where a block begins that stands free. A block that is longer makes its part longer. */
function* partsOf(text: string, from: Start, { size, definable }: Parting): Generator<Part> {
  let { start, line } = from;
  let length = size;
  while (start < text.length) {
    const end = endOfLines(text, start, { length, lines: (mostLines * length) / size });
    const window = text.slice(start, end);
    const blocks = parseUnbounded(window).children;
    const { at, alone } = cutOf(blocks, window, { definable, isLast: end === text.length });
    if (at === 0) {
      length *= 2;
      continue;
    }
    const next = blocks[at]?.position?.start;
    const until = next === undefined ? text.length : start + (next.offset ?? 0);
    yield { start, end: until, line, blocks: blocks.slice(0, at), alone };
    line += (next?.line ?? 1) - 1;
    start = until;
    length = size;
  }
}

/** Where to cut: before the last block that stands free, best where what is before it stands alone. */
function cutOf(
  blocks: readonly RootContent[],
  window: string,
  { definable, isLast }: { readonly definable: ReadonlySet<string>; readonly isLast: boolean },
): { readonly at: number; readonly alone: boolean } {
  const names = new OpenLabels(definable);
  let [free, alone] = [0, 0];
  for (const [index, block] of blocks.entries()) {
    if (standsFree(block, blocks[index - 1], window)) {
      free = index;
      if (names.open === 0) alone = index;
    }
    names.read(block, window);
  }
  if (isLast) return { at: Math.max(1, blocks.length), alone: names.open === 0 };
  return alone > 0 ? { at: alone, alone: true } : { at: free, alone: false };
}

/** It begins a line after a blank one: all before it is complete. */
function standsFree(
  { position }: RootContent,
  before: RootContent | undefined,
  text: string,
): boolean {
  if (position === undefined || before?.position === undefined) return false;
  const { line, column, offset = 0 } = position.start;
  const isApart = line - before.position.end.line > 1;
  return column === 1 && isApart && !text.startsWith('\uFEFF', offset);
}

const lineEnd = /\r\n|\n|\r/g;

/** The end of so many lines, or of the line that is reached by so many units. */
function endOfLines(
  text: string,
  start: number,
  { length, lines }: { readonly length: number; readonly lines: number },
): number {
  lineEnd.lastIndex = start;
  for (let line = 0; line < lines && lineEnd.lastIndex < start + length; line += 1)
    if (lineEnd.exec(text) === null) return text.length;
  return lineEnd.lastIndex;
}

/** The parts from `from` on, each behind stubs of what it may refer to. What is a definition depends on no other. */
function* chunksWithStubs(
  text: string,
  from: Start,
  { size, defined }: { readonly size: number; readonly defined: Definitions },
): Generator<MarkdownChunk> {
  const parts: (Start & { readonly end: number })[] = [];
  for (const { blocks, start, end, line } of partsOf(text, from, { size, definable: new Set() })) {
    parts.push({ start, end, line });
    defined.add(blocks);
  }
  for (const { start, end, line } of parts) {
    const source = text.slice(start, end);
    yield chunkWithStubs(defined.stubsFor(source), source, { start, line });
  }
}

function chunkWithStubs(stubs: string, source: string, { start, line }: Start): MarkdownChunk {
  const text = stubs + source;
  const blocks = parseUnbounded(text).children.filter(
    ({ position }) => (position?.start.offset ?? 0) >= stubs.length,
  );
  const lines = stubs.split('\n').length - 1;
  return { blocks, text, offset: start - stubs.length, line: line - lines };
}
