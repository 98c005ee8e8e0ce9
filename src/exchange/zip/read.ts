import { crc32 } from 'node:zlib';
import { fromBufferPromise, openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { TenetError } from '../../model/problem.ts';

/** What an archive may make of us. */
export interface ZipLimits {
  readonly entries: number;
  /** Of one entry, unpacked. */
  readonly entryBytes: number;
  /** Of all that is read, unpacked. */
  readonly totalBytes: number;
}

const mebibyte = 1024 * 1024;

/** Room for the largest collections that people share, and for no more. */
export const defaultZipLimits: ZipLimits = {
  entries: 200_000,
  entryBytes: 1024 * mebibyte,
  totalBytes: 4096 * mebibyte,
};

/** An archive whose entries are read one by one, when they are asked for. */
export interface ZipArchive {
  /** All names; they are only ever looked up, never used as paths. */
  readonly names: ReadonlySet<string>;
  /** The content of an entry; null where there is none of that name. */
  read(name: string): Promise<Uint8Array | null>;
  close(): void;
}

/**
 * Opens a zip file by its path or bytes. Throws `TenetError` naming `label` for what is truncated,
 * encrypted, inconsistent, or larger than the limits; also later, when an entry is read.
 */
export async function openZip(
  source: string | Uint8Array,
  label: string,
  limits: ZipLimits = defaultZipLimits,
): Promise<ZipArchive> {
  const zip = await explained(label, () => {
    const options = { autoClose: false, validateEntrySizes: true };
    return typeof source === 'string'
      ? openPromise(source, options)
      : fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.length), options);
  });
  try {
    return archiveOf(zip, await listed(zip, label, limits), label, limits);
  } catch (failure) {
    zip.close();
    throw failure;
  }
}

async function listed(
  zip: ZipFile,
  label: string,
  limits: ZipLimits,
): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > limits.entries)
    throw refused(label, `it has ${zip.entryCount} entries, ${limits.entries} are allowed`);
  const entries = new Map<string, Entry>();
  await explained(label, async () => {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw refused(label, 'it is encrypted');
      entries.set(entry.fileName, entry);
    }
  });
  return entries;
}

function archiveOf(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  label: string,
  limits: ZipLimits,
): ZipArchive {
  let total = 0;
  return {
    names: new Set(entries.keys()),
    close: () => zip.close(),
    async read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      total += entry.uncompressedSize;
      if (entry.uncompressedSize > limits.entryBytes || total > limits.totalBytes)
        throw refused(label, `"${name}" unpacks to ${entry.uncompressedSize} bytes`);
      return explained(label, () => content(zip, entry, label));
    },
  };
}

/** yauzl ends the stream where it grows beyond the size that the archive states. */
async function content(zip: ZipFile, entry: Entry, label: string): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part as Uint8Array);
  const bytes = Buffer.concat(parts);
  if (crc32(bytes) !== entry.crc32) throw broken(label, `"${entry.fileName}" has a wrong checksum`);
  return bytes;
}

async function explained<Result>(label: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof TenetError || !(cause instanceof Error)) throw cause;
    throw broken(label, cause.message, cause);
  }
}

function broken(label: string, what: string, cause?: unknown): TenetError {
  return new TenetError(`${label} is not a whole zip file: ${what}.`, {
    hint: 'The download may have stopped early, or a web page was saved in its place: get it again.',
    cause,
  });
}

function refused(label: string, what: string): TenetError {
  return new TenetError(`${label} is refused: ${what}.`, {
    hint: 'A package that Anki wrote never looks like this; get it from whom you trust.',
  });
}
