import { TenetError } from '../model/problem.ts';
import { isRecord, listOf, recordOf, textOf } from './anki/json-values.ts';

/** A file of a bundle, by its path relative to the folder of decks. */
export interface BundledText {
  readonly path: string;
  readonly text: string;
}

export interface BundledFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A whole collection in one value: deck files as they are, what is kept beside them, media, log. */
export interface Bundle {
  readonly decks: readonly BundledText[];
  /** The ledger and its like: files of lines that merge by union. */
  readonly kept: readonly BundledText[];
  readonly media: readonly BundledFile[];
  /** One JSON object an event, as `tenet log export` prints them. */
  readonly log: readonly string[];
}

const version = 1;

/** The bundle as JSON; deck files and events are in it word for word. */
export function printBundle({ decks, kept, media, log }: Bundle): string {
  const body = {
    format: 'tenet',
    version,
    decks,
    kept,
    media: media.map(({ path, bytes }) => ({
      path,
      base64: Buffer.from(bytes).toString('base64'),
    })),
  };
  const events = log.map((line) => `    ${line}`).join(',\n');
  const head = JSON.stringify(body, null, 2).replace(/\n\}$/, '');
  return `${head},\n  "log": [${events === '' ? '' : `\n${events}\n  `}]\n}\n`;
}

/** Reads `printBundle`. Throws `TenetError` naming `label` for other JSON, and for paths that lead elsewhere. */
export function parseBundle(text: string, label: string): Bundle {
  const value = parsed(text, label);
  if (value['format'] !== 'tenet')
    throw new TenetError(`${label} is JSON, but not an export of tenet.`, {
      hint: 'tenet takes the JSON that "tenet export json" writes.',
    });
  if (value['version'] !== version)
    throw new TenetError(`${label} was made by a newer tenet.`, { hint: 'Update tenet.' });
  return {
    decks: listOf(value['decks']).map((each) => bundledText(each, label, /\.md$/)),
    kept: listOf(value['kept']).map((each) =>
      bundledText(each, label, /^\.tenet\/[a-z-]+\.jsonl$/),
    ),
    media: listOf(value['media']).map((each) => {
      const { path, base64 } = recordOf(each);
      const safe = safePath(textOf(path), label, mediaFile);
      return { path: safe, bytes: Buffer.from(textOf(base64), 'base64') };
    }),
    log: listOf(value['log']).map((event) => JSON.stringify(event)),
  };
}

function parsed(text: string, label: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : '';
    throw new TenetError(`${label} is not whole JSON: ${why}.`, {
      hint: 'Export it again; the download or copy may have stopped early.',
      cause,
    });
  }
  throw new TenetError(`${label} is JSON, but not an export of tenet.`);
}

function bundledText(value: unknown, label: string, allowed: RegExp): BundledText {
  const { path, text } = recordOf(value);
  return { path: safePath(textOf(path), label, allowed), text: textOf(text) };
}

/** Pictures, sounds and films; nothing else is packed or unpacked. */
export const mediaFile =
  /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|tiff?|mp3|ogg|oga|opus|wav|m4a|flac|aac|mp4|webm|ogv|mov|mkv|avi)$/i;

/** A relative path without a way out, of a kind of file that belongs there. */
function safePath(path: string, label: string, allowed: RegExp): string {
  const parts = path.split('/');
  const safe =
    allowed.test(path) &&
    !/[\\:\p{Cc}]/u.test(path) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..') &&
    parts.every((part, index) => !part.startsWith('.') || (index === 0 && part === '.tenet'));
  if (safe) return path;
  throw new TenetError(`${label} is refused: it names a file outside of the decks.`, {
    hint: 'An export of tenet never does; get it from whom you trust.',
  });
}
