import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { TenetError } from '../../model/problem.ts';

/** One zstd frame with its checksum, as Anki's newer packages hold every file. */
export function zstd(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes, { params: { [constants.ZSTD_c_checksumFlag]: 1 } });
}

/** The content of a zstd frame, or a `TenetError` that names `label` where it is broken or too large. */
export function unzstd(bytes: Uint8Array, label: string, maxBytes: number): Uint8Array {
  try {
    return zstdDecompressSync(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    const tooLarge = cause instanceof RangeError;
    throw new TenetError(
      tooLarge
        ? `${label} is refused: it unpacks to more than ${maxBytes} bytes.`
        : `${label} cannot be unpacked: its compressed data is damaged.`,
      { hint: 'Export it from Anki again, or get it from whom you trust.', cause },
    );
  }
}
