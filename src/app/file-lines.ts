import { closeSync, openSync, readSync } from 'node:fs';
import { TenetError } from '../model/problem.ts';
import { readable } from './files.ts';

/** A line of a file, without its line end. */
export interface FileLine {
  readonly text: string;
  /** Bytes from the beginning of the file to the end of this line, its line end included. */
  readonly end: number;
  /** False for a last line that has no line end. */
  readonly complete: boolean;
}

const chunkBytes = 256 * 1024;
const newline = 0x0a;

/** A longer line is nothing that tenet wrote, and is not kept in memory. */
const longestLineBytes = 4 * 1024 * 1024;

/** The lines of a file of any size, from an offset at which one begins. */
export function* fileLines(file: string, from = 0): Generator<FileLine, void> {
  try {
    const handle = openSync(file, 'r');
    try {
      yield* linesOf(handle, file, from);
    } finally {
      closeSync(handle);
    }
  } catch (failure) {
    throw readable(failure, file);
  }
}

function* linesOf(handle: number, file: string, from: number): Generator<FileLine, void> {
  let rest: Buffer = Buffer.alloc(0);
  let end = from;
  for (;;) {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    const count = readSync(handle, chunk, 0, chunk.length, end + rest.length);
    if (count === 0) break;
    const bytes = Buffer.concat([rest, chunk.subarray(0, count)]);
    let start = 0;
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, start)) {
      const text = textOf(bytes.subarray(start, at));
      start = at + 1;
      yield { text, end: end + start, complete: true };
    }
    end += start;
    rest = bytes.subarray(start);
    if (rest.length > longestLineBytes)
      throw new TenetError(`${file}: this is not a log: it has a line of more than 4 MB`);
  }
  if (rest.length > 0) yield { text: textOf(rest), end: end + rest.length, complete: false };
}

function textOf(bytes: Buffer): string {
  return bytes.at(-1) === 0x0d
    ? bytes.toString('utf8', 0, bytes.length - 1)
    : bytes.toString('utf8');
}
