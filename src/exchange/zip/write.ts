import { crc32 } from 'node:zlib';
import { Deflate } from 'fflate';
import { TenetError } from '../../model/problem.ts';
import { centralHeader, endOfArchive, headerBytes, localHeader } from './headers.ts';
import type { ZipEntry } from './headers.ts';

/** What an archive is written to: an open file, or what can be used as one. */
export interface ZipTarget {
  write(bytes: Uint8Array, at: number): void;
  /** Gives back what was written there. */
  read(at: number, length: number): Uint8Array;
}

/** Sizes and places have 32 bits, the number of entries 16; Anki asks for no more than this. */
const largestArchive = 0xffff_ffff;
const mostEntries = 0xffff;

const deflateMethod = 8;
const storeMethod = 0;
const copiedAtOnce = 128 * 1024;

/**
 * Writes a zip archive entry by entry, so that only a part of one is ever in memory. Equal entries give
 * equal bytes on every machine: dates are fixed, and the compressor is the same everywhere (Node's own
 * gives other bytes on other processors).
 */
export class ZipWriter {
  readonly #target: ZipTarget;
  readonly #entries: ZipEntry[] = [];
  #at = 0;

  constructor(target: ZipTarget) {
    this.#target = target;
  }

  /** Adds a file; `compress` is false for what is compressed already. */
  add(name: string, parts: Iterable<Uint8Array>, compress: boolean): ZipEntry {
    return this.#entry(name, compress ? deflateMethod : storeMethod, () => {
      let [bytes, crc] = [0, 0];
      const deflate = compress
        ? new Deflate({ level: 1, mem: 5 }, (packed) => this.#put(packed))
        : null;
      for (const part of parts) {
        bytes += part.length;
        crc = crc32(part, crc);
        if (deflate === null) this.#put(part);
        else deflate.push(part as Uint8Array<ArrayBuffer>);
      }
      deflate?.push(new Uint8Array(0), true);
      return { bytes, crc };
    });
  }

  /** Adds the content of an earlier entry under another name, without packing it again. */
  addAgain(name: string, { start, method, bytes, crc, ...earlier }: ZipEntry): ZipEntry {
    return this.#entry(name, method, () => {
      const from = start + headerBytes(earlier.name);
      for (let done = 0; done < earlier.packedBytes; done += copiedAtOnce) {
        const length = Math.min(copiedAtOnce, earlier.packedBytes - done);
        this.#put(this.#target.read(from + done, length));
      }
      return { bytes, crc };
    });
  }

  /** Writes the list of entries, without which the archive is none; the result is its size. */
  end(): number {
    const start = this.#at;
    for (const entry of this.#entries) this.#put(centralHeader(entry));
    this.#put(endOfArchive(this.#entries.length, start, this.#at - start));
    return this.#at;
  }

  /** The header says what is known only after the content, and so is written last. */
  #entry(name: string, method: number, fill: () => Pick<ZipEntry, 'bytes' | 'crc'>): ZipEntry {
    if (this.#entries.length === mostEntries) throw tooLarge(`more than ${mostEntries} files`);
    const start = this.#at;
    this.#at += headerBytes(name);
    const content = fill();
    const packedBytes = this.#at - start - headerBytes(name);
    const entry = { name, start, method, packedBytes, ...content };
    this.#target.write(localHeader(entry), start);
    this.#entries.push(entry);
    return entry;
  }

  #put(bytes: Uint8Array): void {
    if (this.#at + bytes.length > largestArchive) throw tooLarge('more than 4 GB');
    this.#target.write(bytes, this.#at);
    this.#at += bytes.length;
  }
}

function tooLarge(what: string): TenetError {
  return new TenetError(`The package would have ${what}, which a zip file cannot hold.`, {
    hint: 'Export some decks at a time.',
  });
}
