import type { Span } from '../model/problem.ts';
import { type Line, linesOf } from './line.ts';

/** A cue of a subtitle file: when it is shown, and its lines of text. */
export interface Cue {
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Stretches of the document, one a line, white space at their ends left out. */
  readonly lines: readonly Span[];
}

const clock = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})`;
const timing = new RegExp(String.raw`^\s*${clock}[ \t]+-->[ \t]+${clock}(?=\s|$)`);

/**
 * The cues of WebVTT (https://www.w3.org/TR/webvtt1/) or SubRip, in their order. Blocks without times
 * (notes, styles, regions, counters) are left out.
 */
export function cuesOf(text: string): Cue[] {
  const cues: { startSeconds: number; endSeconds: number; lines: Line[] }[] = [];
  let open: { lines: Line[] } | undefined;
  for (const line of linesOf(text)) {
    const found = timing.exec(line.text);
    if (found !== null) {
      const cue = { startSeconds: seconds(found, 1), endSeconds: seconds(found, 5), lines: [] };
      cues.push(cue);
      open = cue;
    } else if (line.text.trim() === '') open = undefined;
    else open?.lines.push(line);
  }
  return cues.map(({ startSeconds, endSeconds, lines }) => ({
    startSeconds,
    endSeconds,
    lines: lines.map(trimmed),
  }));
}

function seconds(found: RegExpExecArray, from: number): number {
  const [hours = 0, minutes = 0, whole = 0] = [from, from + 1, from + 2].map((group) =>
    Number(found[group] ?? 0),
  );
  return hours * 3600 + minutes * 60 + whole + Number(`0.${found[from + 3] ?? 0}`);
}

function trimmed({ text, start }: Line): Span {
  const words = text.trim();
  const from = start + text.indexOf(words);
  return { start: from, end: from + words.length };
}
