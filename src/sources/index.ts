import { TenetError } from '../model/problem.ts';
import type { DocumentKind, Source } from '../model/source.ts';
import { htmlReader } from './html.ts';
import { markdownReader } from './markdown.ts';
import { plainTextReader } from './plain-text.ts';
import { quoteListReader } from './quote-list.ts';
import type { SourceReader } from './reader.ts';
import { subtitlesReader } from './subtitles.ts';
import { transcriptReader } from './transcript.ts';
import { webCaptureReader } from './web-capture.ts';

/** All kinds of document that tenet reads. */
export const readers: readonly SourceReader[] = [
  quoteListReader,
  subtitlesReader,
  transcriptReader,
  webCaptureReader,
  htmlReader,
  markdownReader,
  plainTextReader,
];

/** A kind, and how sure its reader is of it. */
export interface Detection {
  readonly kind: DocumentKind;
  /** 0–1. */
  readonly confidence: number;
}

/** What a document looks like to each reader, the surest first. */
export function detectKind(text: string, path: string): readonly Detection[] {
  return readers
    .map((reader) => ({ kind: reader.kind, confidence: reader.detect(text, path) }))
    .sort((a, b) => b.confidence - a.confidence);
}

/** Reads a document as the kind that it looks like most, or as the kind that is asked for. */
export function readSource(text: string, path: string, as?: DocumentKind): Source {
  const kind = as ?? detectKind(text, path)[0]?.kind;
  const reader = readers.find((candidate) => candidate.kind === kind);
  if (reader === undefined)
    throw new TenetError(`${path}: tenet has no reader for "${kind}".`, {
      hint: `It reads ${readers.map((known) => known.kind).join(', ')}.`,
      exitCode: 2,
    });
  if (text.trim() === '')
    throw new TenetError(`${path} is empty.`, { hint: 'Nothing to make cards from.' });
  return reader.read(text, path);
}
