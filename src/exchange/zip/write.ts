import { crc32 } from 'node:zlib';
import { Deflate, Zip } from 'fflate';
import type { AsyncFlateStreamHandler, ZipInputFile } from 'fflate';

/** A file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** False for what is compressed already. */
  readonly compress: boolean;
}

/** Zip keeps local times: this one is the same numbers everywhere. */
const date = new Date(2000, 0, 1);
const deflateMethod = 8;
const storeMethod = 0;

/**
 * The entries as a zip archive. Equal entries give equal bytes on every machine: dates are fixed, and
 * the compressor is the same everywhere (Node's own gives other bytes on other processors). Entries
 * that share their bytes are compressed once.
 */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((failure, part) => {
    if (failure !== null) throw failure;
    parts.push(part);
  });
  const compressed = new Map<Uint8Array, readonly Uint8Array[]>();
  for (const { name, bytes, compress } of entries) {
    const body = compress ? (compressed.get(bytes) ?? deflated(bytes)) : [bytes];
    if (compress) compressed.set(bytes, body);
    add(zip, name, bytes, body, compress ? deflateMethod : storeMethod);
  }
  zip.end();
  return Buffer.concat(parts);
}

const chunkBytes = 1024 * 1024;

/** Chunk by chunk: in one piece it would need room for the content twice over. */
function deflated(bytes: Uint8Array): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  const deflate = new Deflate({ level: 1 }, (part) => parts.push(part));
  for (let start = 0; start === 0 || start < bytes.length; start += chunkBytes) {
    const end = start + chunkBytes;
    deflate.push(bytes.subarray(start, end) as Uint8Array<ArrayBuffer>, end >= bytes.length);
  }
  return parts;
}

/** Where a file's data goes before it belongs to an archive. */
const nowhere: AsyncFlateStreamHandler = () => {};

function add(
  zip: Zip,
  name: string,
  bytes: Uint8Array,
  body: readonly Uint8Array[],
  compression: number,
): void {
  const file: ZipInputFile = {
    filename: name,
    size: bytes.length,
    crc: crc32(bytes),
    compression,
    mtime: date,
    ondata: nowhere,
  };
  zip.add(file);
  for (const part of body) file.ondata?.(null, part as Uint8Array<ArrayBuffer>, false);
  file.ondata?.(null, new Uint8Array(0), true);
}
