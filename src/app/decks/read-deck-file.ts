import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Problem } from '../../model/problem.ts';
import { fileProblem, fileStat, unreadable } from './deck-files.ts';
import type { FileStat, ListedFile } from './deck-files.ts';
import { largestFileBytes } from '../files.ts';

/** A deck file's text, or why there is none. */
export type DeckReading =
  | { readonly kind: 'text'; readonly text: string; readonly hash: string; readonly stat: FileStat }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly stat: FileStat };

/**
 * Reads a deck file, a byte order mark and all. `stat` is what the file was when reading began, so that a
 * later write shows. What is too large, binary, not UTF-8 or unreadable is a problem.
 */
export function readDeckFile(
  file: ListedFile,
  largestBytes: number = largestFileBytes,
): DeckReading {
  let handle: number;
  try {
    // Without waiting: a pipe that took the file's place would never answer.
    handle = openSync(file.absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (failure) {
    return { kind: 'problem', problem: cannotRead(file, failure), stat: file.stat };
  }
  try {
    return readHandle(handle, file, largestBytes);
  } catch (failure) {
    return { kind: 'problem', problem: cannotRead(file, failure), stat: file.stat };
  } finally {
    closeSync(handle);
  }
}

function readHandle(handle: number, file: ListedFile, largestBytes: number): DeckReading {
  const stat = fileStat(fstatSync(handle));
  const problem = (rule: string, message: string, remedy: string, line = 1): DeckReading => ({
    kind: 'problem',
    stat,
    problem: { ...fileProblem(file.path, rule, 'error', message, remedy), line },
  });
  if (stat.size > largestBytes) {
    const remedy = `Split it into files of at most ${megabytes(largestBytes)} MB.`;
    return problem('file-too-large', `${megabytes(stat.size)} MB are too much for a deck`, remedy);
  }
  const bytes = readBytes(handle, stat.size);
  if (bytes.includes(0) || !isUtf8(bytes)) {
    if (startsAsUtf16(bytes))
      return problem('not-utf-8', 'the file is UTF-16, not UTF-8', 'Save it as UTF-8.');
    if (bytes.includes(0))
      return problem('binary-file', 'the file is binary', 'Move it out of the folder of decks.');
    const message = 'this line is not UTF-8, so no card of the file was read';
    return problem('not-utf-8', message, 'Save the file as UTF-8.', badLine(bytes));
  }
  return { kind: 'text', text: bytes.toString('utf8'), hash: hashOfBytes(bytes), stat };
}

/** As many bytes as the file had when it was opened, or fewer if it was cut meanwhile. */
function readBytes(handle: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const count = readSync(handle, bytes, filled, size - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

/** What a file's content is known by. */
function hashOfBytes(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'base64url');
}

function cannotRead(file: ListedFile, failure: unknown): Problem {
  return unreadable(file.path, 'file-unreadable', failure);
}

function startsAsUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** The first line, counted from 1, that is not UTF-8; no byte of a longer character is a line feed. */
function badLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(start, stop))) return line;
    start = stop;
  }
  return line;
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}
