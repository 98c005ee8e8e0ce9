import { readSync } from 'node:fs';

/**
 * Content that is read part by part, for what need not lie in memory as a whole. A part is good until the
 * next one is asked for.
 */
export type Parts = Iterable<Uint8Array>;

const partBytes = 128 * 1024;

/** The content of an open file, from its start. */
export function* partsOfFile(handle: number): Generator<Uint8Array, void> {
  const buffer = Buffer.allocUnsafe(partBytes);
  for (let at = 0; ;) {
    const length = readSync(handle, buffer, 0, partBytes, at);
    if (length === 0) return;
    yield buffer.subarray(0, length);
    at += length;
  }
}

/** All of it at once. */
export function whole(parts: Parts): Buffer {
  const copies: Buffer[] = [];
  for (const part of parts) copies.push(Buffer.from(part));
  return Buffer.concat(copies);
}
