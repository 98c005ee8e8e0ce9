import type { PhrasingContent } from 'mdast';
import { gapEnd, gapStart } from '../../model/face.ts';
import { piece, type Emphasis, type Line, type Piece, type Tone } from './piece.ts';

/** What the drawing of one Markdown field needs to know, and carries along. */
export interface InlineContext {
  /** `ask` draws a gap as `[…]` or its hint, `tell` as the word that was missing. */
  readonly gaps: 'ask' | 'tell';
  /** Marks stay around code and maths: where no colour sets them apart. */
  readonly marks: boolean;
  /** Footnotes by identifier, numbered in the order in which the text calls them. */
  readonly footnotes: Map<string, number>;
  /** The gap that the text stands in, across the elements inside it. */
  gap: 'outside' | 'begun' | 'filled';
}

const formattingTag =
  /^<\/?(?:b|i|u|em|strong|span|div|p|sub|sup|small|big|font|a|center|kbd|mark)(?:\s[^>]*)?>$/i;
const breakTag = /^<br\s*\/?>$/i;
const gapMarks = new RegExp(`([${gapStart}${gapEnd}])`);
const comment = /<!--[\s\S]*?-->/g;
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The pieces of a paragraph, a heading or a table cell; a `\n` in them is a hard line break. */
export function inlinePieces(
  nodes: readonly PhrasingContent[],
  context: InlineContext,
  emphasis: Emphasis = {},
): Line {
  return nodes.flatMap((node) => inlinePiece(node, context, emphasis));
}

function inlinePiece(node: PhrasingContent, context: InlineContext, emphasis: Emphasis): Line {
  const inside = (more: Emphasis, children: readonly PhrasingContent[]): Line =>
    inlinePieces(children, context, { ...emphasis, ...more });
  switch (node.type) {
    case 'text':
      return textPieces(softBreaks(node.value), context, 'plain', emphasis);
    case 'emphasis':
      return inside({ italic: true }, node.children);
    case 'strong':
      return inside({ bold: true }, node.children);
    case 'delete':
      return inside({ strike: true }, node.children);
    case 'inlineCode':
      return textPieces(marked(node.value, '`', context), context, 'code', emphasis);
    case 'inlineMath':
      return textPieces(marked(softBreaks(node.value), '$', context), context, 'code', emphasis);
    case 'break':
      return [piece('\n')];
    case 'link':
      return linkPieces(node.url, inside({ underline: true }, node.children));
    case 'linkReference':
      return inside({}, node.children);
    case 'image':
    case 'imageReference':
      return [piece(pictureWords(node.alt), 'dim', emphasis)];
    case 'footnoteReference':
      return [piece(superscript(footnoteNumber(node.identifier, context)), 'dim', emphasis)];
    case 'html':
      return htmlPieces(node.value, context, emphasis);
  }
}

/** Text with its gaps drawn; `tone` is what it has outside of them. */
export function textPieces(
  text: string,
  context: InlineContext,
  tone: Tone,
  emphasis: Emphasis = {},
): Line {
  const pieces: Piece[] = [];
  for (const part of text.split(gapMarks)) {
    if (part === gapStart) context.gap = 'begun';
    else if (part === gapEnd) pieces.push(...gapClose(context));
    else if (part !== '') pieces.push(...insideOrOutside(part, context, tone, emphasis));
  }
  return pieces;
}

function insideOrOutside(
  text: string,
  context: InlineContext,
  tone: Tone,
  emphasis: Emphasis,
): readonly Piece[] {
  if (context.gap === 'outside') return [piece(text, tone, emphasis)];
  const bracket = context.gaps === 'ask' && context.gap === 'begun' ? '[' : '';
  context.gap = 'filled';
  return [
    piece(bracket + text, 'gap', { ...emphasis, ...(context.gaps === 'tell' && { bold: true }) }),
  ];
}

function gapClose(context: InlineContext): readonly Piece[] {
  const { gap } = context;
  context.gap = 'outside';
  if (context.gaps === 'tell') return [];
  return [piece(gap === 'filled' ? ']' : '[…]', 'gap')];
}

/** A line end inside a paragraph is a space. */
function softBreaks(text: string): string {
  return text.replaceAll(/ *\n */g, ' ');
}

function marked(text: string, mark: string, { marks }: InlineContext): string {
  return marks ? mark + text + mark : text;
}

/** The label, and behind it the address, unless the label is the address. */
function linkPieces(url: string, label: Line): Line {
  const words = label.map(({ text }) => text).join('');
  if (!/^https?:/i.test(url) || bareAddress(words) === bareAddress(url)) return label;
  return [...label, piece(` (${url})`, 'dim')];
}

function bareAddress(url: string): string {
  return url.replace(/^https?:\/\//i, '').replace(/\/$/, '');
}

function pictureWords(alt: string | null | undefined): string {
  return alt === null || alt === undefined || alt === '' ? '[picture]' : `[picture: ${alt}]`;
}

function htmlPieces(html: string, context: InlineContext, emphasis: Emphasis): Line {
  if (breakTag.test(html)) return [piece('\n')];
  const text = html.replaceAll(comment, '');
  return text === '' || formattingTag.test(text) ? [] : textPieces(text, context, 'dim', emphasis);
}

/** The number of a footnote: by the order in which the text first calls it. */
export function footnoteNumber(identifier: string, { footnotes }: InlineContext): number {
  const known = footnotes.get(identifier) ?? footnotes.size + 1;
  footnotes.set(identifier, known);
  return known;
}

/** `12` as `¹²`. */
export function superscript(number: number): string {
  return Array.from(String(number), (digit) => superscripts[Number(digit)] ?? digit).join('');
}
