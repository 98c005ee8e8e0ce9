import { createHash } from 'node:crypto';
import { whole } from '../parts.ts';
import type { Parts } from '../parts.ts';
import { ZipWriter } from '../zip/write.ts';
import type { ZipTarget } from '../zip/write.ts';
import { writeBytes, writeNumber } from './protobuf.ts';
import { zstd } from './zstd.ts';

/** `legacy` is read by every Anki since 2.1; `latest` by 2.1.50 and later. */
export type PackageFormat = 'legacy' | 'latest';

/** A picture or sound by the name that notes mention. */
export interface MediaFile {
  readonly name: string;
  parts(): Parts;
}

/** What goes into a package; its parts are read once. */
export interface PackageContent {
  readonly database: Parts;
  readonly media: readonly MediaFile[];
}

/**
 * Writes an .apkg of a collection's database with its media, and gives back its size; equal contents give
 * equal bytes.
 */
export function writePackage(
  target: ZipTarget,
  content: PackageContent,
  format: PackageFormat,
): number {
  const zip = new ZipWriter(target);
  if (format === 'legacy') writeLegacy(zip, content);
  else writeLatest(zip, content);
  return zip.end();
}

/** The real database stands under both names: readers of the older one see the cards too. */
function writeLegacy(zip: ZipWriter, { database, media }: PackageContent): void {
  const packed = zip.add('collection.anki21', database, true);
  zip.addAgain('collection.anki2', packed);
  const names = Object.fromEntries(media.map(({ name }, index) => [String(index), name]));
  zip.add('media', [Buffer.from(JSON.stringify(names))], true);
  for (const [index, file] of media.entries()) zip.add(String(index), file.parts(), false);
}

/** A version number of 3 (anki:rslib/src/import_export/package/meta.rs). */
const latestMeta = writeNumber(1, 3);

/** Node packs zstd at one go only as a whole: one file at a time is in memory here. */
function writeLatest(zip: ZipWriter, { database, media }: PackageContent): void {
  const bytes = whole(database);
  zip.add('meta', [latestMeta], false);
  zip.add('collection.anki21b', [zstd(bytes)], false);
  zip.add('collection.anki2', [bytes], true);
  const list = media.map((file, index) => {
    const content = whole(file.parts());
    zip.add(String(index), [zstd(content)], false);
    return writeBytes(1, mediaEntry(file.name, content));
  });
  zip.add('media', [zstd(Buffer.concat(list))], false);
}

/** A name, a size and a SHA-1 (anki:rslib/src/import_export/package/media.rs). */
function mediaEntry(name: string, content: Uint8Array): Uint8Array {
  const sha1 = createHash('sha1').update(content).digest();
  return Buffer.concat([writeBytes(1, name), writeNumber(2, content.length), writeBytes(3, sha1)]);
}
