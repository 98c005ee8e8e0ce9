import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const databaseMark = 'SQLite format 3\0';
const logMarks: ReadonlySet<number> = new Set([0x377f0682, 0x377f0683]);
const usualPageSize = 4096;
const logHeader = 32;
const frameHeader = 24;

/**
 * The pages of a database file and of the log beside it, in whatever state the two are; one of them may be
 * missing. To be closed.
 */
export class DamagedFile {
  readonly #main: number | null;
  readonly #log: number | null;
  readonly #pageSize: number;
  /** Where in the log the newest content of a page begins. */
  readonly #newest = new Map<number, number>();

  constructor(file: string) {
    this.#main = openIfThere(file);
    this.#log = openIfThere(`${file}-wal`);
    this.#pageSize = this.#sizeOfPages();
    for (const at of this.#frames()) {
      const number = bytesAt(this.#log, at, 4)?.readUInt32BE(0);
      if (number !== undefined) this.#newest.set(number, at + frameHeader);
    }
  }

  /** Whether it begins as SQLite's files do. */
  get isDatabase(): boolean {
    return bytesAt(this.#main, 0, 16)?.toString('latin1') === databaseMark;
  }

  /** A page by its number, counted from 1, as it was last written. */
  readonly page = (number: number): Buffer | undefined => {
    const inLog = this.#newest.get(number);
    return inLog === undefined
      ? bytesAt(this.#main, (number - 1) * this.#pageSize, this.#pageSize)
      : bytesAt(this.#log, inLog, this.#pageSize);
  };

  /** Every page of the file, then every one of the log, older ones too; a cut one is filled with zeros. */
  *pages(): Generator<Buffer, void> {
    const bytes = sizeOf(this.#main);
    for (let at = 0; at < bytes; at += this.#pageSize) {
      const page = Buffer.alloc(this.#pageSize);
      if (this.#main !== null) readSync(this.#main, page, 0, this.#pageSize, at);
      yield page;
    }
    for (const at of this.#frames()) {
      const page = bytesAt(this.#log, at + frameHeader, this.#pageSize);
      if (page !== undefined) yield page;
    }
  }

  close(): void {
    for (const handle of [this.#main, this.#log]) if (handle !== null) closeSync(handle);
  }

  *#frames(): Generator<number, void> {
    const bytes = sizeOf(this.#log);
    const frame = frameHeader + this.#pageSize;
    for (let at = logHeader; at + frame <= bytes; at += frame) yield at;
  }

  #sizeOfPages(): number {
    const inFile = this.isDatabase ? bytesAt(this.#main, 16, 2)?.readUInt16BE(0) : undefined;
    const log = bytesAt(this.#log, 0, 12);
    const inLog =
      log !== undefined && logMarks.has(log.readUInt32BE(0)) ? log.readUInt32BE(8) : undefined;
    const sizes = [inFile === 1 ? 65_536 : inFile, inLog];
    return sizes.find((size) => size !== undefined && isPageSize(size)) ?? usualPageSize;
  }
}

function isPageSize(size: number): boolean {
  return size >= 512 && size <= 65_536 && Number.isInteger(Math.log2(size));
}

function openIfThere(file: string): number | null {
  try {
    return openSync(file, 'r');
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw failure;
  }
}

function sizeOf(handle: number | null): number {
  return handle === null ? 0 : fstatSync(handle).size;
}

/** So many bytes from a place on; undefined where there are fewer. */
function bytesAt(handle: number | null, at: number, count: number): Buffer | undefined {
  if (handle === null || at < 0) return undefined;
  const bytes = Buffer.alloc(count);
  return readSync(handle, bytes, 0, count, at) === count ? bytes : undefined;
}
