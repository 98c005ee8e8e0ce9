import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Root } from 'mdast';
import { frontMatterSpan } from './front-matter.ts';
import { hazardOf } from './hazard.ts';

export type {
  Heading,
  List,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast';

const pipeline = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze();

/**
 * A Markdown text as mdast: CommonMark with GitHub's tables, footnotes, strike-through, task lists and
 * bare links, and `$maths$`. Positions are those of the unchanged text; a byte order mark and front
 * matter are skipped. It always answers: a text that would take remark longer than its size warrants
 * (see `hazardOf`) comes back as one paragraph of plain text.
 */
export function parseMarkdown(text: string): Root {
  return hazardOf(text) === undefined ? parseUnbounded(withoutHead(text)) : plain(text);
}

/** As `parseMarkdown`, for a text without a head and without a hazard: its time has no other bound. */
export function parseUnbounded(text: string): Root {
  return pipeline.parse(text);
}

/** The text with blanks for what is not Markdown at its start: every offset and line stays what it was. */
export function withoutHead(text: string): string {
  const head = frontMatterSpan(text)?.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
  return head === 0 ? text : text.slice(0, head).replaceAll(/[^\r\n]/g, ' ') + text.slice(head);
}

function plain(text: string): Root {
  const lines = text.split('\n');
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset: text.length },
  };
  const children: Root['children'] = [
    { type: 'paragraph', position, children: [{ type: 'text', value: text, position }] },
  ];
  return { type: 'root', position, children };
}
