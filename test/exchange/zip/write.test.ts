import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fileTarget } from '../../../src/exchange/zip/file-target.ts';
import { openZip } from '../../../src/exchange/zip/read.ts';
import { ZipWriter } from '../../../src/exchange/zip/write.ts';
import type { ZipTarget } from '../../../src/exchange/zip/write.ts';
import { archived } from '../anki/fixture.ts';

/** More than one part of what the compressor keeps at a time, and not all the same. */
const long = Buffer.from(
  Array.from({ length: 400_000 }, (_, index) => ((index * index) % 251) ^ (index >> 9)),
);

function inParts(bytes: Uint8Array, size: number): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}

function written(): Uint8Array {
  return archived((target) => {
    const zip = new ZipWriter(target);
    const first = zip.add('long', inParts(long, 65_536), true);
    zip.addAgain('once more', first);
    zip.add('stored', inParts(long, 1000), false);
    zip.add('empty', [], true);
    zip.add('ümlaut', [Buffer.from('x')], true);
    zip.end();
  });
}

describe('an archive that is written', () => {
  it('holds each entry as it was given, also under another name', () => {
    const entries = unzipSync(written());
    expect(Object.keys(entries)).toEqual(['long', 'once more', 'stored', 'empty', 'ümlaut']);
    for (const name of ['long', 'once more', 'stored'])
      expect(Buffer.from(entries[name] ?? []).equals(long)).toBe(true);
    expect(entries['empty']?.length).toBe(0);
    expect(Buffer.from(entries['ümlaut'] ?? []).toString()).toBe('x');
  });

  it('states sizes and checksums that a strict reader finds true', async () => {
    const zip = await openZip(written(), 'archive');
    for (const name of zip.names)
      expect((await zip.read(name))?.length).toBe(
        name === 'empty' ? 0 : name === 'ümlaut' ? 1 : long.length,
      );
  });

  it('is the same in a file as in memory', () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'tenet-zip-')), 'x.zip');
    const handle = openSync(file, 'wx+');
    const zip = new ZipWriter(fileTarget(handle));
    const first = zip.add('long', inParts(long, 65_536), true);
    zip.addAgain('once more', first);
    zip.add('stored', inParts(long, 1000), false);
    zip.add('empty', [], true);
    zip.add('ümlaut', [Buffer.from('x')], true);
    const bytes = zip.end();
    closeSync(handle);
    expect(readFileSync(file).length).toBe(bytes);
    expect(readFileSync(file).equals(written())).toBe(true);
  });

  it('is refused where a zip file cannot hold it', () => {
    expect(tooMany).toThrow(/more than 65535 files/);
    expect(tooLarge).toThrow(/more than 4 GB/);
  });
});

/** A target that keeps nothing. */
const nowhere: ZipTarget = {
  write: () => undefined,
  read: (_at, length) => long.subarray(0, length),
};

function tooMany(): void {
  const zip = new ZipWriter(nowhere);
  for (let entry = 0; entry < 70_000; entry += 1) zip.add(String(entry), [], false);
}

function tooLarge(): void {
  const zip = new ZipWriter(nowhere);
  zip.addAgain('y', { ...zip.add('x', [long], false), packedBytes: 5_000_000_000 });
}
