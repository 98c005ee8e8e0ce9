import type { TextCollector } from '../markdown/mapped-text.ts';
import type { Span } from '../model/problem.ts';

/** Who begins to speak with a line of a cue, and where his words begin. */
export interface CueLabel {
  /** A tag, a name with a colon or a dash says that somebody begins. */
  readonly changes: boolean;
  /** Undefined where the file does not name him. */
  readonly speaker: string | undefined;
  readonly start: number;
}

const voiceTag = /^<v(?:\.[^\s>]*)?\s+([^>]{1,80})>/i;
/** Before capitals and a colon, as captions have it: `ANNA:`, `DR. BELL:`, `>> ANNA:`. */
const capitals = /^(?:>>\s*|[-–]\s*)?([\p{Lu}][\p{Lu}\d.'’ -]{1,40}):\s+/u;
const change = /^(?:>>|[-–])\s*(?=[\p{L}"“[(<])/u;

/** Reads what a line of a cue begins with. */
export function speakerOf(text: string, { start, end }: Span): CueLabel {
  const line = text.slice(start, end);
  const tag = voiceTag.exec(line);
  if (tag !== null) return { changes: true, speaker: tag[1]?.trim(), start: start + tag[0].length };
  const named = capitals.exec(line);
  if (named !== null)
    return { changes: true, speaker: asName(named[1] ?? ''), start: start + named[0].length };
  const mark = change.exec(line);
  if (mark !== null) return { changes: true, speaker: undefined, start: start + mark[0].length };
  return { changes: false, speaker: undefined, start };
}

function asName(label: string): string {
  return label
    .trim()
    .toLowerCase()
    .replaceAll(/(?<![\p{L}'’])\p{L}/gu, (first) => first.toUpperCase());
}

/** Tags of WebVTT and SubRip, `{\an8}` of others, and what is heard and not said: `[music]`, `♪`. */
const unsaid =
  /<\/?(?:\d[\d:.]*|[a-z][^<>]{0,80})>|\{\\[^{}]{0,40}\}|\[[\p{L} ]{2,30}\](?!\()|♪+/giu;
const references: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  quot: '"',
  lrm: '',
  rlm: '',
};
const reference = /&(amp|lt|gt|nbsp|quot|lrm|rlm);/g;

/** Adds the words of a line of a cue, without tags, after a space. */
export function addCueLine(text: string, { start, end }: Span, collector: TextCollector): void {
  const line = text.slice(start, end);
  const marks = [...line.matchAll(unsaid), ...line.matchAll(reference)].sort(
    (a, b) => a.index - b.index,
  );
  collector.add(' ', Math.max(0, start - 1));
  let at = 0;
  for (const mark of marks) {
    if (mark.index < at) continue;
    collector.addSlice(text, { start: start + at, end: start + mark.index });
    const meant = mark[0].startsWith('&') ? references[mark[1] ?? ''] : ' ';
    const isTag = mark[0].startsWith('<');
    if (!isTag && meant !== undefined && meant !== '') collector.add(meant, start + mark.index);
    at = mark.index + mark[0].length;
  }
  collector.addSlice(text, { start: start + at, end });
}
