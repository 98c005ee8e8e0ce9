import type { Span } from '../model/problem.ts';
import { type Line, linesOf } from './line.ts';
import { findSpeakers } from './speakers.ts';

/** A paragraph of a transcript; `start` is where its words begin, behind the label. */
export interface SpokenParagraph extends Span {
  /** Who speaks: by its own label, or by the last one before it. */
  readonly speaker: string;
  /** It has a label of its own, so a turn begins. */
  readonly opens: boolean;
  readonly startSeconds?: number;
}

/** A transcript taken apart: what stands before the first label, and what is said. */
export interface SpokenDocument {
  readonly preface: readonly Span[];
  readonly paragraphs: readonly SpokenParagraph[];
  /** 0–1: the share of the paragraphs that have a label of their own. */
  readonly labelled: number;
}

/** Labels that structure other texts than talks. */
const noNames =
  /^(?:q|a|n|question|answer|note|notes|tip|hint|warning|example|claim|because|reason|objection|response|todo|step|figure|table|source|summary|definition|proof)$/i;

/** Finds the speakers of a text; undefined where it is no transcript. */
export function spokenDocument(text: string): SpokenDocument | undefined {
  const lines = linesOf(text);
  return labelled(text, blocksOf(lines)) ?? labelled(text, blocksOf(lines, startsWithLabel));
}

/** In a file without blank lines every label begins a paragraph. */
function startsWithLabel(line: string): boolean {
  return /^(?:\p{L}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){0,3}):(?=\s)/u.test(headOf(line, 0).text);
}

/** Runs of lines between blank lines; `opens` may begin one at a line. */
function blocksOf(lines: readonly Line[], opens: (line: string) => boolean = () => false): Span[] {
  const blocks: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | undefined;
  for (const line of lines) {
    const trimmed = line.text.trim();
    if (trimmed === '' || opens(line.text)) open = undefined;
    if (trimmed === '') continue;
    const start = line.start + line.text.indexOf(trimmed);
    const end = start + trimmed.length;
    if (open === undefined) blocks.push((open = { start, end }));
    else open.end = end;
  }
  return blocks;
}

function labelled(text: string, blocks: readonly Span[]): SpokenDocument | undefined {
  const heads = blocks.map(({ start, end }) =>
    headOf(text.slice(start, Math.min(end, start + 200)), start),
  );
  const found = findSpeakers(heads.map((head) => head.text));
  if (found === undefined) return undefined;
  const labels = found.map((label) =>
    label !== undefined && noNames.test(label.speaker) ? undefined : label,
  );
  const names = new Set(labels.flatMap((label) => label?.speaker ?? []));
  const first = labels.findIndex((label) => label !== undefined);
  if (names.size < 2 || first === -1) return undefined;
  const paragraphs: SpokenParagraph[] = [];
  for (const [index, block] of blocks.entries()) {
    if (index < first) continue;
    const label = labels[index];
    const head = heads[index];
    const speaker = label?.speaker ?? paragraphs.at(-1)?.speaker ?? '';
    const start =
      head === undefined ? block.start : wordsStart(text, block, head, label?.length ?? 0);
    const { startSeconds } = head ?? {};
    if (start < block.end)
      paragraphs.push({
        start,
        end: block.end,
        speaker,
        opens: label !== undefined,
        ...(startSeconds === undefined ? {} : { startSeconds }),
      });
  }
  const share = labels.filter((label) => label !== undefined).length / Math.max(1, blocks.length);
  return { preface: blocks.slice(0, first), paragraphs, labelled: share };
}

/** The start of a paragraph without times and bold type, with the document offset of each unit. */
interface Head {
  readonly text: string;
  readonly offsets: readonly number[];
  readonly startSeconds?: number;
}

const asides =
  /\*\*|__|[([]?(?<![\d:])(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:[.,]\d{1,3})?(?![\d:])[)\]]?[ \t]*[-–]?[ \t]*/g;

function headOf(text: string, start: number): Head {
  let kept = '';
  const offsets: number[] = [];
  const keep = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) offsets.push(start + at);
    kept += text.slice(from, to);
  };
  let at = 0;
  let startSeconds: number | undefined;
  for (const found of text.matchAll(asides)) {
    if (found.index > 80) break;
    keep(at, found.index);
    at = found.index + found[0].length;
    const [, hours = '0', minutes, seconds] = found;
    if (minutes !== undefined)
      startSeconds ??= Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    if (text.charAt(at) === ':' && kept.endsWith(' ')) {
      kept = kept.trimEnd();
      offsets.length = kept.length;
    }
  }
  keep(at, text.length);
  return { text: kept, offsets, ...(startSeconds === undefined ? {} : { startSeconds }) };
}

function wordsStart(text: string, block: Span, head: Head, label: number): number {
  let start = label === 0 ? (head.offsets[0] ?? block.start) : (head.offsets[label] ?? block.end);
  while (start < block.end && /[\s:*_]/.test(text.charAt(start))) start += 1;
  return start;
}
