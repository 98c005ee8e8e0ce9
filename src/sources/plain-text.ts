import { type MappedText, mapSlice } from '../markdown/mapped-text.ts';
import type { Passage, Source } from '../model/source.ts';
import { type Line, linesOf } from './line.ts';
import type { SourceReader } from './reader.ts';
import { showSlugs } from './slug-words.ts';
import { titleFromPath } from './title.ts';

/** Paragraphs between blank lines, lists, and short lines that stand alone as headings. */
export const plainTextReader: SourceReader = {
  kind: 'plain-text',
  detect: (_text, path) => (/\.te?xt$/i.test(path) ? 0.4 : 0.25),
  read: readPlainText,
};

function readPlainText(text: string, path: string): Source {
  const shown = showSlugs(text);
  const blocks = blocksOf(linesOf(shown));
  const title = blocks[0] !== undefined && isHeading(blocks, 0) ? titleOf(blocks[0]) : undefined;
  const passages: Passage[] = [];
  let list = -1;
  let heading: string | undefined;
  for (const [index, block] of blocks.entries()) {
    const headings = [title, heading].filter((text) => text !== undefined);
    if (index === 0 && title !== undefined) passages.push(headingPassage(shown, block, 1, []));
    else if (isHeading(blocks, index)) {
      heading = titleOf(block);
      passages.push(headingPassage(shown, block, 2, title === undefined ? [] : [title]));
    } else if (block.marker === undefined)
      passages.push({ ...base(shown, block, headings), kind: 'paragraph' });
    else {
      if (blocks[index - 1]?.marker === undefined) list += 1;
      const item = { ordered: block.marker.number !== undefined, list, level: 1 };
      const number = block.marker.number ?? block.marker.position;
      passages.push({ ...base(shown, block, headings), ...item, kind: 'item', number });
    }
  }
  return { path, kind: 'plain-text', title: title ?? titleFromPath(path), text, passages };
}

interface Block {
  readonly start: number;
  readonly end: number;
  readonly lines: number;
  readonly text: string;
  readonly marker?: { readonly number: number | undefined; readonly position: number };
}

const itemMark = /^\s*(?:(\d{1,4})[.)]|[-*•–])\s+(?=\S)/;

/** Runs of lines between blank lines; a line with an item's mark begins one of its own. */
function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let open: Line[] = [];
  const close = () => {
    const block = blockOf(open, blocks.at(-1));
    if (block !== undefined) blocks.push(block);
    open = [];
  };
  for (const line of lines) {
    if (line.text.trim() === '' || itemMark.test(line.text)) close();
    if (line.text.trim() !== '') open.push(line);
  }
  close();
  return blocks;
}

function blockOf(lines: readonly Line[], before: Block | undefined): Block | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const mark = itemMark.exec(first.text);
  const indent = mark?.[0].length ?? first.text.length - first.text.trimStart().length;
  const number = mark?.[1] === undefined ? undefined : Number(mark[1]);
  return {
    start: first.start + indent,
    end: last.start + last.text.trimEnd().length,
    lines: lines.length,
    text: first.text.slice(indent).trim(),
    ...(mark === null ? {} : { marker: { number, position: (before?.marker?.position ?? 0) + 1 } }),
  };
}

/** One short line without the end of a sentence, with prose or a list after it. */
function isHeading(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  const next = blocks[index + 1];
  if (block === undefined || next === undefined || block.marker !== undefined) return false;
  const { text, lines } = block;
  return (
    lines === 1 && text.length <= 80 && !/[.!?:;,"”…]$/.test(text) && text.split(/\s+/).length <= 10
  );
}

function titleOf(block: Block): string {
  return block.text.replaceAll(/\s+/g, ' ');
}

function base(document: string, block: Block, headings: readonly string[]) {
  const mapped: MappedText = mapSlice(document, block);
  const span = { start: block.start, end: block.end };
  return { span, headings, fragment: '', region: 'body' as const, citations: [], ...mapped };
}

function headingPassage(
  document: string,
  block: Block,
  depth: number,
  above: readonly string[],
): Passage {
  return { ...base(document, block, above), kind: 'heading', depth };
}
