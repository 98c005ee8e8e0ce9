import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';

/** Where the reading of another machine's file ended, and a hash of what stands before. */
interface ReadMark {
  readonly end: number;
  readonly before: string;
}

const markBytes = 512;

/** Where new lines begin: at the start when the file is not the one that was read before, grown. */
export function startAfter(file: string, mark: string | undefined): number {
  if (mark === undefined) return 0;
  const { end, before } = JSON.parse(mark) as ReadMark;
  return statSync(file).size >= end && hashBefore(file, end) === before ? end : 0;
}

/** The mark for a file that was read up to a byte. */
export function markAt(file: string, end: number): string {
  const mark: ReadMark = { end, before: hashBefore(file, end) };
  return JSON.stringify(mark);
}

function hashBefore(file: string, end: number): string {
  const bytes = Buffer.alloc(Math.min(markBytes, end));
  const handle = openSync(file, 'r');
  try {
    readSync(handle, bytes, 0, bytes.length, end - bytes.length);
  } finally {
    closeSync(handle);
  }
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/**
 * Adds lines to a file that is there, not yet durably. Whoever wrote before may have been stopped within a
 * line, or have found the disk full: the first line never becomes part of that one.
 */
export function appendLines(file: string, lines: string): void {
  // Without O_CREAT: a file that is gone is written anew from the beginning, not from here.
  const handle = openSync(file, constants.O_RDWR | constants.O_APPEND);
  try {
    writeFileSync(handle, endsTorn(handle) ? `\n${lines}` : lines);
  } finally {
    closeSync(handle);
  }
}

function endsTorn(handle: number): boolean {
  const { size } = fstatSync(handle);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(handle, last, 0, 1, size - 1);
  return last.toString() !== '\n';
}
