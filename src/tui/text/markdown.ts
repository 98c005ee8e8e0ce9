import type { List, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import { parseMarkdown } from '../../markdown/parse.ts';
import { isPlainParagraph } from '../../markdown/plain-paragraph.ts';
import {
  footnoteNumber,
  inlinePieces,
  superscript,
  textPieces,
  type InlineContext,
} from './inline.ts';
import { joinLines, prefixed } from './lines.ts';
import { emptyLine, piece, type Line, type Piece } from './piece.ts';
import { tableLines } from './table.ts';
import { wrap, wrapHard } from './wrap.ts';

/** How a field of Markdown is drawn. */
export interface MarkdownLook {
  readonly width: number;
  /** `ask` draws gaps as `[…]` or their hint, `tell` draws the word that was missing. */
  readonly gaps: 'ask' | 'tell';
  /** Keeps the marks around code and maths, for a terminal without colour. */
  readonly marks: boolean;
}

/** A field of a card as lines of at most `look.width` columns. */
export function markdownLines(markdown: string, look: MarkdownLook): Line[] {
  const context = contextOf(look);
  const text = markdown.trim();
  if (isPlainParagraph(text)) return wrap(textPieces(text, context, 'plain'), look.width);
  const root = parseMarkdown(text);
  return [
    ...blockLines(root.children, context, look.width),
    ...footnoteLines(root, context, look.width),
  ];
}

/** No heading is longer, and a rule in one must end somewhere. */
const longestLine = 1000;

/** A heading or another short text of Markdown as one line, its line breaks made spaces. */
export function markdownLine(markdown: string, look: Omit<MarkdownLook, 'width'>): Line {
  const lines = markdownLines(markdown, { ...look, width: longestLine });
  return joinLines(
    lines.filter((line) => line.length > 0),
    ' ',
  );
}

function contextOf({ gaps, marks }: Omit<MarkdownLook, 'width'>): InlineContext {
  return { gaps, marks, footnotes: new Map(), gap: 'outside' };
}

/** Blocks below each other, with an empty line between them unless they are `tight`. */
function blockLines(
  nodes: readonly RootContent[],
  context: InlineContext,
  width: number,
  tight = false,
): Line[] {
  const blocks = nodes
    .map((node) => block(node, context, width))
    .filter((lines) => lines.length > 0);
  return stacked(blocks, !tight);
}

function block(node: RootContent, context: InlineContext, width: number): Line[] {
  switch (node.type) {
    case 'paragraph':
      return wrap(inlinePieces(node.children, context), width);
    case 'heading':
      return wrap(inlinePieces(node.children, context, { bold: true }), width);
    case 'list':
      return listLines(node, context, width);
    case 'blockquote':
      return prefixed(blockLines(node.children, context, width - 2), [piece('│ ', 'dim')]);
    case 'code':
    case 'math':
      return codeLines(node.value, context, width);
    case 'table':
      return tableLines(node, context, width);
    case 'thematicBreak':
      return [[piece('─'.repeat(Math.max(1, width)), 'dim')]];
    case 'html':
      return htmlLines(node.value, context, width);
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return [];
    default:
      return wrap(inlinePieces([node as PhrasingContent], context), width);
  }
}

function listLines(list: List, context: InlineContext, width: number): Line[] {
  const first = list.start ?? 1;
  const markers = list.children.map((_, index) =>
    list.ordered === true ? `${first + index}. ` : '• ',
  );
  const markerWidth = Math.max(...markers.map((marker) => marker.length));
  const items = list.children.map((item, index) =>
    itemLines(item, (markers[index] ?? '').padStart(markerWidth), context, width),
  );
  return stacked(items, list.spread === true);
}

function itemLines(item: ListItem, marker: string, context: InlineContext, width: number): Line[] {
  const box = item.checked === null || item.checked === undefined ? '' : item.checked ? '☑ ' : '☐ ';
  const indent = marker.length + box.length;
  const lines = blockLines(item.children, context, width - indent, item.spread !== true);
  const head: Piece[] = [piece(marker, 'dim'), ...(box === '' ? [] : [piece(box)])];
  return prefixed(lines.length === 0 ? [emptyLine] : lines, head, [piece(' '.repeat(indent))]);
}

function codeLines(code: string, context: InlineContext, width: number): Line[] {
  const pieces = textPieces(code, context, 'code');
  return prefixed(wrapHard(pieces, width - 2), [piece('  ')]);
}

function htmlLines(html: string, context: InlineContext, width: number): Line[] {
  const text = html
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<br\s*\/?>/gi, '\n')
    .replaceAll(/<\/?(?:div|p|span|b|i|u|em|strong|center|details|summary)(?:\s[^>]*)?>/gi, '')
    .trim();
  return text === '' ? [] : wrap(textPieces(text, context, 'plain'), width);
}

function footnoteLines(root: Root, context: InlineContext, width: number): Line[] {
  const notes = root.children
    .filter((node) => node.type === 'footnoteDefinition')
    .map((node) => ({ node, number: footnoteNumber(node.identifier, context) }))
    .sort((one, other) => one.number - other.number);
  const blocks = notes.map(({ node, number }) => {
    const mark = `${superscript(number)} `;
    const lines = blockLines(node.children, context, width - mark.length);
    return prefixed(lines, [piece(mark, 'dim')], [piece(' '.repeat(mark.length))]);
  });
  return blocks.length === 0 ? [] : [emptyLine, ...stacked(blocks, false)];
}

/** Blocks as one, with an empty line between them where `apart` says so. */
function stacked(blocks: readonly (readonly Line[])[], apart: boolean): Line[] {
  const lines: Line[] = [];
  for (const block of blocks) {
    if (apart && lines.length > 0) lines.push(emptyLine);
    lines.push(...block);
  }
  return lines;
}
