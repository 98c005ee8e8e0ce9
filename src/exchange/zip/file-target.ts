import { readSync, writeSync } from 'node:fs';
import type { ZipTarget } from './write.ts';

/** An archive in a file that is open for writing and reading. */
export function fileTarget(handle: number): ZipTarget {
  return {
    write(bytes, at) {
      for (let done = 0; done < bytes.length;)
        done += writeSync(handle, bytes, done, bytes.length - done, at + done);
    },
    read(at, length) {
      const bytes = Buffer.allocUnsafe(length);
      for (let done = 0; done < length;) {
        const more = readSync(handle, bytes, done, length - done, at + done);
        if (more === 0) throw new RangeError(`the file ends before ${at + length}`);
        done += more;
      }
      return bytes;
    },
  };
}
