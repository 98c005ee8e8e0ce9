import fs, { fstatSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** The numbers (inodes) of the files and folders that a piece of work has made durable, in that order. */
export async function syncedBy(work: () => unknown): Promise<readonly number[]> {
  const synced: number[] = [];
  const real = fs.fsyncSync;
  const replace = (sync: typeof real): void => {
    fs.fsyncSync = sync;
    syncBuiltinESMExports();
  };
  replace((handle) => {
    real(handle);
    synced.push(fstatSync(handle).ino);
  });
  try {
    await work();
  } finally {
    replace(real);
  }
  return synced;
}
