import { type MappedText, TextCollector } from '../markdown/mapped-text.ts';
import { TenetError } from '../model/problem.ts';
import type { Passage, Region, Source } from '../model/source.ts';
import type { SourceReader } from './reader.ts';
import { type Cue, cuesOf } from './subtitles-cues.ts';
import { addCueLine, speakerOf } from './subtitles-text.ts';
import { titleFromPath } from './title.ts';
import { spokenRegions } from './transcript-regions.ts';

/** WebVTT and SubRip: cues joined to turns, with speakers and times; how they are shown is dropped. */
export const subtitlesReader: SourceReader = {
  kind: 'subtitles',
  detect: (text, path) => {
    const head = text.slice(0, 20_000);
    if (/^\uFEFF?WEBVTT(?=\s|$)/.test(head)) return 1;
    const cues = cuesOf(head).length;
    if (/\.(?:vtt|srt)$/i.test(path)) return cues > 0 ? 1 : 0.5;
    return cues >= 3 ? 0.95 : 0;
  },
  read: readSubtitles,
};

function readSubtitles(text: string, path: string): Source {
  const cues = cuesOf(text);
  if (cues.length === 0)
    throw new TenetError(
      `${path} has no subtitles in it: no line like "00:00:01.000 --> 00:00:04.000".`,
      {
        hint: 'Give a .vtt or .srt file, or say with --as what it is.',
      },
    );
  const title =
    /^\uFEFF?WEBVTT[ \t]+-?[ \t]*(\S.{2,150})/.exec(text)?.[1]?.trim() ?? titleFromPath(path);
  const turns = turnsOf(text, cues);
  const regions = spokenRegions(
    turns.map(({ speaker, text: words }, index) => ({
      speaker: speaker ?? '',
      opens: speaker !== undefined && turns[index - 1]?.speaker !== speaker,
      text: words,
    })),
  );
  const passages = turns.map((turn, index) => passageOf(turn, title, regions[index] ?? 'body'));
  return { path, kind: 'subtitles', title, text, passages };
}

function passageOf(turn: Turn, title: string, region: Region): Passage {
  return { ...turn, kind: 'turn', headings: [title], fragment: '', region, citations: [] };
}

interface Turn extends MappedText {
  readonly span: { readonly start: number; readonly end: number };
  readonly speaker?: string;
  readonly startSeconds: number;
}

interface OpenTurn {
  readonly collector: TextCollector;
  readonly start: number;
  end: number;
  readonly speaker: string | undefined;
  readonly startSeconds: number;
  endSeconds: number;
  /** Its last words end a sentence. */
  closed: boolean;
}

/** A silence of so many seconds parts what one person says. */
const longSilence = 3;
/** A passage ends with the first sentence beyond this, and at any cue beyond three times as much. */
const usualLength = 600;

function turnsOf(text: string, cues: readonly Cue[]): Turn[] {
  const turns: Turn[] = [];
  let open: OpenTurn | undefined;
  let before: readonly string[] = [];
  const close = () => {
    if (open === undefined) return;
    const { collector, start, end, speaker, startSeconds } = open;
    const mapped = collector.finish(start);
    if (mapped.text !== '')
      turns.push({
        ...mapped,
        span: { start, end },
        startSeconds,
        ...(speaker === undefined ? {} : { speaker }),
      });
  };
  for (const cue of cues) {
    const words = cue.lines.map(({ start, end }) => text.slice(start, end));
    for (const [index, line] of cue.lines.entries()) {
      // Captions that roll repeat the lines of the cue before.
      if (before.includes(words[index] ?? '') && cue.lines.length > 1) continue;
      const label = speakerOf(text, line);
      const speaker = label.changes ? label.speaker : open?.speaker;
      if (
        open === undefined ||
        (label.changes && (label.speaker === undefined || label.speaker !== open.speaker)) ||
        isOver(open, cue)
      ) {
        close();
        open = {
          collector: new TextCollector(),
          start: label.start,
          end: line.end,
          speaker,
          startSeconds: cue.startSeconds,
          endSeconds: cue.endSeconds,
          closed: false,
        };
      }
      addCueLine(text, { start: label.start, end: line.end }, open.collector);
      Object.assign(open, {
        end: line.end,
        endSeconds: cue.endSeconds,
        closed: /[.?!]["”’)]*$/.test(words[index] ?? ''),
      });
    }
    before = words;
  }
  close();
  return turns;
}

function isOver({ collector, endSeconds, closed }: OpenTurn, cue: Cue): boolean {
  if (cue.startSeconds - endSeconds >= longSilence) return true;
  return (closed && collector.length >= usualLength) || collector.length >= 3 * usualLength;
}
