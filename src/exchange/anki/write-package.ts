import { createHash } from 'node:crypto';
import { writeZip } from '../zip/write.ts';
import type { ZipEntry } from '../zip/write.ts';
import { writeBytes, writeNumber } from './protobuf.ts';
import { zstd } from './zstd.ts';

/** `legacy` is read by every Anki since 2.1; `latest` by 2.1.50 and later. */
export type PackageFormat = 'legacy' | 'latest';

/** A picture or sound by the name that notes mention. */
export interface MediaFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An .apkg of a collection's database with its media; equal arguments give equal bytes. */
export function writePackage(
  database: Uint8Array,
  media: readonly MediaFile[],
  format: PackageFormat,
): Uint8Array {
  return writeZip(
    format === 'legacy' ? legacyEntries(database, media) : latestEntries(database, media),
  );
}

/** The real database stands under both names: readers of the older one see the cards too. */
function legacyEntries(database: Uint8Array, media: readonly MediaFile[]): ZipEntry[] {
  const names = Object.fromEntries(media.map(({ name }, index) => [String(index), name]));
  return [
    { name: 'collection.anki21', bytes: database, compress: true },
    { name: 'collection.anki2', bytes: database, compress: true },
    { name: 'media', bytes: Buffer.from(JSON.stringify(names)), compress: true },
    ...media.map(({ bytes }, index) => ({ name: String(index), bytes, compress: false })),
  ];
}

/** A version number of 3 (anki:rslib/src/import_export/package/meta.rs). */
const latestMeta = writeNumber(1, 3);

function latestEntries(database: Uint8Array, media: readonly MediaFile[]): ZipEntry[] {
  const list = media.map(({ name, bytes }) =>
    writeBytes(
      1,
      Buffer.concat([
        writeBytes(1, name),
        writeNumber(2, bytes.length),
        writeBytes(3, createHash('sha1').update(bytes).digest()),
      ]),
    ),
  );
  return [
    stored('meta', latestMeta),
    stored('collection.anki21b', zstd(database)),
    { name: 'collection.anki2', bytes: database, compress: true },
    stored('media', zstd(Buffer.concat(list))),
    ...media.map(({ bytes }, index) => stored(String(index), zstd(bytes))),
  ];
}

function stored(name: string, bytes: Uint8Array): ZipEntry {
  return { name, bytes, compress: false };
}
