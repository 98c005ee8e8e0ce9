import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs';

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

/** The machine stopped while it wrote: the next line must not become part of this one. */
export function endsTorn(file: string): boolean {
  const { size } = statSync(file);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, last, 0, 1, size - 1);
  } finally {
    closeSync(handle);
  }
  return last.toString() !== '\n';
}

/** Adds text to a file and returns when it is on the disk. */
export function appendDurably(file: string, text: string): void {
  const handle = openSync(file, 'a');
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
