/** A file of an archive, as it was written. */
export interface ZipEntry {
  readonly name: string;
  /** Where its header starts in the archive. */
  readonly start: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly bytes: number;
  readonly packedBytes: number;
  readonly crc: number;
}

/** Names are UTF-8. */
const flags = 0x0800;
const version = 20;
/** Midnight of 1 January 2000 by the clock of DOS, which knows no time zones. */
const time = 0;
const date = (20 << 9) | (1 << 5) | 1;

const localBytes = 30;
const centralBytes = 46;
const endBytes = 22;

/** How long the header before an entry's content is. */
export function headerBytes(name: string): number {
  return localBytes + Buffer.byteLength(name);
}

/** What stands before an entry's content (PKWARE's APPNOTE.TXT, 4.3.7). */
export function localHeader(entry: ZipEntry): Uint8Array {
  const header = Buffer.alloc(localBytes);
  header.writeUInt32LE(0x0403_4b50, 0);
  describe(header, 4, entry);
  return Buffer.concat([header, Buffer.from(entry.name)]);
}

/** An entry in the list at the end of the archive (4.3.12). */
export function centralHeader(entry: ZipEntry): Uint8Array {
  const header = Buffer.alloc(centralBytes);
  header.writeUInt32LE(0x0201_4b50, 0);
  header.writeUInt16LE(version, 4);
  describe(header, 6, entry);
  header.writeUInt32LE(entry.start, 42);
  return Buffer.concat([header, Buffer.from(entry.name)]);
}

/** The end of the archive: how many entries the list has, and where it starts (4.3.16). */
export function endOfArchive(entries: number, start: number, bytes: number): Uint8Array {
  const end = Buffer.alloc(endBytes);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(start, 16);
  return end;
}

/** The fields that both headers of an entry have, in the same order. */
function describe(header: Buffer, at: number, entry: ZipEntry): void {
  header.writeUInt16LE(version, at);
  header.writeUInt16LE(flags, at + 2);
  header.writeUInt16LE(entry.method, at + 4);
  header.writeUInt16LE(time, at + 6);
  header.writeUInt16LE(date, at + 8);
  header.writeUInt32LE(entry.crc, at + 10);
  header.writeUInt32LE(entry.packedBytes, at + 14);
  header.writeUInt32LE(entry.bytes, at + 18);
  header.writeUInt16LE(Buffer.byteLength(entry.name), at + 22);
}
